// What differs between both accounts of the pictures, field by field; as many more as a test wants.
import { changeParts, type ChangePart, type ChangeRow } from '../../../core/contract/styles.ts';
import type { QueryInput, QueryOutput } from '../../../core/contract/queries.ts';
import { at } from '../clock.ts';
import { orderRows } from './orders.ts';

type Short = readonly [
  subject: string,
  name: string,
  part: ChangePart,
  field: string,
  after: string,
  before: string,
  state?: ChangeRow['state'],
  reason?: string,
];

const noPrice = 'Fill price tier 2 on it in Cin7; the next run adds it by itself.';
const inUse = 'JOOR refused it: Barcode 9351234017726 is in use.';

const first: readonly Short[] = [
  ['CT-118', 'Harrow Trench Coat', 'prices', 'Wholesale USD', '240.00', '228.00'],
  ['CT-118', 'Harrow Trench Coat', 'prices', 'Wholesale EUR', '222.00', '210.00'],
  ['CT-118', 'Harrow Trench Coat', 'linesheets', 'Linesheet', 'Spring 27 RTW', ''],
  ['DR-214', 'Ines Wrap Dress', 'skus', 'Colour, CLY', 'Burnt Clay', 'Clay'],
  ['DR-214', 'Ines Wrap Dress', 'prices', 'Wholesale EUR', '', '', 'needs-you', noPrice],
  ['DR-219', 'Noor Slip Dress', 'prices', 'Wholesale EUR', '', '', 'needs-you', noPrice],
  ['DR-230', 'Esme Tea Dress', 'prices', 'Wholesale EUR', '', '', 'needs-you', noPrice],
  ['DR-233', 'Vale Column Dress', 'prices', 'Wholesale EUR', '', '', 'needs-you', noPrice],
  ['KN-240', 'Fell Cable Knit', 'product', 'Style', 'New in JOOR', ''],
  ['KN-240', 'Fell Cable Knit', 'skus', 'SKUs', '20 SKUs, new', ''],
  ['KN-240', 'Fell Cable Knit', 'prices', 'Wholesale USD', '95.00', ''],
  ['Pre-Fall 27 MTO', '', 'linesheets', 'Linesheet', 'New in JOOR', ''],
  ['Pre-Fall 27 MTO', '', 'linesheets', 'Ships from', '2027-03-01', ''],
  [
    'SK-161',
    'Lune Bias Midi Skirt in Recycled Satin with Side Slit',
    'skus',
    'Barcode, ECR / 10',
    '9351234017726',
    '',
    'held',
    inUse,
  ],
  ['SK-171', 'Hale Pleat Skirt', 'linesheets', 'Linesheet', '', 'Spring 27 RTW'],
  ['TR-301', 'Cove Wide-Leg Trouser', 'product', 'Name', 'Cove Wide-Leg Trouser', 'Cove Wide Trouser'],
  ['TR-301', 'Cove Wide-Leg Trouser', 'product', 'Materials', '70 % lyocell, 30 % linen', '100 % lyocell'],
  ['TR-301', 'Cove Wide-Leg Trouser', 'linesheets', 'Linesheet', 'Core Essentials', ''],
  ['TR-301', 'Cove Wide-Leg Trouser', 'stock', 'Main, SND / 10', '731', '764'],
];

const fields = ['Main, INK / S', 'Main, INK / M', 'Main, BON / S', 'Main, BON / M'] as const;

const more = (index: number): Short => [
  `SH-${1000 + Math.floor(index / 4)}`,
  'Marlow Shirt',
  'stock',
  fields[index % 4] ?? '',
  String((index * 37) % 900),
  String(((index * 37) % 900) + 3),
];

export function changeRows(count: number): ChangeRow[] {
  const rest = Array.from({ length: Math.max(0, count - first.length) }, (_, index) => more(index));
  return [...first, ...rest].map(
    ([subject, name, part, field, after, before, state = 'to-send', reason = ''], index) => ({
      id: `1.${index}`,
      part,
      subjectKey: name === '' ? null : subject,
      subject,
      name,
      field,
      after,
      before,
      state,
      reason,
    }),
  );
}

/** The orders that a dry run would export, and those that it would hold. */
const orderChanges: readonly ChangeRow[] = orderRows
  .filter(({ state }) => state === 'to-export' || state === 'needs-you')
  .map(({ id, retailer, value, currency, state, reason }) => ({
    id: `2.${id}`,
    part: 'orders',
    subjectKey: id,
    subject: id,
    name: retailer,
    field: 'Sale in Cin7',
    after: `${value} ${currency}`,
    before: '',
    state: state === 'needs-you' ? 'held' : 'to-send',
    reason,
  }));

export function changeAnswers(count: number) {
  const rows = changeRows(count);
  const planned = [...rows.filter(({ state }) => state !== 'needs-you'), ...orderChanges];
  const byId = new Map([...rows, ...planned].map((row) => [row.id, row]));
  return {
    open: ({ runId, parts, isHeldOnly, search, sort }: QueryInput<'changes.open'>): QueryOutput<'changes.open'> => {
      const text = search.trim().toLowerCase();
      const fitting = (runId === null ? rows : planned).filter(
        (row) =>
          (!isHeldOnly || row.state !== 'to-send') &&
          `${row.subject} ${row.name} ${row.field}`.toLowerCase().includes(text),
      );
      const shown = fitting.filter(({ part }) => parts.length === 0 || parts.includes(part));
      const ordered =
        sort === null ? shown : shown.toSorted((one, other) => one[sort.column].localeCompare(other[sort.column]));
      return {
        queryId: 'changes',
        rev: 1,
        total: ordered.length,
        counts: Object.fromEntries(
          changeParts.map((part) => [part, fitting.filter((row) => row.part === part).length] as const),
        ),
        held: shown.filter(({ state }) => state !== 'to-send').length,
        subjects: new Set(shown.map(({ subject }) => subject)).size,
        comparedAt: at('2026-11-23 14:09'),
        ids: (sort?.isDescending === true ? ordered.toReversed() : ordered).map(({ id }) => id),
      };
    },
    rows: ({ ids }: QueryInput<'changes.rows'>): ChangeRow[] => ids.flatMap((id) => byId.get(id) ?? []),
  };
}
