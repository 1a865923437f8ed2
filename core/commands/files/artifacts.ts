// Files for the person: lists as CSV, exactly what a screen shows, and the settings. The text is made here; where it goes is
// the host's question to the person, a screen never names a path.
import { csvText } from '../../base/csv.ts';
import { chunks } from '../../base/slices.ts';
import { orderWords, styleWords } from '../../contract/words.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';
import { planView } from '../plan/view.ts';
import { settingsText } from '../settings/file.ts';
import { priceColumns, styleRows } from '../styles/list.ts';

export interface Artifact {
  readonly name: string;
  readonly mediaType: 'text/csv' | 'application/json';
  readonly text: string;
}

const rowsAtOnce = 500;

/** Styles by their keys, in that order, with their states in words. */
export function stylesCsv(ledger: Ledger, settings: Settings, keys: readonly string[]): Artifact {
  const prices = priceColumns(settings).map((currency) => `Wholesale ${currency}`);
  const head = ['Style', 'Name', 'State', 'Reason', 'Next step', 'SKUs', 'Stock', ...prices, 'Linesheets', 'Since'];
  const rows = [...chunks(keys, rowsAtOnce)].flatMap((some) =>
    styleRows(ledger, settings, some).map((row) => [
      row.number,
      row.name,
      styleWords[row.state].label,
      row.reason.sentence,
      row.reason.nextStep,
      row.skus,
      row.stock,
      ...row.wholesale,
      row.linesheets.join('; '),
      row.since,
    ]),
  );
  return { name: 'styles.csv', mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** Orders by their ids, in that order. */
export function ordersCsv(ledger: Ledger, ids: readonly string[]): Artifact {
  const head = [
    'Order',
    'PO',
    'Retailer',
    'State',
    'Reason',
    'Next step',
    'Value',
    'Currency',
    'Ship from',
    'Ship until',
    'Sale',
    'Tries',
  ];
  const rows = ids.flatMap((id) => {
    const record = ledger.orders.get(id);
    if (record === null) return [];
    const { order, state, reason, saleNumber, attempts } = record;
    return [
      [
        order.id,
        order.poNumber,
        order.customerName,
        orderWords[state].label,
        reason.sentence,
        reason.nextStep,
        order.total,
        order.currency,
        order.shipStart,
        order.shipEnd,
        saleNumber,
        attempts,
      ],
    ];
  });
  return { name: 'orders.csv', mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** The totals of a dry run, flow by flow. */
export function planCsv(ledger: Ledger, settings: Settings): Artifact {
  const rows = (planView(ledger, settings, null)?.rows ?? []).map((row) => [
    row.label,
    row.what,
    row.toSend,
    row.same,
    row.held,
    row.joorCredits,
  ]);
  const head = ['Flow', 'What changes', 'To send', 'Same in both', 'Held', 'JOOR credits'];
  return { name: 'dry-run.csv', mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** The settings without defaults, hosts and accounts; no secret is ever among them (SEC-3). */
export function settingsFile(settings: Settings): Artifact {
  return { name: 'seamline-settings.json', mediaType: 'application/json', text: settingsText(settings) };
}
