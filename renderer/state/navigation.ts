// Where the person is: one of the six places, what is open in it, and what lies over it. Not kept between starts, except the
// place itself.
import { create } from 'zustand';
import type { Place } from '../../core/contract/attention.ts';
import type { StyleFilter } from '../../core/contract/styles.ts';
import { orderStates, styleStates, type OrderState, type StyleState } from '../../core/contract/words.ts';

export const screens = ['home', 'styles', 'orders', 'customers', 'activity', 'settings'] as const;
export type Screen = (typeof screens)[number];

export const styleViews = ['all', 'linesheets', 'compare'] as const;
export type StyleView = (typeof styleViews)[number];

interface StylesPlace {
  readonly view: StyleView;
  readonly state: StyleState | null;
  readonly cause: string | null;
  readonly filters: readonly StyleFilter[];
  /** The key of the style that is open, in Linesheets of the linesheet. */
  readonly open: string | null;
}

/** What lies over the screen; one at a time. */
export type Over =
  | { readonly kind: 'find' }
  | { readonly kind: 'dry-run' }
  | { readonly kind: 're-export'; readonly orderId: string }
  | { readonly kind: 'go-live' }
  | { readonly kind: 'history' }
  /** One section of the settings, where the place itself can't be reached: in set-up. */
  | { readonly kind: 'settings'; readonly section: string };

interface Navigation {
  readonly screen: Screen;
  readonly over: Over | null;
  readonly styles: StylesPlace;
  readonly orders: { readonly state: OrderState | null; readonly open: string | null };
  readonly section: string;
  readonly runId: string | null;
  readonly go: (screen: Screen) => void;
  readonly goTo: (place: Place) => void;
  readonly show: (over: Over) => void;
  readonly closeOver: () => void;
  readonly setStyles: (change: Partial<StylesPlace>) => void;
  readonly setOrders: (change: Partial<Navigation['orders']>) => void;
  readonly setSection: (section: string) => void;
  readonly openRun: (runId: string | null) => void;
}

const styleState = (text: string | null) => styleStates.find((state) => state === text) ?? null;
const orderState = (text: string | null) => orderStates.find((state) => state === text) ?? null;

function changeFor(place: Place): Partial<Navigation> {
  switch (place.to) {
    case 'home':
      return { screen: 'home', over: null };
    case 'styles':
      return {
        screen: 'styles',
        over: null,
        styles: {
          view: place.view ?? 'all',
          state: styleState(place.state),
          cause: place.cause,
          filters: [],
          open: place.open,
        },
      };
    case 'orders':
      return { screen: 'orders', over: null, orders: { state: orderState(place.state), open: place.open } };
    case 'settings':
      return { screen: 'settings', over: null, section: place.section };
    case 're-export':
      return {
        screen: 'orders',
        orders: { state: null, open: place.orderId },
        over: { kind: 're-export', orderId: place.orderId },
      };
    case 'go-live':
      return { over: { kind: 'go-live' } };
  }
}

export const useNavigation = create<Navigation>()((set) => ({
  screen: 'home',
  over: null,
  styles: { view: 'all', state: null, cause: null, filters: [], open: null },
  orders: { state: null, open: null },
  section: 'connections',
  runId: null,
  go: (screen) => set({ screen, over: null }),
  goTo: (place) => set(changeFor(place)),
  show: (over) => set({ over }),
  closeOver: () => set({ over: null }),
  setStyles: (change) => set(({ styles }) => ({ styles: { ...styles, ...change } })),
  setOrders: (change) => set(({ orders }) => ({ orders: { ...orders, ...change } })),
  setSection: (section) => set({ section }),
  openRun: (runId) => set({ screen: 'activity', over: null, runId }),
}));
