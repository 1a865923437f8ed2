// What a plan rests on besides what was read: a plan of other settings or other accounts says nothing about what would be sent
// now (GO-3, GO-5).
import { hashOf } from '../base/hash.ts';
import type { Settings } from '../settings/index.ts';

/** A fingerprint of the settings that decide what is sent and where; which flows are on, and since when, isn't among them. */
export function planBasis({ connections, products, linesheets, customers, inventory, orders }: Settings): string {
  const { goLive: _goLive, ...ordersThen } = orders;
  return hashOf({ connections, products, linesheets, customers, inventory, orders: ordersThen });
}
