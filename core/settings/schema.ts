// The settings file's shape, its defaults and the rules inside one value. A hand-written partial file is fine: what is
// missing takes its default, what is unknown is an error that names it. Never holds a secret (SEC-1).
import { z } from 'zod';
import { attributeCount, tierCount } from '../model/product.ts';
import type { StyleFieldName } from '../model/style.ts';

const settingsVersion = 1;

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address on this computer: the only ones that may be http or have their own pace (SEC-5). */
export function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopbackHosts.has(new URL(address).hostname);
}

const hostAddress = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
  },
  { error: 'must be an https address (http only on this computer, for practice)' },
);

const wholeNumber = { error: 'must be a whole number' };
const positive = z.number(wholeNumber).int(wholeNumber).positive({ error: 'must be a whole number above zero' });
/** Zero and more. */
const natural = z.number(wholeNumber).int(wholeNumber).min(0, { error: "can't be below zero" });
const filled = z.string().min(1, { error: "can't be empty" });
const names = z.array(z.string().trim().min(1, { error: "can't hold an empty name" }));
const plainDate = z.iso.date({ error: 'must be a date such as 2027-01-31' });
const attributeNumber = z.number().int().min(1).max(attributeCount);
const tierCode = z.number().int().min(1).max(tierCount);

/** An object whose members all have defaults, so that leaving it out means all defaults. */
function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.strictObject(shape);
  return z.preprocess((value) => value ?? {}, schema);
}

const connections = section({
  cin7: section({
    baseUrl: hostAddress.default('https://inventory.dearsystems.com/ExternalApi/v2'),
    pace: z.strictObject({ calls: positive, seconds: positive }).optional(),
  }),
  joor: section({
    environment: z.enum(['sandbox', 'live', 'custom']).default('sandbox'),
    accountId: z.string().trim().default(''),
    apiUrl: hostAddress.optional(),
    authUrl: hostAddress.optional(),
    pace: z.strictObject({ credits: positive, seconds: positive }).optional(),
  }),
});

const flows = section({
  products: z.literal(true, { error: "can't be switched off: everything else is built on products" }).default(true),
  linesheets: z.boolean().default(true),
  images: z.boolean().default(true),
  customers: z.boolean().default(true),
  inventory: z.boolean().default(true),
  orders: z.boolean().default(true),
});

/** Where the value of a JOOR field comes from. */
const fieldSource = z.union([
  z.literal('off'),
  z.strictObject({
    from: z.enum(['name', 'sku', 'shortDescription', 'description', 'brand', 'category', 'countryOfOrigin']),
  }),
  z.strictObject({ attribute: attributeNumber }),
  z.strictObject({ text: z.string() }),
]);

const defaultFields: Record<StyleFieldName, z.infer<typeof fieldSource>> = {
  name: { from: 'name' },
  styleNumber: { from: 'sku' },
  description: { from: 'description' },
  countryOfOrigin: { from: 'countryOfOrigin' },
  orderMinimum: 'off',
  materials: 'off',
  fabrication: 'off',
  silhouette: 'off',
  division: 'off',
  measurements: 'off',
};

const requiredSource = fieldSource.refine((source) => source !== 'off', {
  error: "can't be off: JOOR takes no style without it",
});

const products = section({
  selectTags: names.default(['JOOR']),
  excludeTags: names.default([]),
  includeWithoutFamily: z.boolean().default(true),
  colorOptionNames: names.default(['Color', 'Colour', 'Colorway', 'Colourway', 'Shade', 'Print']),
  sizeOptionNames: names.default(['Size', 'Sizes', 'Waist']),
  splitByColor: z.boolean().default(false),
  fields: section({
    name: requiredSource.prefault(defaultFields.name),
    styleNumber: requiredSource.prefault(defaultFields.styleNumber),
    description: fieldSource.default(defaultFields.description),
    orderMinimum: fieldSource.default(defaultFields.orderMinimum),
    materials: fieldSource.default(defaultFields.materials),
    fabrication: fieldSource.default(defaultFields.fabrication),
    silhouette: fieldSource.default(defaultFields.silhouette),
    countryOfOrigin: fieldSource.default(defaultFields.countryOfOrigin),
    division: fieldSource.default(defaultFields.division),
    measurements: fieldSource.default(defaultFields.measurements),
  }),
  priceTypes: z
    .array(
      z.strictObject({
        joorPriceType: z.strictObject({
          name: filled,
          currency: z.string().length(3, { error: 'must be a currency code of three letters' }),
        }),
        wholesaleTier: tierCode,
        retailTier: tierCode.optional(),
      }),
    )
    .default([]),
});

const linesheets = section({
  from: z
    .union([
      z.strictObject({ kind: z.literal('tagPrefix'), prefix: filled }),
      z.strictObject({ kind: z.literal('field'), field: z.enum(['category', 'brand']) }),
      z.strictObject({ kind: z.literal('field'), attribute: attributeNumber }),
    ])
    .default({ kind: 'tagPrefix', prefix: 'Collection_' }),
  removeWhenUntagged: z.boolean().default(true),
  details: z
    .record(
      z.string(),
      z.strictObject({
        code: filled.optional(),
        season: z.string().optional(),
        start: plainDate.optional(),
        complete: plainDate.optional(),
        cancel: plainDate.optional(),
        madeToOrder: z.boolean().default(false),
      }),
    )
    .default({}),
});

const customers = section({
  selectTags: names.default(['JOOR']),
  codeFrom: z.union([z.literal('id'), z.literal('name'), z.strictObject({ attribute: attributeNumber })]).optional(),
  newOnes: z.enum(['ask', 'submit']).default('ask'),
});

const inventory = section({
  warehouses: z
    .array(
      z.strictObject({
        joorWarehouse: filled,
        locations: names.min(1, { error: 'must name at least one location' }),
      }),
    )
    .default([]),
  buffer: natural.default(0),
  pendingOrders: z.enum(['joor', 'ignore']).default('ignore'),
});

/** Account codes are texts that mostly look like numbers, and are typed as such. */
const accountCode = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1));

const claimPolicy = z.enum(['when-available', 'always', 'never']);

const orders = section({
  saleType: z.enum(['Simple', 'Advanced']).default('Simple'),
  claim: claimPolicy.default('when-available'),
  claimFuture: z.enum(['same', 'draft']).default('same'),
  futureDays: natural.default(30),
  claimRules: z
    .array(
      z.union([
        z.strictObject({ linesheet: filled, claim: claimPolicy }),
        z.strictObject({ productTag: filled, claim: claimPolicy }),
      ]),
    )
    .default([]),
  invoice: z.enum(['none', 'draft', 'authorised']).default('none'),
  goLive: z.iso.datetime({ offset: true }).optional(),
  location: filled.optional(),
  warehouseLocations: z.record(z.string(), filled).default({}),
  createCustomers: z.boolean().default(true),
  newCustomer: section({
    receivable: accountCode.optional(),
    revenue: accountCode.optional(),
    terms: filled.optional(),
    taxRule: filled.optional(),
    taxRulesByCountry: z.record(z.string(), filled).default({}),
    priceTier: filled.optional(),
  }),
  taxRules: z.record(z.string(), filled).default({}),
  maps: section({
    terms: z.record(z.string(), filled).default({}),
    carrier: z.record(z.string(), filled).default({}),
    salesRep: z.record(z.string(), filled).default({}),
    unmapped: z.enum(['hold', 'warn']).default('warn'),
  }),
  freightService: filled.optional(),
  currencyRates: z
    .record(
      z.string().length(3),
      z.strictObject({
        rate: z.string().regex(/^(?!0+(\.0*)?$)\d+(\.\d{1,5})?$/, 'must be a number above zero with up to five places'),
        asOf: plainDate,
      }),
    )
    .default({}),
  currencyRateDays: positive.default(30),
  reference: filled.default('{po} JOOR-{id}'),
  shipBy: z.enum(['start', 'complete']).default('start'),
  onCreditHold: z.enum(['hold', 'draft', 'export']).default('hold'),
  markInJoor: z.boolean().default(true),
  lookupDelays: z.array(positive).min(1, { error: 'must name at least one delay' }).default([30, 120, 600]),
});

const batch = section({
  styles: positive.default(50),
  skus: positive.default(500),
  prices: positive.default(1000),
  linesheets: positive.default(4),
  stock: positive.default(1000),
  orders: positive.default(100),
});

const retention = section({
  orderDays: positive.default(180),
  requestDays: positive.default(14),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the day such as 20:00');

/** Notices outside the window; equal times mean no quiet hours. */
const notifications = section({
  on: z.boolean().default(true),
  quietFrom: timeOfDay.default('20:00'),
  quietTo: timeOfDay.default('07:00'),
});

const app = section({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  launchAtLogin: z.boolean().default(false),
  closeToTray: z.boolean().default(false),
});

export const settingsSchema = z.strictObject({
  version: z.literal(settingsVersion).default(settingsVersion),
  /** Grows by one with every save; a save that started from another revision is refused. */
  revision: z.number().int().min(0).default(0),
  connections,
  schedule: section({
    everyMinutes: z
      .number(wholeNumber)
      .int(wholeNumber)
      .min(60, { error: 'must be at least 60: longer is fine, shorter is refused' })
      .default(60),
    paused: z.boolean().default(false),
  }),
  flows,
  products,
  linesheets,
  customers,
  inventory,
  orders,
  batch,
  retention,
  notifications,
  app,
});

export type Settings = z.infer<typeof settingsSchema>;
export type FieldSource = z.infer<typeof fieldSource>;
