// One style whole, and what happened to it.
import type { StyleDetail, StyleEvent, StyleRow } from '../../../core/contract/styles.ts';
import { at } from '../clock.ts';

export function styleDetail(row: StyleRow): StyleDetail {
  const isMissing = row.wholesale[1] === null;
  const isOut = row.state === 'left-out';
  return {
    ...row,
    answer: isMissing
      ? 'It is in JOOR for USD buyers. EUR buyers can’t order it, because one price is missing.'
      : isOut
        ? 'It isn’t in JOOR, because nothing in Cin7 selects it.'
        : row.state === 'to-send' || row.state === 'sending'
          ? 'It is in JOOR. What differs goes out with this run.'
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
      isMissing
        ? { name: 'skus', state: 'to-send', value: '1 to send' }
        : { name: 'skus', state: 'same', value: String(row.skus) },
      { name: 'images', state: 'not-built', value: 'not yet' },
      { name: 'prices', state: isMissing ? 'needs-you' : 'same', value: isMissing ? 'EUR empty' : 'same' },
      { name: 'stock', state: 'same', value: String(row.stock ?? '') },
    ],
    differences: isMissing
      ? [
          { field: 'Wholesale EUR', cin7: 'empty', joor: 'not set' },
          { field: 'Colour, CLY', cin7: 'Burnt Clay', joor: 'Clay' },
          { field: 'Linesheets', cin7: 'Spring 27 Europe', joor: 'not in it' },
        ]
      : [],
    productId: `product-${row.number}`,
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

/** What was sent of a style, what it waits for, since when it is in JOOR. */
export function styleHistory(row: StyleRow): StyleEvent[] {
  if (row.state === 'left-out') return [];
  const sent = (when: string, sentence: string, runId: string): StyleEvent => ({
    at: at(when),
    kind: 'sent',
    sentence,
    runId,
  });
  return [
    ...(row.state === 'needs-you'
      ? [{ at: at('2026-11-20 11:02'), kind: 'needs-you' as const, sentence: `${row.reason.sentence}.`, runId: null }]
      : []),
    sent('2026-11-23 13:03', 'Sent to JOOR: 4 stock numbers.', 'run-96'),
    sent('2026-11-20 16:02', 'Sent to JOOR: prices and 12 stock numbers.', 'run-90'),
    {
      at: at('2026-11-18 10:02'),
      kind: 'refused' as const,
      sentence: 'JOOR refused SKUs: Barcode 9351234017726 is in use.',
      runId: 'run-80',
    },
    sent('2026-10-05 09:14', 'Sent to JOOR: the new style, SKUs, prices and its linesheets.', 'run-1'),
    { at: at('2026-10-05 09:12'), kind: 'linked' as const, sentence: 'Linked to its style in JOOR.', runId: null },
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
}
