// What a managed linesheet needs so that our members are in it and our former ones aren't (SHEET-1 to SHEET-3). Only
// our own difference: items that somebody else put there stay, and so do SKUs that an open order contains.
import type { Linesheet, LinesheetItem, ShipWindow } from '../model/linesheet.ts';

/** SKUs of one style by JOOR's ids. */
export interface ProductSkus {
  readonly productId: string;
  readonly skuIds: readonly string[];
}

export interface LinesheetDifference {
  /** Ours that are missing in JOOR. */
  readonly add: readonly ProductSkus[];
  /** Added by us, no longer wanted, still in JOOR. */
  readonly remove: readonly ProductSkus[];
  /** Dates that settings give and JOOR has otherwise. */
  readonly window: Partial<ShipWindow>;
}

/**
 * The difference between what we want in a linesheet and what JOOR has.
 * `ours` are the members that we added earlier; only they may be taken out again.
 */
export function linesheetDifference(
  wanted: { readonly members: readonly ProductSkus[]; readonly window: Partial<ShipWindow> },
  current: Linesheet,
  ours: readonly ProductSkus[],
): LinesheetDifference {
  const present = new Map(current.items.map((item) => [item.productId, item]));
  const wantedSkus = new Map(wanted.members.map(({ productId, skuIds }) => [productId, new Set(skuIds)]));
  const add = wanted.members.map(({ productId, skuIds }) => ({
    productId,
    skuIds: skuIds.filter((skuId) => !contains(present.get(productId), skuId)),
  }));
  const remove = ours.map(({ productId, skuIds }) => ({
    productId,
    skuIds: skuIds.filter(
      (skuId) => contains(present.get(productId), skuId) && wantedSkus.get(productId)?.has(skuId) !== true,
    ),
  }));
  return { add: nonEmpty(add), remove: nonEmpty(remove), window: changedDates(wanted.window, current.window) };
}

/** The whole membership after adding: JOOR's own order first, new styles behind (SHEET-2, SHEET-3). */
export function membershipAfterAdding(current: readonly LinesheetItem[], add: readonly ProductSkus[]): LinesheetItem[] {
  const added = new Map(add.map(({ productId, skuIds }) => [productId, skuIds]));
  const kept = current.map((item) => {
    const more = added.get(item.productId);
    added.delete(item.productId);
    // No list means every SKU: ours are among them already.
    if (more === undefined || item.skuIds === null) return item;
    return { ...item, skuIds: [...item.skuIds, ...more.filter((skuId) => item.skuIds?.includes(skuId) !== true)] };
  });
  const last = current.reduce((highest, { position }) => Math.max(highest, position ?? 0), 0);
  const fresh = [...added].map(([productId, skuIds], index) => ({ productId, position: last + index + 1, skuIds }));
  return [...kept, ...fresh];
}

/** The whole membership after removing; a style none of whose listed SKUs remain leaves the linesheet. */
export function membershipAfterRemoving(
  current: readonly LinesheetItem[],
  remove: readonly ProductSkus[],
): LinesheetItem[] {
  const removed = new Map(remove.map(({ productId, skuIds }) => [productId, new Set(skuIds)]));
  return current.flatMap((item) => {
    const gone = removed.get(item.productId);
    if (gone === undefined || item.skuIds === null) return [item];
    const skuIds = item.skuIds.filter((skuId) => !gone.has(skuId));
    return skuIds.length === 0 ? [] : [{ ...item, skuIds }];
  });
}

/** True when two memberships list the same styles with the same SKUs, in whatever order. */
export function sameMembership(a: readonly LinesheetItem[], b: readonly LinesheetItem[]): boolean {
  const texts = (items: readonly LinesheetItem[]) =>
    items
      .map(({ productId, skuIds }) => `${productId}:${skuIds === null ? '*' : [...skuIds].sort().join(',')}`)
      .sort()
      .join(';');
  return texts(a) === texts(b);
}

function contains(item: LinesheetItem | undefined, skuId: string): boolean {
  return item !== undefined && (item.skuIds === null || item.skuIds.includes(skuId));
}

function nonEmpty(list: readonly ProductSkus[]): ProductSkus[] {
  return list.filter(({ skuIds }) => skuIds.length > 0);
}

function changedDates(wanted: Partial<ShipWindow>, current: ShipWindow): Partial<ShipWindow> {
  const changed: { start?: string; complete?: string; cancel?: string } = {};
  for (const name of ['start', 'complete', 'cancel'] as const) {
    const date = wanted[name];
    if (date != null && date !== current[name]) changed[name] = date;
  }
  return changed;
}
