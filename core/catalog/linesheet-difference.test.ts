import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Linesheet, LinesheetItem } from '../model/linesheet.ts';
import {
  linesheetDifference,
  membershipAfterAdding,
  membershipAfterRemoving,
  sameMembership,
  type ProductSkus,
} from './linesheet-difference.ts';

const products = ['1', '2', '3', '4'];
const skusOf = (productId: string) => ['a', 'b', 'c'].map((size) => `${productId}${size}`);

/** Some SKUs of some products. */
const members: fc.Arbitrary<ProductSkus[]> = fc
  .uniqueArray(fc.constantFrom(...products), { maxLength: 4 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((productId) =>
        fc.subarray(skusOf(productId), { minLength: 1 }).map((skuIds): ProductSkus => ({ productId, skuIds })),
      ),
    ),
  );

/** A linesheet as somebody may have made it in JOOR, "every SKU" among its items. */
const items: fc.Arbitrary<LinesheetItem[]> = members.chain((list) =>
  fc.tuple(
    ...list.map(({ productId, skuIds }) =>
      fc.record<LinesheetItem>({
        productId: fc.constant(productId),
        position: fc.option(fc.integer({ min: 1, max: 9 })),
        skuIds: fc.option(fc.constant(skuIds), { freq: 4 }),
      }),
    ),
  ),
);

const sheet = (list: readonly LinesheetItem[]): Linesheet => ({
  id: '7',
  name: 'SS27',
  code: 'SS27',
  window: { start: null, complete: '2027-02-28', cancel: null },
  seasonId: null,
  isHidden: false,
  items: list,
});

const contains = (list: readonly LinesheetItem[], productId: string, skuId: string) =>
  list.some((item) => item.productId === productId && (item.skuIds === null || item.skuIds.includes(skuId)));

/** What JOOR makes of a call by the documented effect of each action (JOOR 5.8). */
function afterAction(
  action: 'ADD_ITEMS' | 'REPLACE_ITEMS',
  before: readonly LinesheetItem[],
  sent: readonly LinesheetItem[],
) {
  if (action === 'REPLACE_ITEMS') return [...sent];
  return [...before.filter((item) => !sent.some(({ productId }) => productId === item.productId)), ...sent];
}

/** One run: what is missing is added, what is no longer wanted is removed right after a fresh read. */
function run(current: readonly LinesheetItem[], wanted: readonly ProductSkus[], ours: readonly ProductSkus[]) {
  const { add, remove } = linesheetDifference({ members: wanted, window: {} }, sheet(current), ours);
  const added = membershipAfterAdding(current, add);
  return { add, remove, added, removed: membershipAfterRemoving(added, remove) };
}

describe('the membership of a managed linesheet', () => {
  it('SHEET-3 ends with all that is wanted in it, and then needs nothing more', () => {
    fc.assert(
      fc.property(items, members, members, (current, wanted, ours) => {
        const { removed } = run(current, wanted, ours);
        for (const { productId, skuIds } of wanted)
          expect(skuIds.filter((skuId) => !contains(removed, productId, skuId))).toEqual([]);
        const again = linesheetDifference({ members: wanted, window: {} }, sheet(removed), []);
        expect(again.add).toEqual([]);
      }),
    );
  });

  it('SHEET-1 what we did not put there survives everything', () => {
    fc.assert(
      fc.property(items, members, members, (current, wanted, ours) => {
        const { removed } = run(current, wanted, ours);
        const isOurs = (productId: string, skuId: string) =>
          ours.some((one) => one.productId === productId && one.skuIds.includes(skuId));
        const lost = current.flatMap((item) =>
          (item.skuIds ?? skusOf(item.productId)).filter(
            (skuId) => !isOurs(item.productId, skuId) && !contains(removed, item.productId, skuId),
          ),
        );
        expect(lost).toEqual([]);
        // An item for every SKU stays one, in its place.
        for (const item of current.filter(({ skuIds }) => skuIds === null)) expect(removed).toContainEqual(item);
      }),
    );
  });

  it('adding and then removing the same gives back what was there', () => {
    fc.assert(
      fc.property(items, members, (current, wanted) => {
        const { add } = linesheetDifference({ members: wanted, window: {} }, sheet(current), []);
        expect(membershipAfterRemoving(membershipAfterAdding(current, add), add)).toEqual(current);
      }),
    );
  });

  it('removes only what is ours, still there and no longer wanted', () => {
    fc.assert(
      fc.property(items, members, members, (current, wanted, ours) => {
        for (const { productId, skuIds } of run(current, wanted, ours).remove)
          for (const skuId of skuIds) {
            expect(contains(current, productId, skuId)).toBe(true);
            expect(ours.some((one) => one.productId === productId && one.skuIds.includes(skuId))).toBe(true);
            expect(wanted.some((one) => one.productId === productId && one.skuIds.includes(skuId))).toBe(false);
          }
      }),
    );
  });

  it('SHEET-2 ends the same under both readings of the item action', () => {
    fc.assert(
      fc.property(items, members, members, (current, wanted, ours) => {
        const { added, removed } = run(current, wanted, ours);
        // An addition carries everything, so that the default, which replaces, does the same.
        expect(sameMembership(afterAction('ADD_ITEMS', current, added), added)).toBe(true);
        expect(sameMembership(afterAction('REPLACE_ITEMS', current, added), added)).toBe(true);
        // A removal is sent as the default itself: an unknown parameter changes nothing.
        expect(sameMembership(afterAction('REPLACE_ITEMS', added, removed), removed)).toBe(true);
      }),
    );
  });

  it("keeps JOOR's order and puts new styles behind", () => {
    const current = [
      { productId: '1', position: 5, skuIds: ['1a'] },
      { productId: '2', position: null, skuIds: null },
    ];
    const add = [
      { productId: '3', skuIds: ['3a'] },
      { productId: '1', skuIds: ['1b', '1a'] },
      { productId: '2', skuIds: ['2a'] },
    ];
    expect(membershipAfterAdding(current, add)).toEqual([
      { productId: '1', position: 5, skuIds: ['1a', '1b'] },
      { productId: '2', position: null, skuIds: null },
      { productId: '3', position: 6, skuIds: ['3a'] },
    ]);
    expect(membershipAfterAdding([], add.slice(0, 1))).toEqual([{ productId: '3', position: 1, skuIds: ['3a'] }]);
  });

  it('takes a style out whose last listed SKU goes', () => {
    const current = [{ productId: '1', position: 1, skuIds: ['1a', '1b'] }];
    expect(membershipAfterRemoving(current, [{ productId: '1', skuIds: ['1a'] }])).toEqual([
      { productId: '1', position: 1, skuIds: ['1b'] },
    ]);
    expect(membershipAfterRemoving(current, [{ productId: '1', skuIds: ['1b', '1a'] }])).toEqual([]);
  });

  it('is compared without regard to order, but "every SKU" is not the same as each of them', () => {
    const one = { productId: '1', position: 1, skuIds: ['1a', '1b'] };
    const other = { productId: '2', position: 2, skuIds: null };
    expect(sameMembership([one, other], [other, { ...one, position: null, skuIds: ['1b', '1a'] }])).toBe(true);
    expect(sameMembership([one], [{ ...one, skuIds: null }])).toBe(false);
    expect(sameMembership([one], [])).toBe(false);
  });

  it('SHEET-3 dates are sent only where they are set and differ', () => {
    const window = (wanted: Partial<Linesheet['window']>) =>
      linesheetDifference({ members: [], window: wanted }, sheet([]), []).window;
    expect(window({})).toEqual({});
    expect(window({ start: '2027-01-15', complete: '2027-02-28', cancel: null })).toEqual({ start: '2027-01-15' });
  });
});
