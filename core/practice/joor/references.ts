// What a brand can only read through the API: categories and traits, fixed by JOOR, and price types, set up in JOOR's
// screens (JOOR 5.2, 5.3, 5.6). The two SKU traits have constant ids (JOOR 4.1).
import type { Hono } from 'hono';
import { fold } from '../../base/text.ts';
import { listAnswer } from './answers.ts';
import type { Category, PriceType, ProductTrait } from './records.ts';
import type { Account } from './state.ts';

export const colorTrait = { id: base64('SKUTrait:StyleColor'), name: 'Color' } as const;
export const sizeTrait = { id: base64('SKUTrait:Size'), name: 'Size' } as const;

/** The product traits of JOOR's own mapping (JOOR 5.3). Only the code of Materials is documented, the others are invented. */
export const productTraits: readonly ProductTrait[] = [
  ['DIV', 'Division'],
  ['COO', 'Country of Origin'],
  ['FAB', 'Fabrication'],
  ['MEA', 'Measurements'],
  ['SIL', 'Silhouette'],
  ['MAT', 'Materials'],
  ['HEE', 'Heel Height'],
  ['FUR', 'Contains Fur'],
].map(([code = '', name = '']) => ({ id: base64(`ProductTrait:${code}`), name }));

/** Traits whose value keeps a code (JOOR 5.3). */
export const tracedTraits: readonly string[] = ['Division', 'Fabrication', 'Silhouette'];

const apparel = ['Coats', 'Dresses', 'Jackets', 'Knitwear', 'Pants', 'Shirts', 'Shorts', 'Skirts', 'Tops', 'T-Shirts'];
const accessories = ['Bags', 'Belts', 'Gloves', 'Hats', 'Jewelry', 'Scarves', 'Socks'];
const shoes = ['Boots', 'Sandals', 'Sneakers'];
const departments = ['WOMEN', 'MEN', 'UNISEX', 'GIRLS', 'BOYS', 'BABY_GIRLS', 'BABY_BOYS'];
const home = ['Bedding', 'Candles', 'Tableware', 'Throws'];

/** JOOR's category tree as far as practice needs it; the ids are invented but for the two of the reference (JOOR 5.2). */
export function categories(): Category[] {
  const known: Readonly<Record<string, string>> = {
    'WOMEN Hats': '490',
    'BABY_GIRLS Skirts': '2408',
    'MEN Shirts': '228',
  };
  const rows: Category[] = [];
  let next = 3_001;
  const add = (department: string, parentName: string, names: readonly string[]) => {
    for (const name of names) {
      rows.push({ id: known[`${department} ${name}`] ?? String(next), name, parentName, department });
      next += 1;
    }
  };
  for (const department of departments) {
    add(department, 'Apparel', apparel);
    add(department, 'Accessories', accessories);
    add(department, 'Shoes', shoes);
  }
  add('HOME', 'Home', home);
  return rows;
}

/** Mounts the read-only lists. */
export function mountReferences(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/categories', (context) =>
    context.json({
      data: [...state.categories.values()].map(({ id, name, parentName, department }) => ({
        id,
        name,
        parent_name: parentName,
        department,
      })),
      errors: [],
    }),
  );
  v4.get('/traits', (context) =>
    context.json({
      data: [
        ...state.productTraits.map((trait) => ({ ...trait, type: 'product' })),
        { ...colorTrait, type: 'sku' },
        { ...sizeTrait, type: 'sku' },
      ],
      errors: [],
    }),
  );
  v4.get('/price_types', (context) => listAnswer(context, account, [...state.priceTypes.values()].map(priceTypeView)));
}

/** A price type as the API shows it. */
export function priceTypeView(type: PriceType): Record<string, unknown> {
  return { id: type.id, name: type.name, currency_code: type.currency, retail_currency_code: type.retailCurrency };
}

/** Which SKU trait is meant, by id or by name in any case; null for neither. */
export function skuTraitOf(given: {
  trait_id?: string | undefined;
  trait_name?: string | undefined;
}): 'color' | 'size' | null {
  const isTrait = (trait: { id: string; name: string }) =>
    given.trait_id === undefined ? fold(given.trait_name ?? '') === fold(trait.name) : given.trait_id === trait.id;
  return isTrait(colorTrait) ? 'color' : isTrait(sizeTrait) ? 'size' : null;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
