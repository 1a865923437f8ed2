// Where something lies in an account's own site. Practice and other custom accounts have no site; a sale's own address isn't
// known, so there is none: the screen copies its number instead.
import type { AppStore } from '../contract/stores.ts';
import type { CommandInput } from '../contract/commands.ts';
import { outsideSites } from '../contract/outside.ts';

type Outside = CommandInput<'outside.open'>;

/**
 * The sandbox's path was seen in use (JOOR 2). That the live site has the same one is believed, not proven: `null` there
 * leaves the numbers of live orders to be copied.
 */
const joorOrderPath: Readonly<Record<'sandbox' | 'live', string | null>> = {
  sandbox: '/ra/orders/review/',
  live: '/ra/orders/review/',
};

/** The address, or null where none is known. `cin7` is the base address of Cin7 Core's API in the settings. */
export function outsideAddress(
  { kind, id }: Outside,
  { realm, cin7 }: { readonly realm: AppStore['realm']; readonly cin7: string },
): string | null {
  if (realm === 'practice' || realm === 'custom' || kind === 'cin7-sale') return null;
  if (kind === 'cin7') return new URL(cin7).origin === outsideSites.cin7 ? outsideSites.cin7 : null;
  const site = realm === 'live' ? outsideSites.joorLive : outsideSites.joorSandbox;
  if (kind === 'joor') return site;
  const path = joorOrderPath[realm];
  return path === null || id === null || !/^\d+$/.test(id) ? null : `${site}${path}${id}?tab=overview`;
}
