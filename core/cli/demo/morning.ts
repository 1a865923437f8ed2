// The hour between two syncs: what the brand's people do in Cin7 Core and JOOR, and which orders retailers place. Told in
// the order in which it happens, at believable minutes.
import { fold } from '../../base/text.ts';
import { minute } from '../../base/dates.ts';
import { nearMissSku } from '../../practice/brand/orders.ts';
import type { BrandRetailer, BrandStyle } from '../../practice/brand/types.ts';
import type { Practice } from '../../practice/practice.ts';

export interface Happening {
  /** Milliseconds after the first sync ended. */
  readonly after: number;
  readonly told: string;
  readonly happens: () => void;
}

/** The hour's happenings, made for the brand that the accounts hold. `styleWithoutPrice` is one that needs a USD price. */
export function morning(practice: Practice, styleWithoutPrice: string): Happening[] {
  const { brand, cin7, joor } = practice;
  const location = brand.locations[0]?.name ?? '';
  const families = brand.styles.filter(
    ({ kind, optionNames, tags, skus }) =>
      kind === 'family' &&
      optionNames.length === 2 &&
      tags.includes('JOOR') &&
      !tags.includes('NotWholesale') &&
      skus.length >= 6,
  );
  const [renamed, discontinued, sold] = pick(families, 3);
  const unpriced = brand.styles.find(({ number }) => number === styleWithoutPrice);
  const [first, second] = pick(
    brand.retailers.filter(
      ({ currency, status, isOnCreditHold }) => currency === 'AUD' && status === 'Active' && !isOnCreditHold,
    ),
    2,
  );
  const happenings: Happening[] = [];
  const at = (minutes: number, told: string, happens: () => void) =>
    happenings.push({ after: minutes * minute, told, happens });

  at(4, `In Cin7, SKU SH-102-BLUE-M gets back the name that buyers order it by: ${nearMissSku}.`, () =>
    cin7.edits.apply({ edit: 'changeProduct', sku: 'SH-102-BLUE-M', changes: { sku: nearMissSku } }),
  );
  if (unpriced !== undefined)
    at(11, `In Cin7, ${unpriced.number} ${unpriced.name} gets its missing USD price.`, () => {
      for (const { sku } of unpriced.skus)
        cin7.edits.apply({ edit: 'changeProduct', sku, changes: { prices: { '4': 62 } } });
    });
  if (renamed !== undefined) {
    const colour = colourOf(renamed);
    at(17, `In Cin7, colour ${colour.value} of ${renamed.number} is called Midnight from now on.`, () =>
      cin7.edits.apply({
        edit: 'renameOptionValue',
        family: renamed.number,
        option: colour.option,
        from: colour.value,
        to: 'Midnight',
      }),
    );
  }
  if (discontinued !== undefined)
    at(23, `In Cin7, ${discontinued.number} ${discontinued.name} is discontinued.`, () => {
      for (const { sku } of discontinued.skus)
        cin7.edits.apply({ edit: 'changeProduct', sku, changes: { status: 'Deprecated' } });
    });
  if (sold !== undefined)
    at(31, `In Cin7, a stock take corrects ${sold.skus.length} SKUs of ${sold.number}.`, () => {
      sold.skus.forEach(({ sku }, index) => cin7.edits.apply({ edit: 'setStock', sku, location, onHand: 7 + index }));
    });
  at(36, 'In JOOR, three new linesheets are published.', () => {
    for (const name of ['Spring 27 RTW', 'Core Essentials', 'Immediates']) joor.edits.publishLinesheet(name);
  });
  if (first !== undefined) at(42, told(first, 'Spring 27 RTW'), () => order(practice, first, 'Spring 27 RTW', 5));
  if (second !== undefined)
    at(51, told(second, 'Core Essentials'), () => order(practice, second, 'Core Essentials', 8));
  return happenings;
}

const told = ({ name }: BrandRetailer, linesheet: string) =>
  `In JOOR, ${name} orders from ${linesheet}, and the order is approved.`;

/** An approved order for the first SKUs of a linesheet, at their prices in JOOR. */
function order({ brand, joor }: Practice, retailer: BrandRetailer, linesheet: string, lines: number): void {
  const styles = brand.styles.filter(
    ({ tags, skus }) =>
      tags.some((tag) => fold(tag) === fold(`Collection_${linesheet}`)) &&
      skus.every(({ status }) => status === 'Active'),
  );
  const skus = styles.flatMap(({ skus: [sku] }) => (sku === undefined ? [] : [sku.sku])).slice(4, 4 + lines);
  joor.edits.placeOrder({
    kind: 'place-order',
    customerCode: retailer.code,
    linesheet,
    poNumber: `PO-${retailer.code}`,
    shipStart: '2027-01-18',
    shipEnd: '2027-02-12',
    lines: skus.map((sku, index) => ({ sku, quantity: 2 + index })),
  } as Parameters<typeof joor.edits.placeOrder>[0]);
}

function colourOf(style: BrandStyle): { option: 1 | 2; value: string } {
  const isFirst = /colou?r/i.test(style.optionNames[0] ?? '');
  return { option: isFirst ? 1 : 2, value: style.skus[0]?.options[isFirst ? 0 : 1] ?? '' };
}

/** Some of a list, spread over it. */
function pick<Item>(list: readonly Item[], number: number): Item[] {
  return Array.from(
    { length: number },
    (_, index) => list[Math.floor(((index + 1) * list.length) / (number + 1))],
  ).filter((item): item is Item => item !== undefined);
}
