// What was changed in an order since it was exported: business fields only, whatever its dates of modification say,
// because a mark moves them as well (ORD-10).
import { Decimal } from '../base/decimal.ts';
import { count } from '../base/text.ts';
import type { Order, OrderAddress, OrderLine } from '../model/order.ts';
import { soldLines } from './lines.ts';

export interface OrderChange {
  /** The field in words: `ship window`, `SH-1 Navy M`. */
  readonly what: string;
  /** As people read it; empty where there was or is nothing. */
  readonly before: string;
  readonly now: string;
  /** True for what the sale's lines and totals show: lines, discount, freight, total. */
  readonly isAmount: boolean;
}

/** The fields whose change somebody must know about, with the words for them. */
const fields: readonly (readonly [string, (order: Order) => string])[] = [
  ['PO number', ({ poNumber }) => poNumber],
  ['retailer', ({ customerCode }) => customerCode],
  ['currency', ({ currency }) => currency],
  ['warehouse', ({ warehouse }) => warehouse],
  ['ship window', ({ shipStart, shipEnd }) => [shipStart, shipEnd].filter((date) => date !== null).join(' to ')],
  ['payment terms', ({ paymentMethod }) => paymentMethod],
  ['shipping method', ({ shippingMethod }) => shippingMethod],
  ['comments', ({ comments }) => comments],
  ['shipping address', ({ shipTo }) => addressText(shipTo)],
  ['billing address', ({ billTo }) => addressText(billTo)],
  ['discount', ({ discountAmount, discountPercent }) => `${money(discountAmount)} or ${money(discountPercent)} %`],
  ['freight', ({ freight }) => money(freight)],
  ['total', ({ total }) => money(total)],
];

const amounts: ReadonlySet<string> = new Set(['discount', 'freight', 'total']);

/** What differs between an order as it was and as it is now; its stage is looked at by itself. */
export function orderChanges(before: Order, now: Order): OrderChange[] {
  const changed = fields.flatMap(([what, valueOf]): OrderChange[] => {
    const [was, is] = [valueOf(before), valueOf(now)];
    return was === is ? [] : [{ what, before: was, now: is, isAmount: amounts.has(what) }];
  });
  return [...lineChanges(before, now), ...changed];
}

/** The changes as part of a sentence: `2 lines and the ship window`. */
export function changesInWords(before: Order, changes: readonly OrderChange[]): string {
  const names = new Set(fields.map(([what]) => what));
  const lines = changes.filter(({ what }) => !names.has(what)).length;
  // What follows from changed lines isn't told a second time.
  const others = changes.filter(({ what }) => names.has(what) && (lines === 0 || what !== 'total'));
  const parts = [...(lines === 0 ? [] : [count(lines, 'line')]), ...others.map(({ what }) => `the ${what}`)];
  const last = parts.pop();
  if (last === undefined) return `order ${before.id}`;
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

function lineChanges(before: Order, now: Order): OrderChange[] {
  const [was, is] = [linesByKey(before), linesByKey(now)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].flatMap((key): OrderChange[] => {
    const [old, present] = [was.get(key), is.get(key)];
    const [first] = present ?? old ?? [];
    const [oldText, newText] = [linesText(old), linesText(present)];
    return first === undefined || oldText === newText
      ? []
      : [{ what: nameOf(first), before: oldText, now: newText, isAmount: true }];
  });
}

function linesByKey({ lines }: Order): Map<string, OrderLine[]> {
  const byKey = new Map<string, OrderLine[]>();
  for (const line of soldLines(lines)) {
    const key = JSON.stringify([line.styleNumber, line.colourCode, line.sizeCode]);
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return byKey;
}

function linesText(lines: readonly OrderLine[] = []): string {
  return lines
    .map(
      ({ quantity, packSize, netPrice }) =>
        `${quantity}${packSize === null ? '' : ` x ${packSize}`} at ${money(netPrice)}`,
    )
    .sort()
    .join(', ');
}

const nameOf = ({ styleNumber, colour, size }: OrderLine) =>
  [styleNumber, colour, size].filter((part) => part !== '').join(' ');

/** The same amount in the same words, however many zeros it came with. */
const money = (text: string) => new Decimal(text === '' ? 0 : text).toFixed(2);

function addressText({ name, line1, line2, city, region, postcode, country }: OrderAddress): string {
  return [name, line1, line2, city, region, postcode, country].filter((part) => part !== '').join(', ');
}
