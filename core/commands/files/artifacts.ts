// Files for the person: lists as CSV, exactly what a screen shows, and the settings. The text is made here; where it goes is
// the host's question to the person, a screen never names a path.
import { csvText } from '../../base/csv.ts';
import { chunks } from '../../base/slices.ts';
import type { ChangeRow, LinesheetRow } from '../../contract/styles.ts';
import { changePartWords, changeStateWords, orderWords, styleWords, visibilityWords } from '../../contract/words.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';
import { changesOf, runSentence } from '../../status/run.ts';
import type { RunReport } from '../../contract/run-report.ts';
import { runChanges } from '../activity/changes.ts';
import { settingsText } from '../settings/file.ts';
import { linesheetRows } from '../styles/linesheets.ts';
import { styleColumns, styleRows } from '../styles/list.ts';

export interface Artifact {
  readonly name: string;
  readonly mediaType: 'text/csv' | 'application/json';
  readonly text: string;
}

const rowsAtOnce = 500;

/** Styles by their keys, in that order, with their states in words. */
export function stylesCsv(ledger: Ledger, settings: Settings, keys: readonly string[]): Artifact {
  const { prices } = styleColumns(null, settings);
  const head = [
    'Style',
    'Name',
    'State',
    'Reason',
    'Next step',
    'Season',
    'SKUs',
    'Stock',
    ...prices.flatMap(({ label }) => [`Wholesale ${label}`, `RRP ${label}`]),
    'Linesheets',
    'Last sent',
  ];
  const rows = [...chunks(keys, rowsAtOnce)].flatMap((some) =>
    styleRows(ledger, settings, some).map((row) => [
      row.number,
      row.name,
      styleWords[row.state].label,
      row.reason.sentence,
      row.reason.nextStep,
      row.season,
      row.skus,
      row.stock,
      ...prices.flatMap((_, index) => [row.wholesale[index] ?? null, row.retail[index] ?? null]),
      row.linesheets.join('; '),
      row.lastSentAt,
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

/** The columns of linesheets, each with what stands in it. */
const linesheetColumns: readonly (readonly [string, (row: LinesheetRow) => string | number | null])[] = [
  ['Linesheet', ({ name }) => name],
  ['Code', ({ code }) => code],
  ['Managed by', ({ isManaged }) => (isManaged ? 'Seamline' : 'JOOR')],
  ['In JOOR', ({ visibility }) => visibilityWords[visibility]],
  ['Styles', ({ styles }) => styles],
  ['To add', ({ toAdd }) => toAdd],
  ['To remove', ({ toRemove }) => toRemove],
  ['Ships from', ({ start }) => start],
  ['Ships until', ({ complete }) => complete],
  ['Cancel date', ({ cancel }) => cancel],
  ['Season', ({ season }) => season],
  ['Made to order', ({ isMadeToOrder }) => (isMadeToOrder ? 'yes' : 'no')],
  ['Reason', ({ reason }) => reason.sentence],
  ['Next step', ({ reason }) => reason.nextStep],
];

/** Linesheets by their keys, in that order; all of them for null. */
export function linesheetsCsv(ledger: Ledger, settings: Settings, keys: readonly string[] | null): Artifact {
  const all = linesheetRows(ledger, settings);
  const shown = keys === null ? all : keys.flatMap((key) => all.find((row) => row.key === key) ?? []);
  const rows = [
    linesheetColumns.map(([head]) => head),
    ...shown.map((row) => linesheetColumns.map(([, valueOf]) => valueOf(row))),
  ];
  return { name: 'linesheets.csv', mediaType: 'text/csv', text: csvText(rows) };
}

/** Changes field by field, in their order. */
export function changesCsv(name: string, changes: readonly ChangeRow[]): Artifact {
  const head = ['Style, linesheet or order', 'Name', 'Part', 'Field', 'Cin7', 'JOOR now', 'State', 'Reason'];
  const rows = changes.map((row) => [
    row.subject,
    row.name,
    changePartWords[row.part],
    row.field,
    row.after,
    row.before,
    changeStateWords[row.state],
    row.reason,
  ]);
  return { name, mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** Runs in that order; those without a report are left out. */
export function runsCsv(reports: readonly (RunReport | null)[]): Artifact {
  const head = [
    'Started',
    'Ended',
    'Kind',
    'Started by',
    'Outcome',
    'What it did',
    'Changed',
    'Checked',
    'Cin7 calls',
    'JOOR credits',
    'Error',
  ];
  const rows = reports.flatMap((report) =>
    report === null
      ? []
      : [
          [
            report.startedAt,
            report.endedAt,
            report.kind,
            report.startedBy,
            report.outcome,
            runSentence(report),
            changesOf(report.flows),
            report.flows.reduce((sum, { checked }) => sum + checked, 0),
            report.usage.cin7Calls,
            report.usage.joorCredits,
            report.error?.sentence ?? '',
          ],
        ],
  );
  return { name: 'runs.csv', mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** What a run changed, one row per part of a subject. */
export function runChangesCsv(ledger: Ledger, runId: string, search: string): Artifact {
  const rows = runChanges(ledger, runId, search).flatMap(({ kind, label, name, lines }) =>
    lines.map(({ words, problem }) => [kind, label, name, words, problem]),
  );
  const head = ['Kind', 'Number', 'Name', 'What', 'Why'];
  return { name: 'run-changes.csv', mediaType: 'text/csv', text: csvText([head, ...rows]) };
}

/** The settings without defaults, hosts and accounts; no secret is ever among them (SEC-3). */
export function settingsFile(settings: Settings): Artifact {
  return { name: 'seamline-settings.json', mediaType: 'application/json', text: settingsText(settings) };
}
