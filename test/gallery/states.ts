// Every state that has an address, by its name: which host it shows, and where the person is.
import type { ErrorView } from '../../core/contract/errors.ts';
import type { AppStore } from '../../core/contract/stores.ts';
import { useNavigation } from '../../renderer/state/navigation.ts';
import { answersOver } from './answers.ts';
import type { Answers, FixtureHost, Stores } from './bridge.ts';
import { at } from './clock.ts';
import { settingsSchema } from '../../core/settings/schema.ts';
import { useEffectQuestion } from '../../renderer/screens/settings/editing/effect-question.ts';
import { effect } from './data/settings.ts';
import { dryRunDone, noSecrets, stores, storesInStep } from './data/stores.ts';

export interface GalleryState {
  readonly host: FixtureHost;
  readonly prepare?: () => void;
}

const answers = answersOver(512);
const nav = () => useNavigation.getState();

const shown = (with_: Stores, prepare?: () => void, change: Partial<Answers> = {}): GalleryState => ({
  host: { stores: with_, answers: { ...answers, ...change } },
  ...(prepare === undefined ? {} : { prepare }),
});

const withApp = (base: Stores, change: Partial<AppStore>): Stores => ({ ...base, app: { ...base.app, ...change } });

const error = (change: Partial<ErrorView> & Pick<ErrorView, 'code' | 'sentence' | 'nextStep'>): ErrorView => ({
  scope: 'run',
  isRetryable: true,
  action: 'try-again',
  actionLabel: 'Try now',
  ...change,
});

const stopped = (view: ErrorView, change: Partial<AppStore> = {}): Stores => {
  const app = { ...stores.app, ...change };
  return { ...stores, run: storesInStep.run, app: { ...app, schedule: { ...app.schedule, stoppedBy: view } } };
};

const rejected = error({
  code: 'CIN7-403',
  sentence: 'Cin7 Core rejected the key.',
  nextStep: 'It was changed or switched off in Cin7. Runs are paused, orders wait in JOOR. Enter a new key.',
  scope: 'account',
  isRetryable: false,
  action: 'enter-key',
  actionLabel: 'Enter new key',
});
const offline = error({
  code: 'NET-OFF',
  sentence: 'No network since 13:40.',
  nextStep: 'Nothing is lost; Seamline starts within a minute of the network coming back and catches up in one run.',
  action: 'open-network-settings',
  actionLabel: 'Open connections',
});
const locked = error({
  code: 'KEY-LOCKED',
  sentence: 'This PC’s keychain is locked.',
  nextStep: 'Settings, links and history are safe. Unlock it and the run due at 14:02 starts.',
  scope: 'account',
  isRetryable: false,
  action: 'unlock-keychain',
  actionLabel: 'Unlock keychain',
});
const otherRun = error({
  code: 'RUN-BUSY',
  sentence: 'Another Seamline is running this profile since 13:51.',
  nextStep: 'Your request waits and starts when that run ends.',
  action: 'show-other-run',
  actionLabel: 'Show its progress',
});
const damaged = error({
  code: 'SET-PARSE',
  sentence: 'Settings can’t be read: line 41.',
  nextStep: 'The file is kept, nothing runs. Restore the copy of 22 Nov, 18:00.',
  scope: 'account',
  isRetryable: false,
  action: 'restore-settings',
  actionLabel: 'Restore 22 Nov, 18:00',
});

const { connections } = stores.settings.settings;
const sandboxSettings = {
  ...stores.settings.settings,
  connections: { ...connections, joor: { ...connections.joor, environment: 'sandbox' as const } },
};
const sandbox = {
  realm: 'sandbox' as const,
  joor: { ...stores.app.joor, tag: 'Sandbox' },
};
/** Until something goes live nothing ran but a dry run, and nothing is due. */
const setUp = (setUpStep: AppStore['setUpStep'], change: Partial<AppStore> = {}): Stores =>
  withApp(
    { ...storesInStep, run: dryRunDone, settings: { ...stores.settings, settings: sandboxSettings } },
    {
      stage: 'set-up',
      setUpStep,
      ...sandbox,
      schedule: { ...storesInStep.app.schedule, nextDueAt: null },
      flows: storesInStep.app.flows.map((flow) =>
        flow.mode === 'live'
          ? { ...flow, mode: 'rehearsal', since: null, who: '', sentence: flow.sentence.replace('changed', 'to send') }
          : flow,
      ),
      ...change,
    },
  );

const notConnected = {
  cin7: { ...stores.app.cin7, state: 'not-set' as const, name: '', tag: '', secrets: noSecrets, checkedAt: null },
  joor: { ...stores.app.joor, state: 'not-set' as const, name: '', tag: '', secrets: noSecrets, checkedAt: null },
};

const dryRunNow: Stores['run'] = {
  isLeaving: false,
  current: {
    ...(stores.run.current ?? failNoRun()),
    kind: 'dry-run',
    phase: 'read-cin7',
    activity: 'products',
    done: 6200,
    total: 10871,
    etaSeconds: 14,
    waitingFor: null,
    startedBy: 'person',
    phases: (stores.run.current ?? failNoRun()).phases.map(({ phase }, index) => ({
      phase,
      state: index === 0 ? 'done' : index === 1 ? 'now' : 'to-come',
    })),
  },
  last: null,
};

function failNoRun(): never {
  throw new Error('The gallery has no run.');
}

/** Nothing set, and nothing read from the accounts. */
const bare: Stores = {
  ...stores,
  settings: { ...stores.settings, settings: settingsSchema.parse({ products: { selectTags: [] } }) },
};
const nothingRead: Partial<Answers> = {
  'settings.choices': () => ({}),
  'settings.preview': () => null,
};

const noEuro = 'no-price:EUR Wholesale';
const viewOf = (view: 'linesheets' | 'compare', open: string | null) =>
  ({ to: 'styles', view, state: null, cause: null, open }) as const;
const nothingDiffers = {
  queryId: 'none',
  rev: 1,
  total: 0,
  counts: {},
  held: 0,
  subjects: 0,
  comparedAt: null,
  ids: [],
};

export const galleryStates: Readonly<Record<string, GalleryState>> = {
  'home-running': shown(stores),
  'home-in-step': shown(storesInStep),
  'home-leaving': shown({ ...stores, run: { ...stores.run, isLeaving: true } }),
  'home-sandbox': shown(withApp(stores, sandbox)),
  'home-first': shown({
    ...withApp(storesInStep, {
      lastSuccessAt: null,
      proof: [],
      week: [],
      sleeps: [],
      answer: { sentence: 'Nothing has run yet', detail: 'Sync now starts the first run.', isAllInStep: false },
    }),
    run: { isLeaving: false, current: null, last: null },
  }),
  'home-key-rejected': shown(stopped(rejected, { cin7: { ...stores.app.cin7, state: 'rejected', error: rejected } })),
  'home-offline': shown(stopped(offline)),
  'home-locked': shown(stopped(locked, { keychain: 'locked' })),
  'home-other-run': shown(stopped(otherRun)),
  'home-history': shown(stores, () => nav().show({ kind: 'history' })),
  'home-waits': shown(
    withApp(stores, {
      flows: stores.app.flows.map((flow) =>
        flow.flow === 'inventory'
          ? { ...flow, waits: { sentence: 'Waits: choose JOOR warehouses', section: 'stock' } }
          : flow,
      ),
    }),
  ),
  'orders-all': shown(stores, () => nav().goTo({ to: 'orders', state: null, open: null })),
  'orders-hold': shown(stores, () => nav().goTo({ to: 'orders', state: null, open: '1029384' })),
  'orders-checking': shown(stores, () => nav().goTo({ to: 'orders', state: null, open: '1029377' })),
  'orders-exported': shown(stores, () => nav().goTo({ to: 'orders', state: null, open: '1029352' })),
  'orders-changed': shown(stores, () => nav().goTo({ to: 'orders', state: null, open: '1029127' })),
  'orders-re-export': shown(stores, () => nav().goTo({ to: 're-export', orderId: '1029127' })),
  'orders-go-live': shown(stores, () => {
    nav().go('orders');
    nav().show({ kind: 'go-live' });
  }),
  'orders-loading': shown(stores, () => nav().go('orders'), { 'orders.open': () => 'never' }),
  'orders-empty': shown(stores, () => nav().go('orders'), {
    'orders.open': () => ({ queryId: 'none', rev: 1, total: 0, counts: {}, ids: [] }),
  }),
  'orders-failed': shown(stores, () => nav().go('orders'), {
    'orders.open': () =>
      error({
        code: 'ledger-busy',
        sentence: 'Seamline’s own records are busy.',
        nextStep: 'Another program reads them, often a back-up. Try again in a moment.',
        actionLabel: 'Try again',
      }),
  }),
  'styles-all': shown(stores, () => nav().go('styles')),
  'styles-why': shown(stores, () => nav().goTo({ to: 'styles', state: null, cause: null, open: 'DR-214' })),
  'styles-cause': shown(stores, () =>
    nav().goTo({ to: 'styles', state: 'needs-you', cause: 'no-price:EUR Wholesale', open: null }),
  ),
  'styles-empty': shown(stores, () => nav().go('styles'), {
    'styles.open': () => ({ queryId: 'none', rev: 1, total: 0, skus: 0, counts: {}, ids: [] }),
  }),
  'styles-loading': shown(stores, () => nav().go('styles'), { 'styles.open': () => 'never' }),
  'styles-many': {
    host: { stores, answers: answersOver(20_000) },
    prepare: () => nav().go('styles'),
  },
  'styles-filtered': shown(stores, () => {
    nav().go('styles');
    nav().setStyles({
      filters: [
        { group: 'season', value: 'Spring 27' },
        { group: 'price', value: noEuro },
      ],
    });
  }),
  'styles-nothing-fits': shown(stores, () => {
    nav().go('styles');
    nav().setStyles({ state: 'sending', filters: [{ group: 'price', value: noEuro }] });
  }),
  'styles-linesheets': shown(stores, () => nav().goTo(viewOf('linesheets', null))),
  'styles-linesheet': shown(stores, () => nav().goTo(viewOf('linesheets', 'Spring 27 RTW'))),
  'styles-no-linesheets': shown(stores, () => nav().goTo(viewOf('linesheets', null)), { 'linesheets.list': () => [] }),
  'styles-compare': shown(stores, () => nav().goTo(viewOf('compare', null))),
  'styles-compare-many': {
    host: { stores, answers: answersOver(512, 20_000) },
    prepare: () => nav().goTo(viewOf('compare', null)),
  },
  'styles-compare-none': shown(stores, () => nav().goTo(viewOf('compare', null)), {
    'changes.open': () => ({ ...nothingDiffers, comparedAt: at('2026-11-23 14:09') }),
  }),
  'styles-compare-never': shown(stores, () => nav().goTo(viewOf('compare', null)), {
    'changes.open': () => nothingDiffers,
  }),
  'customers-later': shown(stores, () => nav().go('customers')),
  'activity-runs': shown(stores, () => nav().go('activity')),
  'activity-run': shown(stores, () => nav().openRun('run-95')),
  'settings-connections': shown(stores, () => nav().goTo({ to: 'settings', section: 'connections' })),
  'settings-flows': shown(stores, () => nav().goTo({ to: 'settings', section: 'flows' })),
  'settings-schedule': shown(stores, () => nav().goTo({ to: 'settings', section: 'schedule' })),
  'settings-products': shown(stores, () => nav().goTo({ to: 'settings', section: 'products' })),
  'settings-stock': shown(stores, () => nav().goTo({ to: 'settings', section: 'stock' })),
  'settings-linesheets': shown(stores, () => nav().goTo({ to: 'settings', section: 'linesheets' })),
  'settings-names': shown(stores, () => nav().goTo({ to: 'settings', section: 'names' })),
  'settings-customers': shown(stores, () => nav().goTo({ to: 'settings', section: 'customers' })),
  'settings-back-up': shown(stores, () => nav().goTo({ to: 'settings', section: 'back-up' })),
  'settings-tuning': shown(stores, () => nav().goTo({ to: 'settings', section: 'tuning' })),
  'settings-products-empty': shown(bare, () => nav().goTo({ to: 'settings', section: 'products' }), nothingRead),
  'settings-stock-empty': shown(bare, () => nav().goTo({ to: 'settings', section: 'stock' }), nothingRead),
  'settings-names-empty': shown(bare, () => nav().goTo({ to: 'settings', section: 'names' }), nothingRead),
  'settings-effect': shown(stores, () => {
    nav().goTo({ to: 'settings', section: 'products' });
    void useEffectQuestion.getState().ask(effect);
  }),
  'settings-orders': shown(stores, () => nav().goTo({ to: 'settings', section: 'orders' })),
  'settings-pc': shown(stores, () => nav().goTo({ to: 'settings', section: 'app' })),
  'dry-run-ready': shown(storesInStep, () => nav().show({ kind: 'dry-run' })),
  'dry-run-reading': shown({ ...stores, run: dryRunNow }, () => nav().show({ kind: 'dry-run' })),
  'dry-run-none': shown(storesInStep, () => nav().show({ kind: 'dry-run' }), { 'runs.plan': () => null }),
  'find-open': shown(stores, () => nav().show({ kind: 'find' })),
  'set-up-connect': shown(setUp('connect')),
  'set-up-start': shown(setUp('connect', notConnected)),
  'set-up-locked': shown(setUp('connect', { ...notConnected, keychain: 'locked' })),
  'set-up-unread': shown({ ...setUp('read'), run: { isLeaving: false, current: null, last: null } }, undefined, {
    'runs.list': () => [],
  }),
  'set-up-reading': shown({ ...setUp('read'), run: dryRunNow }),
  'set-up-read': shown(setUp('read')),
  'set-up-review': shown(setUp('review')),
  'set-up-dry-run': shown(setUp('dry-run')),
  'set-up-go-live': shown(setUp('go-live')),
  'blocked-settings': shown(withApp(stores, { stage: 'blocked', blockedBy: damaged })),
  'home-practice': shown(
    withApp(storesInStep, {
      realm: 'practice',
      profile: { name: 'Practice', isPractice: true },
      joor: { ...stores.app.joor, tag: 'Practice' },
      cin7: { ...stores.app.cin7, tag: 'Practice', checkedAt: at('2026-11-23 14:02') },
    }),
  ),
};
