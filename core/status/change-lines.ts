// A planned change told field by field: what Cin7 Core has, what JOOR has now. From the stored item alone; the same item always
// tells the same. Many equal changes of one style (18 prices that move alike) are one line with their number.
import { z } from 'zod';
import { count } from '../base/text.ts';
import {
  linesheetChangeSchema,
  pricesChangeSchema,
  productChangeSchema,
  skusChangeSchema,
  stockChangeSchema,
  type Change,
  type PriceChange,
} from '../model/plan.ts';
import { styleFieldNames } from '../model/style.ts';
import { fieldWords, shortened } from './field-words.ts';

/** A field of a subject: a style by its key, or a linesheet by its name. */
export interface ChangeLine {
  readonly part: 'product' | 'skus' | 'prices' | 'linesheets' | 'stock';
  readonly subject:
    { readonly kind: 'style'; readonly key: string } | { readonly kind: 'linesheet'; readonly name: string };
  readonly field: string;
  /** Empty where that side has nothing. */
  readonly after: string;
  readonly before: string;
}

type Item = Pick<Change, 'key' | 'part' | 'operation' | 'before' | 'after'>;

export interface LineContext {
  /** What a price type is called, `USD`, by JOOR's id. */
  readonly priceLabel: (priceTypeId: string) => string;
  /** True for a style that JOOR doesn't have yet: its SKUs and prices are told as a whole. */
  readonly isNew: (styleKey: string) => boolean;
}

/** The lines of one planned change; none where it only repeats what JOOR has. */
export function changeLines(item: Item, context: LineContext): ChangeLine[] {
  const isNew = item.part !== 'linesheet' && context.isNew(item.key);
  const lines = {
    product: () => productLines(item),
    skus: () => (isNew ? newSkus(item) : skuLines(item)),
    prices: () => priceLines(item, context, isNew),
    linesheet: () => linesheetLines(item),
    stock: () => stockLines(item),
    // Told as an order, not field by field.
    order: (): ChangeLine[] => [],
  }[item.part]();
  return lines.filter(({ before, after }) => before !== after);
}

const own = (item: Item) => ({ kind: 'style', key: item.key }) as const;

function productLines(item: Item): ChangeLine[] {
  const after = productChangeSchema.parse(item.after);
  const told = productChangeSchema.safeParse(item.before);
  const line = (field: string, now: string, was: string): ChangeLine => ({
    part: 'product',
    subject: own(item),
    field,
    after: shortened(now),
    before: shortened(was),
  });
  if (item.operation === 'create') return [line('Style', 'New in JOOR', '')];
  if (!told.success) return [line('Style', 'Sent again', '')];
  const before = told.data;
  return [
    line(fieldWords['number'] ?? '', after.number, before.number),
    line(fieldWords['name'] ?? '', after.name, before.name),
    ...styleFieldNames.map((name) =>
      line(fieldWords[name] ?? name, after.fields[name] ?? '', before.fields[name] ?? ''),
    ),
  ];
}

/** What JOOR confirmed of one SKU; see skuText in catalog/difference.ts. */
const confirmedSku = z
  .tuple([z.string(), z.string(), z.number(), z.string(), z.string(), z.number()])
  .rest(z.unknown());

const pairName = ({ colour, size }: { readonly colour: string; readonly size: string }) => `${colour} / ${size}`;

function newSkus(item: Item): ChangeLine[] {
  const { skus } = skusChangeSchema.parse(item.after);
  return [{ part: 'skus', subject: own(item), field: 'SKUs', after: `${count(skus.length, 'SKU')}, new`, before: '' }];
}

function skuLines(item: Item): ChangeLine[] {
  const { skus } = skusChangeSchema.parse(item.after);
  const before = Array.isArray(item.before) ? item.before : [];
  const lines = new Map<string, ChangeLine>();
  const add = (field: string, after: string, was: string) => {
    // A colour's new name comes with each of its SKUs, and is one change.
    if (after !== was) lines.set(field, { part: 'skus', subject: own(item), field, after, before: was });
  };
  skus.forEach((sku, index) => {
    const pair = pairName({ colour: sku.colour.code, size: sku.size.code });
    const told = confirmedSku.safeParse(before[index]);
    if (!told.success) {
      add(`SKU, ${pair}`, sku.sku ?? 'New', '');
      return;
    }
    const [, colour, colourPlace, , size, sizePlace, , number, barcode] = told.data;
    add(`Colour, ${sku.colour.code}`, sku.colour.name, colour);
    add(`Size, ${sku.size.code}`, sku.size.name, size);
    add(`Place of ${sku.colour.code}`, String(sku.colour.position), String(colourPlace));
    add(`Place of ${sku.size.code}`, String(sku.size.position), String(sizePlace));
    add(`SKU, ${pair}`, sku.sku ?? '', textOf(number));
    add(`Barcode, ${pair}`, sku.barcode ?? '', textOf(barcode));
  });
  return [...lines.values()];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const confirmedPrice = z.object({ wholesale: z.string(), retail: z.string().nullable() });

function priceLines(item: Item, { priceLabel }: LineContext, isNew: boolean): ChangeLine[] {
  const { prices } = pricesChangeSchema.parse(item.after);
  const before = Array.isArray(item.before) ? item.before : [];
  const groups = new Map<string, { line: ChangeLine; pairs: PriceChange[] }>();
  const add = (price: PriceChange, field: string, after: string, was: string) => {
    if (after === was) return;
    const key = JSON.stringify([field, after, was]);
    const group = groups.get(key) ?? {
      line: { part: 'prices', subject: own(item), field, after, before: was },
      pairs: [],
    };
    group.pairs.push(price);
    groups.set(key, group);
  };
  prices.forEach((price, index) => {
    const told = confirmedPrice.safeParse(before[index]);
    const label = priceLabel(price.priceTypeId);
    add(price, `Wholesale ${label}`, price.wholesale, told.success ? told.data.wholesale : '');
    add(price, `RRP ${label}`, price.retail ?? '', told.success ? (told.data.retail ?? '') : '');
  });
  const all = [...groups.values()];
  return all.map(({ line, pairs }) => {
    const isAlone = all.filter((group) => group.line.field === line.field).length === 1;
    const [first] = pairs;
    if (first === undefined || isNew || (isAlone && pairs.length > 1)) return line;
    const where = pairs.length === 1 ? pairName(first) : count(pairs.length, 'SKU');
    return { ...line, field: `${line.field}, ${where}` };
  });
}

const windowWords = { start: 'Ships from', complete: 'Ships until', cancel: 'Cancel date' } as const;

const previousWindow = z.object({
  window: z.object({ start: z.string().nullable(), complete: z.string().nullable(), cancel: z.string().nullable() }),
});

function linesheetLines(item: Item): ChangeLine[] {
  const { name, window, add, remove } = linesheetChangeSchema.parse(item.after);
  const told = previousWindow.safeParse(item.before);
  const subject = { kind: 'linesheet', name } as const;
  const part = 'linesheets' as const;
  return [
    ...(item.operation === 'create' ? [{ part, subject, field: 'Linesheet', after: 'New in JOOR', before: '' }] : []),
    ...(['start', 'complete', 'cancel'] as const).map((date) => ({
      part,
      subject,
      field: windowWords[date],
      after: window[date] ?? '',
      before: window[date] == null || !told.success ? '' : (told.data.window[date] ?? ''),
    })),
    ...add.map(({ styleKey }) => ({
      part,
      subject: { kind: 'style', key: styleKey } as const,
      field: 'Linesheet',
      after: name,
      before: '',
    })),
    ...remove.map(({ styleKey }) => ({
      part,
      subject: { kind: 'style', key: styleKey } as const,
      field: 'Linesheet',
      after: '',
      before: name,
    })),
  ];
}

function stockLines(item: Item): ChangeLine[] {
  const { warehouse, units, ...pair } = stockChangeSchema.parse(item.after);
  return [
    {
      part: 'stock',
      subject: own(item),
      field: `${warehouse}, ${pairName(pair)}`,
      after: String(units),
      before: typeof item.before === 'number' ? String(item.before) : '',
    },
  ];
}
