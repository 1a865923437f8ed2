// The styles of the pictures; as many more as a test wants.
import type { StyleDetail, StyleRow } from '../../../core/contract/queries.ts';
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
    ['Core Essentials', 'Resort 27', 'Spring 27 RTW'],
  ],
  [
    'DR-214',
    'Ines Wrap Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price',
    18,
    '148.00',
    null,
    342,
    ['Spring 27 RTW'],
  ],
  [
    'DR-219',
    'Noor Slip Dress',
    'needs-you',
    'No EUR wholesale price',
    'no-price',
    18,
    '132.00',
    null,
    208,
    ['Spring 27 RTW'],
  ],
  ['BL-207', 'Arden Blazer', 'in-step', '', '', 21, '186.00', '172.00', 415, ['Spring 27 RTW', 'Core Essentials']],
  [
    'SK-160',
    'Lune Bias Skirt',
    'needs-you',
    'Barcode shared with SK-161',
    'shared-barcode',
    12,
    '88.00',
    '81.00',
    264,
    ['Resort 27'],
  ],
  [
    'TR-301',
    'Cove Wide-Leg Trouser',
    'to-send',
    '6 images, after JOOR’s limit',
    'images',
    30,
    '96.00',
    '89.00',
    731,
    ['Resort 27', 'Core Essentials'],
  ],
  ['KN-225', 'Sable Rib Knit', 'sending', 'Image 4 of 6', 'images', 20, '78.00', '72.00', 506, ['Resort 27']],
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
  ],
  ['TE-011', 'Everyday Tee', 'in-step', '', '', 48, '28.00', '26.00', 4920, ['Core Essentials']],
  ['JS-093', 'Rue Jumpsuit', 'in-step', '', '', 10, '124.00', '115.00', 187, ['Resort 27']],
  ['TK-045', 'Fin Silk Tank', 'in-step', '', '', 16, '58.00', '54.00', 388, ['Spring 27 RTW', 'Core Essentials']],
  ['KN-231', 'Oda Merino Cardigan', 'left-out', 'No JOOR tag in Cin7', 'no-tag', 20, '92.00', '85.00', 0, []],
  ['TR-308', 'Quay Pleated Trouser', 'in-step', '', '', 28, '102.00', '94.00', 629, ['Spring 27 RTW', 'Resort 27']],
  ['CT-122', 'Birk Wool Coat', 'left-out', 'Discontinued in Cin7', 'inactive', 9, '310.00', '288.00', 12, []],
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

function more(index: number): Short {
  const kind = index % kinds.length;
  const isOut = index % 4 === 3;
  return [
    `${codes[kind] ?? ''}-${400 + index}`,
    `${names[index % names.length] ?? ''} ${kinds[kind] ?? ''}`,
    isOut ? 'left-out' : 'in-step',
    isOut ? 'No JOOR tag in Cin7' : '',
    isOut ? 'no-tag' : '',
    12 + (index % 24),
    `${40 + ((index * 7) % 200)}.00`,
    `${37 + ((index * 7) % 185)}.00`,
    (index * 53) % 1400,
    isOut ? [] : ['Spring 27 RTW', ...(index % 2 === 0 ? ['Resort 27'] : [])],
  ];
}

/** So many styles: those of the pictures first. */
export function styleRows(count: number): StyleRow[] {
  const rest = Array.from({ length: Math.max(0, count - first.length) }, (_, index) => more(index));
  return [...first, ...rest].map(([number, name, state, reason, code, skus, usd, eur, stock, linesheets]) => ({
    key: number,
    number,
    name,
    state,
    reason: { code, sentence: reason, nextStep: '' },
    since: at('2026-11-23 13:03'),
    skus,
    wholesale: [usd, eur],
    stock,
    linesheets: [...linesheets],
  }));
}

export function styleDetail(row: StyleRow): StyleDetail {
  const isMissing = row.wholesale[1] === null;
  const isOut = row.state === 'left-out';
  return {
    ...row,
    answer: isMissing
      ? 'It is in JOOR for USD buyers. EUR buyers can’t order it, because one price is missing.'
      : isOut
        ? 'It isn’t in JOOR, because nothing in Cin7 selects it.'
        : 'It is in JOOR and equal in both.',
    trace: isOut
      ? [
          { state: 'yes', sentence: 'Active and sellable', value: '' },
          { state: 'fails', sentence: 'Tagged JOOR', value: 'no tag' },
          { state: 'follows', sentence: 'Prices, linesheets, stock', value: '' },
        ]
      : [
          { state: 'yes', sentence: 'Active, sellable, tagged JOOR', value: '' },
          { state: 'yes', sentence: '18 SKUs: 3 colours × 6 sizes', value: '' },
          { state: 'yes', sentence: 'Wholesale USD', value: row.wholesale[0] ?? '' },
          isMissing
            ? { state: 'fails', sentence: 'Wholesale EUR', value: 'empty' }
            : { state: 'yes', sentence: 'Wholesale EUR', value: row.wholesale[1] ?? '' },
          isMissing
            ? { state: 'follows', sentence: 'In Spring 27 Europe', value: 'waits for EUR' }
            : { state: 'yes', sentence: 'In 2 linesheets', value: '' },
        ],
    advice: isMissing
      ? `Fill tier EUR Wholesale on ${row.number} in Cin7. The next run adds it by itself.`
      : isOut
        ? 'Add the tag JOOR to the family in Cin7.'
        : '',
    comparedAt: at('2026-11-23 14:09'),
    parts: [
      { name: 'product', state: 'same', value: 'same' },
      { name: 'linesheets', state: isMissing ? 'needs-you' : 'same', value: isMissing ? '1 of 2' : '2' },
      { name: 'skus', state: 'to-send', value: '1 of 18' },
      { name: 'images', state: 'not-built', value: 'not sent yet' },
      { name: 'prices', state: isMissing ? 'needs-you' : 'same', value: isMissing ? 'EUR empty' : 'same' },
      { name: 'stock', state: 'same', value: String(row.stock ?? '') },
    ],
    differences: isMissing
      ? [
          { field: 'Whsl EUR', cin7: '', joor: '' },
          { field: 'Colour, CLY', cin7: 'Burnt Clay', joor: 'Clay' },
          { field: 'Linesheets', cin7: 'Spring 27 Europe', joor: '' },
        ]
      : [],
    skuRows: ['Clay', 'Ink', 'Bone'].flatMap((colour) =>
      ['XS', 'S', 'M', 'L', 'XL', 'XXL'].map((size, index) => ({
        sku: `${row.number}-${colour.slice(0, 3).toUpperCase()}-${size}`,
        colour,
        size,
        stock: 12 + index * 7,
        isOffered: !(colour === 'Bone' && size === 'XXL'),
      })),
    ),
  };
}
