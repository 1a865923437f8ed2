// The styles of the pictures, and as many more as a test wants, in the shares of the brand: of 512 styles 379 are in step, 14 to
// send, 1 sending, 6 need somebody, 112 are left out; together they have 10,640 SKUs.
import type { StyleFilter, StyleFilterOption, StyleRow } from '../../../core/contract/styles.ts';
import { at } from '../clock.ts';

type Short = readonly [
  number: string,
  name: string,
  state: StyleRow['state'],
  reason: string,
  code: string,
  skus: number,
  usd: string,
  eur: string | null,
  stock: number,
  linesheets: readonly string[],
  season: string,
];

const first: readonly Short[] = [
  [
    'SH-102',
    'Marlow Oxford Shirt',
    'in-step',
    '',
    '',
    24,
    '64.00',
    '59.00',
    1180,
    ['Core Essentials', 'Pre-Fall 27', 'Spring 27 RTW'],
    'Core',
  ],
  [
    'DR-214',
    'Ines Wrap Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price:EUR Wholesale',
    18,
    '148.00',
    null,
    342,
    ['Spring 27 RTW'],
    'Spring 27',
  ],
  [
    'DR-219',
    'Noor Slip Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price:EUR Wholesale',
    18,
    '132.00',
    null,
    208,
    ['Spring 27 RTW'],
    'Spring 27',
  ],
  [
    'BL-207',
    'Arden Blazer',
    'in-step',
    '',
    '',
    21,
    '186.00',
    '172.00',
    415,
    ['Spring 27 RTW', 'Core Essentials'],
    'Spring 27',
  ],
  [
    'SK-160',
    'Lune Bias Skirt',
    'needs-you',
    'Barcode shared with SK-161',
    'shared-barcode:9351234017726',
    12,
    '88.00',
    '81.00',
    264,
    ['Resort 27'],
    'Resort 27',
  ],
  [
    'TR-301',
    'Cove Wide-Leg Trouser',
    'to-send',
    'Linesheets to send',
    'linesheets',
    30,
    '96.00',
    '89.00',
    731,
    ['Resort 27'],
    'Resort 27',
  ],
  ['KN-225', 'Sable Rib Knit', 'sending', 'Prices', 'prices', 20, '78.00', '72.00', 506, ['Resort 27'], 'Resort 27'],
  [
    'CT-118',
    'Harrow Trench Coat',
    'to-send',
    '2 prices changed',
    'prices',
    15,
    '240.00',
    '222.00',
    96,
    ['Spring 27 RTW', 'Resort 27'],
    'Spring 27',
  ],
  ['TE-011', 'Everyday Tee', 'in-step', '', '', 48, '28.00', '26.00', 4920, ['Core Essentials'], 'Core'],
  ['JS-093', 'Rue Jumpsuit', 'in-step', '', '', 10, '124.00', '115.00', 187, ['Resort 27'], 'Resort 27'],
  [
    'TK-045',
    'Fin Silk Tank',
    'in-step',
    '',
    '',
    16,
    '58.00',
    '54.00',
    388,
    ['Spring 27 RTW', 'Core Essentials'],
    'Spring 27',
  ],
  ['KN-231', 'Oda Merino Cardigan', 'left-out', 'No JOOR tag in Cin7', 'no-tag', 20, '92.00', '85.00', 0, [], ''],
  [
    'TR-308',
    'Quay Pleated Trouser',
    'in-step',
    '',
    '',
    28,
    '102.00',
    '94.00',
    629,
    ['Spring 27 RTW', 'Resort 27'],
    'Spring 27',
  ],
  ['ST-132', 'Pali Short', 'in-step', '', '', 24, '54.00', '50.00', 802, ['Resort 27'], 'Resort 27'],
  ['DR-226', 'Sol Shirt Dress', 'in-step', '', '', 18, '118.00', '109.00', 276, ['Resort 27'], 'Resort 27'],
  ['SH-117', 'Tide Camp Shirt', 'in-step', '', '', 20, '62.00', '57.00', 540, ['Resort 27'], 'Resort 27'],
  ['CT-122', 'Birk Wool Coat', 'left-out', 'Discontinued in Cin7', 'inactive', 9, '310.00', '288.00', 12, [], ''],
  [
    'SK-171',
    'Hale Pleat Skirt',
    'in-step',
    '',
    '',
    12,
    '84.00',
    '78.00',
    318,
    ['Spring 27 RTW', 'Core Essentials'],
    'Spring 27',
  ],
  [
    'BL-212',
    'Nora Cropped Blazer',
    'in-step',
    '',
    '',
    18,
    '164.00',
    '152.00',
    233,
    ['Spring 27 RTW', 'Core Essentials'],
    'Spring 27',
  ],
  [
    'SK-161',
    'Lune Bias Midi Skirt in Recycled Satin with Side Slit',
    'needs-you',
    'Barcode shared with SK-160',
    'shared-barcode:9351234017726',
    12,
    '94.00',
    '87.00',
    141,
    ['Resort 27'],
    'Resort 27',
  ],
  [
    'DR-230',
    'Esme Tea Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price:EUR Wholesale',
    18,
    '156.00',
    null,
    95,
    ['Spring 27 RTW'],
    'Spring 27',
  ],
  [
    'DR-233',
    'Vale Column Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price:EUR Wholesale',
    16,
    '172.00',
    null,
    61,
    ['Spring 27 RTW'],
    'Spring 27',
  ],
];

const kinds = ['Shirt', 'Wrap Dress', 'Blazer', 'Pleat Skirt', 'Trouser', 'Rib Knit', 'Trench Coat', 'Tee'];
const codes = ['SH', 'DR', 'BL', 'SK', 'TR', 'KN', 'CT', 'TE'];
const names = [
  'Marlow',
  'Ines',
  'Noor',
  'Arden',
  'Lune',
  'Cove',
  'Sable',
  'Harrow',
  'Rue',
  'Fin',
  'Oda',
  'Quay',
  'Birk',
];

/** Linesheets that are filled with what isn't in a picture, each with its season. */
const others = [
  ['Core Essentials', 'Core'],
  ['Spring 27 RTW', 'Spring 27'],
  ['Pre-Fall 27', 'Pre-Fall 27'],
  ['Showroom Milan', ''],
  ['Spring 27 Europe', 'Spring 27'],
] as const;

const retailOf = (wholesale: string | null) => (wholesale === null ? null : (Number(wholesale) * 2.5).toFixed(2));

function more(index: number, state: StyleRow['state']): Short {
  const kind = index % kinds.length;
  const isOut = state === 'left-out';
  const reasons = ['No JOOR tag in Cin7', 'Discontinued in Cin7', 'Tagged NotWholesale'];
  const [linesheet, season] = others[index % others.length] ?? others[0];
  return [
    `${codes[kind] ?? ''}-${400 + index}`,
    `${names[index % names.length] ?? ''} ${kinds[kind] ?? ''}`,
    state,
    isOut ? (reasons[index % 3] ?? '') : state === 'to-send' ? 'SKUs, prices to send' : '',
    isOut ? 'no-tag' : state === 'to-send' ? 'prices' : '',
    13 + ((index * 5) % 16),
    `${40 + ((index * 7) % 200)}.00`,
    `${37 + ((index * 7) % 185)}.00`,
    (index * 53) % 1400,
    isOut ? [] : [linesheet, ...(index % 5 === 0 ? ['Resort 27'] : [])],
    isOut ? '' : season,
  ];
}

/** The brand's shares of 512, spread evenly over the rest of the list. */
const shares = { 'left-out': 112, 'to-send': 14 } as const;

function restOf(count: number): Short[] {
  const rest = Math.max(0, count - first.length);
  const missing = (state: keyof typeof shares) =>
    Math.round((shares[state] * count) / 512) - first.filter(([, , own]) => own === state).length;
  const isNext = (index: number, many: number) =>
    Math.floor(((index + 1) * many) / rest) > Math.floor((index * many) / rest);
  let inStep = 0;
  const selected = rest - missing('left-out');
  return Array.from({ length: rest }, (_, index) => {
    if (isNext(index, missing('left-out'))) return more(index, 'left-out');
    inStep += 1;
    const isToSend =
      Math.floor((inStep * missing('to-send')) / selected) > Math.floor(((inStep - 1) * missing('to-send')) / selected);
    return more(index, isToSend ? 'to-send' : 'in-step');
  });
}

/** So many styles: those of the pictures first. */
export function styleRows(count: number): StyleRow[] {
  const rows = [...first, ...restOf(count)].map(
    ([number, name, state, reason, code, skus, usd, eur, stock, linesheets, season], index): StyleRow => ({
      key: number,
      number,
      name,
      state,
      reason: { code, sentence: reason, nextStep: '' },
      since: at('2026-11-23 13:03'),
      lastSentAt: state === 'left-out' ? null : at(index % 7 === 3 ? '2026-11-20 16:02' : '2026-11-23 13:03'),
      skus,
      wholesale: [usd, eur],
      retail: [retailOf(usd), retailOf(eur)],
      stock: state === 'left-out' && stock !== 0 ? null : stock,
      linesheets: [...linesheets],
      season,
    }),
  );
  return count === 512 ? withSkus(rows, 10_640) : rows;
}

/** The same with one SKU more or less each, from the end, until there are so many. */
function withSkus(rows: readonly StyleRow[], wanted: number): StyleRow[] {
  const present = rows.reduce((sum, { skus }) => sum + skus, 0);
  const step = Math.sign(wanted - present);
  const last = rows.length - Math.abs(wanted - present);
  return rows.map((row, index) => (index < last ? row : { ...row, skus: row.skus + step }));
}

/** What a style has of each group that styles can be filtered by. */
function valuesOf(row: StyleRow): StyleFilter[] {
  return [
    ...row.linesheets.map((value) => ({ group: 'linesheet' as const, value })),
    ...(row.season === '' ? [] : [{ group: 'season' as const, value: row.season }]),
    { group: 'brand', value: row.number.startsWith('TE') ? 'Aurora Basics' : 'Aurora' },
    ...(row.reason.code.startsWith('no-price:') ? [{ group: 'price' as const, value: row.reason.code }] : []),
    ...(row.stock === 0 ? [{ group: 'stock' as const, value: 'zero' }] : []),
    ...(row.state === 'to-send' ? [{ group: 'part' as const, value: row.reason.code }] : []),
  ];
}

const labels: Readonly<Record<string, string>> = {
  'no-price:EUR Wholesale': 'No EUR Wholesale price',
  zero: 'Nothing in stock',
  prices: 'Prices',
  linesheets: 'Linesheets',
};

/** True for a style that has a value of each group that is asked for. */
export function fitsFilters(row: StyleRow, filters: readonly StyleFilter[]): boolean {
  const own = valuesOf(row);
  return [...new Set(filters.map(({ group }) => group))].every((group) =>
    filters.some(
      (filter) => filter.group === group && own.some((one) => one.group === group && one.value === filter.value),
    ),
  );
}

/** The values of every group over these styles, with their counts. */
export function filterOptions(rows: readonly StyleRow[], filters: readonly StyleFilter[]): StyleFilterOption[] {
  const options = new Map<string, StyleFilterOption>();
  for (const row of rows)
    for (const { group, value } of valuesOf(row)) {
      if (
        !fitsFilters(
          row,
          filters.filter((filter) => filter.group !== group),
        )
      )
        continue;
      const option = options.get(`${group} ${value}`) ?? { group, value, label: labels[value] ?? value, count: 0 };
      options.set(`${group} ${value}`, { ...option, count: option.count + 1 });
    }
  return [...options.values()].sort((one, other) => one.value.localeCompare(other.value));
}
