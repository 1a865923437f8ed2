// The business content of an order as one hash, to notice edits. Dates of reading, export marks and the like don't count.
import { hashOf } from '../base/hash.ts';
import type { Order } from '../model/order.ts';

/** A hash that changes when anything changes that Cin7 Core or a person would want to know. */
export function fingerprintOf(order: Order): string {
  const { modifiedAt: _modified, createdAt: _created, lines, ...business } = order;
  const bare = lines.map(({ id: _id, ...line }) => hashOf(line)).sort();
  return hashOf({ ...business, lines: bare });
}
