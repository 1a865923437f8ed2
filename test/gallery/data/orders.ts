// The export queue of the pictures, and one order of each kind in full.
import type { OrderDetail, ReExportPreview, GoLiveOrder } from '../../../core/contract/orders.ts';
import type { OrderRow } from '../../../core/contract/queries.ts';
import { at } from '../clock.ts';

type Short = readonly [
  id: string,
  retailer: string,
  state: OrderRow['state'],
  reason: string,
  value: string,
  currency: string,
  ship: readonly [string, string],
  sale: string | null,
  tries: number,
];

const february = ['2027-02-01', '2027-02-28'] as const;
const january = ['2027-01-15', '2027-02-15'] as const;
const march = ['2027-03-01', '2027-03-31'] as const;

const first: readonly Short[] = [
  ['1029384', 'Harbour & Pine', 'needs-you', '1 of 6 lines isn’t in Cin7', '4160.00', 'USD', february, null, 1],
  ['1029391', 'Juniper Row', 'exporting', 'Line 12 of 31', '9264.50', 'USD', january, 'SO-00433', 1],
  ['1029402', 'Nordholm', 'to-export', 'Next run, 15:02', '6720.00', 'EUR', march, null, 0],
  ['1029398', 'Salt & Linen', 'to-export', 'Next run, 15:02', '2316.00', 'USD', ['2027-02-15', '2027-03-15'], null, 0],
  ['1029405', 'Kaufhaus Lindner', 'to-export', 'Next run, 15:02', '11048.00', 'EUR', march, null, 0],
  [
    '1029377',
    'The Common Thread Society of Greater Melbourne',
    'checking',
    'Looks again at 14:26',
    '3402.00',
    'USD',
    february,
    null,
    1,
  ],
  ['1029127', 'Maison Verlaine', 'needs-you', 'Changed after export', '8655.00', 'EUR', january, 'SO-00412', 1],
  ['1029340', 'Atelier Nove', 'held', 'By Dana, credit check', '5980.00', 'EUR', march, null, 0],
  ['1029366', 'Harbour & Pine', 'in-cin7', '', '1932.00', 'USD', february, 'SO-00432', 1],
  ['1029361', 'Fenwick Lane', 'in-cin7', '', '7415.00', 'USD', january, 'SO-00431', 1],
  ['1029352', 'Juniper Row', 'in-cin7', '2 lines backordered', '12870.00', 'USD', february, 'SO-00430', 1],
  ['1029318', 'Nordholm', 'in-cin7', '', '4294.00', 'EUR', january, 'SO-00429', 2],
  ['1029301', 'Maison Verlaine', 'in-cin7', '', '3108.00', 'EUR', february, 'SO-00428', 1],
  ['1029288', 'Salt & Linen', 'left-out', 'Entered by hand, 18 Nov', '1540.00', 'USD', january, null, 0],
];

const retailers = ['Fenwick Lane', 'Nordholm', 'Juniper Row', 'Salt & Linen', 'Atelier Nove', 'Kaufhaus Lindner'];

const rest = Array.from({ length: 50 }, (_, index): Short => {
  const isLeftOut = index >= 47;
  return [
    String(1029280 - index * 7),
    retailers[index % retailers.length] ?? '',
    isLeftOut ? 'left-out' : 'in-cin7',
    isLeftOut ? 'Approved before go-live' : '',
    `${1200 + ((index * 737) % 9000)}.00`,
    index % 3 === 0 ? 'EUR' : 'USD',
    [february, january, march][index % 3] ?? february,
    isLeftOut ? null : `SO-00${String(427 - index).padStart(3, '0')}`,
    isLeftOut ? 0 : 1,
  ];
});

export const orderRows: readonly OrderRow[] = [...first, ...rest].map(
  ([id, retailer, state, reason, value, currency, ship, sale, tries]) => ({
    id,
    retailer,
    poNumber: id === '1029384' ? 'HP-2207' : id === '1029127' ? 'MV-0931' : `PO-${id.slice(-4)}`,
    state,
    reason,
    needsPerson: state === 'needs-you',
    value,
    currency,
    approvedAt: at('2026-11-23 08:58'),
    shipStart: ship[0],
    shipEnd: ship[1],
    saleNumber: sale,
    saleId: sale === null ? null : `sale-${id}`,
    tries,
  }),
);

const line = (
  sku: string,
  description: string,
  quantity: number,
  price: string,
  amount: string,
): OrderDetail['lines'][number] => ({
  id: sku,
  sku,
  styleNumber: sku.slice(0, 6),
  description,
  quantity,
  price,
  amount,
  isCancelled: false,
  product: { id: `p-${sku}`, sku, name: description, isByAlias: false },
  problem: null,
  suggestions: [],
});

const nothingToDo = { code: '', sentence: '', nextStep: '' };

const noProduct: OrderDetail['lines'][number] = {
  ...line('SH-102-BLU-M', 'Marlow Oxford Shirt, Blue, M', 12, '64.00', '768.00'),
  product: null,
  problem: {
    code: 'unknown-sku',
    sentence: 'Not in Cin7, nor as barcode, nor by an earlier match.',
    nextStep: 'Create it in Cin7, or match another product.',
  },
  suggestions: [
    {
      productId: 'p-1',
      sku: 'SH-102-BLUE-M',
      name: 'Marlow Oxford Shirt, Blue, M.',
      why: 'Renamed 18 Nov,',
      available: 96,
    },
  ],
};

const base: OrderDetail = {
  id: '1029384',
  poNumber: 'HP-2207',
  retailer: 'Harbour & Pine',
  customerCode: 'HP-01',
  value: '4160.00',
  currency: 'USD',
  approvedAt: at('2026-11-23 08:58'),
  modifiedAt: at('2026-11-23 08:58'),
  shipStart: '2027-02-01',
  shipEnd: '2027-02-28',
  linesheet: 'Core Essentials',
  warehouse: 'Main',
  state: 'needs-you',
  reason: { code: 'unknown-sku', sentence: '1 of 6 lines has no product. Nothing written.', nextStep: '' },
  stateSince: at('2026-11-23 09:12'),
  holds: [],
  checkedAt: at('2026-11-23 14:04'),
  checks: [
    { name: 'customer', isSettled: true, value: 'Harbour & Pine' },
    { name: 'lines', isSettled: false, value: '5 of 6' },
    { name: 'tax-rule', isSettled: true, value: 'Export 0 %' },
    { name: 'totals', isSettled: true, value: 'agree' },
    { name: 'terms', isSettled: true, value: 'Net 30' },
    { name: 'location', isSettled: true, value: 'Sydney DC' },
  ],
  lines: [
    line('SH-102-WHT-S', 'Marlow Oxford Shirt, White, S', 8, '64.00', '512.00'),
    noProduct,
    line('DR-226-RST-M', 'Sol Shirt Dress, Rust, M', 10, '118.00', '1180.00'),
    line('BL-207-INK-38', 'Arden Blazer, Ink, 38', 4, '186.00', '744.00'),
    line('TE-011-BON-L', 'Everyday Tee, Bone, L', 30, '28.00', '840.00'),
    line('KN-225-CHA-S', 'Sable Rib Knit, Charcoal, S', 2, '58.00', '116.00'),
  ],
  sale: null,
  tries: 1,
  nextLookAt: null,
  events: [
    { at: at('2026-11-23 09:02'), who: 'Seamline', sentence: 'Found in JOOR, approved.' },
    { at: at('2026-11-23 09:12'), who: 'Seamline', sentence: 'Held: SH-102-BLU-M isn’t in Cin7.' },
  ],
  can: { export: false, reExport: false, hold: true, release: false, enterByHand: true },
};

export function orderDetail(id: string): OrderDetail {
  const row = orderRows.find((each) => each.id === id);
  if (row === undefined || id === '1029384') return base;
  const isIn = row.saleNumber !== null;
  const isChanged = id === '1029127';
  return {
    ...base,
    id,
    retailer: row.retailer,
    poNumber: row.poNumber,
    value: row.value,
    currency: row.currency,
    shipStart: row.shipStart,
    shipEnd: row.shipEnd,
    state: row.state,
    reason: {
      ...nothingToDo,
      sentence:
        row.state === 'checking'
          ? 'Cin7 didn’t answer, so it isn’t known whether the sale exists.'
          : isChanged
            ? 'Changed in JOOR after export.'
            : row.reason,
    },
    nextLookAt: row.state === 'checking' ? at('2026-11-23 14:26') : null,
    checks: base.checks.map((check) =>
      check.name === 'lines' ? { ...check, isSettled: true, value: '5 of 5' } : check,
    ),
    lines: base.lines.filter(({ problem }) => problem === null),
    sale: isIn
      ? {
          id: `sale-${id}`,
          number: row.saleNumber ?? '',
          exportedAt: at('2026-11-18 10:04'),
          total: isChanged ? '8107.00' : row.value,
        }
      : null,
    tries: row.tries,
    can: {
      export: row.state === 'to-export',
      reExport: isIn,
      hold: row.state === 'to-export',
      release: row.state === 'held',
      enterByHand: row.state === 'to-export',
    },
  };
}

export const reExport: ReExportPreview = {
  orderId: '1029127',
  retailer: 'Maison Verlaine',
  poNumber: 'MV-0931',
  currency: 'EUR',
  changedAt: at('2026-11-20 16:42'),
  shipStart: '2027-01-15',
  shipEnd: '2027-02-15',
  reference: 'MV-0931 JOOR-1029127',
  verdict: 'open',
  sentence: 'Sale SO-00412 is still open in Cin7. It is ordered; nothing is picked, packed or invoiced.',
  nextStep: 'A second sale would reserve the goods twice until you void the first.',
  sale: {
    id: 'sale-1029127',
    number: 'SO-00412',
    status: 'ORDERED',
    pickStatus: 'NOT PICKED',
    invoiceStatus: 'NOT INVOICED',
    total: '8107.00',
  },
  lines: [
    { sku: 'DR-226-RST-S', name: 'Sol Shirt Dress', inSale: '8', inOrder: '12', kind: 'more', amount: '436.00' },
    { sku: 'DR-226-RST-M', name: 'Sol Shirt Dress', inSale: '10', inOrder: '10', kind: 'same', amount: '0' },
    { sku: 'BL-207-INK-38', name: 'Arden Blazer', inSale: '6', inOrder: '4', kind: 'less', amount: '-344.00' },
    { sku: 'TR-308-INK-8', name: 'Quay Pleated Trouser', inSale: null, inOrder: '9', kind: 'new', amount: '846.00' },
    { sku: 'SK-171-ECR-10', name: 'Hale Pleat Skirt', inSale: '5', inOrder: null, kind: 'gone', amount: '-390.00' },
  ],
  equalLines: 17,
  goods: { inSale: '8107.00', inOrder: '8655.00', change: '548.00' },
  consequences: [
    'Cin7 gets one new sale with 21 lines, 8,655.00 EUR, reference MV-0931 JOOR-1029127.',
    'SO-00412 stays as it is. Seamline never voids a sale; you do that in Cin7.',
    'Until SO-00412 is voided, 78 units are counted twice, and JOOR shows that much less stock.',
  ],
  confirmation: 'SO-00412',
};

export const goLiveOrders: readonly GoLiveOrder[] = orderRows.slice(0, 14).map((row, index) => ({
  id: row.id,
  poNumber: row.poNumber,
  retailer: row.retailer,
  value: row.value,
  currency: row.currency,
  approvedAt: row.approvedAt,
  isExportedInJoor: index % 3 === 0,
  isBeforeGoLive: true,
  twins:
    index % 3 === 0
      ? [
          {
            id: `sale-${row.id}`,
            number: `SO-003${10 + index}`,
            customer: row.retailer,
            reference: row.poNumber,
            orderDate: '2026-11-12',
            why: 'The same PO and customer',
          },
        ]
      : [],
  suggested: index % 3 === 0 ? 'already-in-cin7' : 'export',
  choice: null,
}));
