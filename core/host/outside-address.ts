// Where something lies in an account's own site. Practice and other custom accounts have no site: there the screen copies the
// number instead.
import type { AppStore } from '../contract/stores.ts';
import type { CommandInput } from '../contract/commands.ts';
import { outsideKinds, outsideSites, type OutsideKind } from '../contract/outside.ts';

type Outside = CommandInput<'outside.open'>;

/**
 * The sandbox's path was seen in use (JOOR 2). That the live site has the same one is believed, not proven: `null` there
 * leaves the numbers of live orders to be copied.
 */
const joorOrderPath: Readonly<Record<'sandbox' | 'live', string | null>> = {
  sandbox: '/ra/orders/review/',
  live: '/ra/orders/review/',
};

/** Cin7 Core's pages of one sale and one product, by the id that its API gives (seen in use, in no reference). */
const cin7Path = { 'cin7-sale': '/Sale#', 'cin7-product': '/Product#' } as const;

const cin7Id = /^[0-9a-f-]{36}$/i;

/** The address, or null where none is known. `cin7` is the base address of Cin7 Core's API in the settings. */
export function outsideAddress(
  { kind, id }: Outside,
  { realm, cin7 }: { readonly realm: AppStore['realm']; readonly cin7: string },
): string | null {
  if (realm === 'practice' || realm === 'custom') return null;
  if (kind === 'cin7' || kind === 'cin7-sale' || kind === 'cin7-product') {
    if (new URL(cin7).origin !== outsideSites.cin7) return null;
    if (kind === 'cin7') return outsideSites.cin7;
    return id !== null && cin7Id.test(id) ? `${outsideSites.cin7}${cin7Path[kind]}${id}` : null;
  }
  const site = realm === 'live' ? outsideSites.joorLive : outsideSites.joorSandbox;
  if (kind === 'joor') return site;
  const path = joorOrderPath[realm];
  return path === null || id === null || !/^\d+$/.test(id) ? null : `${site}${path}${id}?tab=overview`;
}

/** The kinds of things whose address is known on these accounts. */
export function outsideKnown(accounts: Parameters<typeof outsideAddress>[1]): OutsideKind[] {
  const sample = { 'joor-order': '1', 'cin7-sale': someId, 'cin7-product': someId, cin7: null, joor: null };
  return outsideKinds.filter((kind) => outsideAddress({ kind, id: sample[kind] }, accounts) !== null);
}

const someId = '00000000-0000-0000-0000-000000000000';
