// What the host of the pictures answers to the settings' editors: lists of Aurora Apparel's accounts, one style, a draft's
// effect, back-ups.
import type { BackUp, Choice, Choices, SettingsEffect, SettingsPreview } from '../../../core/contract/settings.ts';
import { at } from '../clock.ts';

const choice = (value: string, detail = '', label = value): Choice => ({ value, label, detail });

export const choices: Required<Choices> = {
  receivables: [choice('610', '', '610, Accounts Receivable')],
  revenues: [choice('200', '', '200, Sales'), choice('260', '', '260, Other Revenue')],
  taxRules: [
    choice('GST on Income', '10 %'),
    choice('GST Free Exports', '0 %'),
    choice('Tax on Sales of Wholesale Goods Dispatched to the European Union', '0 %'),
  ],
  terms: [choice('30 days'), choice('60 days'), choice('Prepaid')],
  carriers: [choice('DHL Express'), choice('StarTrack')],
  salesReps: [choice('Dana Whitfield', 'Sales'), choice('Marcus Oyelaran', 'Sales')],
  tierNames: ['Wholesale AUD', 'Wholesale USD', 'EUR Wholesale', 'RRP AUD'].map((name) => choice(name)),
  tiers: [
    choice('1', '', 'Tier 1, Wholesale USD'),
    choice('2', '', 'Tier 2, EUR Wholesale'),
    choice('3', '', 'Tier 3, RRP USD'),
    choice('4', 'no prices', 'Tier 4, Tier 4'),
  ],
  locations: [choice('Sydney DC', 'default'), choice('Melbourne Store'), choice('Los Angeles 3PL'), choice('Returns')],
  services: [choice('Freight'), choice('Handling')],
  tags: [
    choice('JOOR', '400 styles'),
    choice('NotWholesale', '12 styles'),
    choice('Collection_Spring 27 RTW', '96 styles'),
  ],
  optionNames: [choice('Colour', '388 styles'), choice('Size', '400 styles'), choice('Wash', '12 styles')],
  attributes: Array.from({ length: 10 }, (_, index) =>
    choice(String(index + 1), ['Fabric', 'Care', 'JOOR code'][index] ?? '', `Additional attribute ${index + 1}`),
  ),
  countries: [
    choice('Australia', '31 orders'),
    choice('United States', '18 orders'),
    choice('France', '4 orders'),
    choice('Germany'),
    choice('Japan'),
  ],
  linesheets: [
    choice('Spring 27 RTW', '96 styles'),
    choice('Resort 27', '58 styles'),
    choice('Pre-Fall 27 MTO', 'in JOOR'),
  ],
  joorPriceTypes: [
    choice('["USD Wholesale","USD"]', '', 'USD Wholesale, USD'),
    choice('["EUR Wholesale","EUR"]', '', 'EUR Wholesale, EUR'),
    choice('["GBP Wholesale","GBP"]', '', 'GBP Wholesale, GBP'),
  ],
  joorWarehouses: [choice('Main', '52 orders'), choice('US', '9 orders')],
  joorTerms: [choice('Net 30', '40 orders'), choice('Credit Card', '12 orders')],
  joorCarriers: [choice('DHL', '22 orders'), choice('Best way', '7 orders')],
  joorSalesReps: [choice('Dana W.', '19 orders')],
  joorCurrencies: [choice('USD', '18 retailers'), choice('EUR', '6 retailers')],
};

const line = (label: string, after: string, before = after) => ({ label, before, after });

const lines = [
  line('Name', 'Harbour Wrap Dress'),
  line('Style number', 'DR-214'),
  line(
    'Description',
    'A wrap dress in washed linen with a tie waist, side pockets and a hem that falls below the knee.',
  ),
  line('Country of origin', 'Australia'),
  line('Colours', 'Ivory, Ink, Terracotta'),
  line('Sizes', 'XS, S, M, L, XL'),
  line('USD Wholesale', '118.00 USD'),
  line('EUR Wholesale', '112.00–114.00 EUR'),
  line('Linesheets', 'Spring 27 RTW'),
];

/** The style as it is, and with a draft: its materials come from the first attribute. */
export const preview = (isDraft: boolean, place: number): SettingsPreview => ({
  number: 'DR-214',
  name: 'Harbour Wrap Dress',
  at: place,
  of: 400,
  leftOut: null,
  lines: isDraft ? lines.toSpliced(4, 0, line('Materials', '100 % linen', '')) : lines,
});

export const effect: SettingsEffect = {
  styles: 400,
  changed: 388,
  added: 0,
  left: 12,
  examples: [
    { number: 'DR-214', name: 'Harbour Wrap Dress', kind: 'changed', lines: [line('Materials', '100 % linen', '')] },
    {
      number: 'SK-160',
      name: 'Pleated Midi Skirt with Contrast Waistband, Limited Anniversary Edition for the Northern Hemisphere',
      kind: 'changed',
      lines: [line('Materials', '62 % wool, 38 % recycled polyester', '')],
    },
    { number: 'TP-031', name: 'Boxy Tee', kind: 'left', lines: [] },
  ],
};

export const backUps: BackUp[] = [
  {
    name: 'ledger-live-41207-3f9a0c1e5b7d2a46-20261122T070200.db',
    at: at('2026-11-22 18:02'),
    bytes: 48_234_496,
    why: 'asked',
  },
  {
    name: 'ledger-live-41207-3f9a0c1e5b7d2a46-before-schema-22.db',
    at: at('2026-11-02 09:00'),
    bytes: 41_021_440,
    why: 'before-upgrade',
  },
];
