// What the demo showed, on one page: what went where, what it cost, which sales came of which orders, and what is left
// for a person.
import { count, grouped, moneyWords } from '../../base/text.ts';
import type { CountName, RunReport } from '../../contract/run-report.ts';
import type { OrderView, StatusView } from '../../contract/views.ts';
import { needsYouLines } from '../report.ts';
import { columns, type Paint } from '../style.ts';

export interface DemoRun {
  readonly title: string;
  readonly report: RunReport;
}

/** The lines of the closing page. */
export function summaryLines(
  runs: readonly DemoRun[],
  orders: readonly OrderView[],
  status: StatusView,
  paint: Paint,
): string[] {
  const inStep = status.styles['in-step'] ?? 0;
  const selected = inStep + (status.styles['needs-you'] ?? 0) + (status.styles['to-send'] ?? 0);
  const sales = orders.filter(({ state }) => state === 'in-cin7');
  return [
    paint.bold(
      `${grouped(inStep)} of ${grouped(selected)} styles in step, ${count(sales.length, 'order')} in Cin7, each once.`,
    ),
    '',
    paint.bold('What went where'),
    ...columns(
      [
        ['', ...runs.map(({ title }) => title)],
        ...rows.map(([label, flow, names]) => [label, ...runs.map(({ report }) => cell(report, flow, names))]),
        ['Cin7 calls (limit 60 a minute)', ...runs.map(({ report }) => grouped(report.usage.cin7Calls))],
        ['JOOR credits (limit 300 in 5 min)', ...runs.map(({ report }) => grouped(report.usage.joorCredits))],
        ['JOOR writes', ...runs.map(({ report }) => grouped(report.usage.joorWrites))],
      ],
      runs.map((_, index) => index + 1),
    ).map((line) => `  ${line}`),
    '',
    paint.bold('Orders in Cin7'),
    ...columns(
      sales
        .slice(0, 6)
        .map(({ id, retailer, value, currency, saleNumber, reason }) => [
          id,
          retailer,
          moneyWords(value, currency),
          saleNumber ?? '',
          reason,
        ]),
      [2],
    ).map((line) => `  ${paint.good('✓')} ${line}`),
    ...(sales.length > 6 ? [paint.dim(`    and ${sales.length - 6} more`)] : []),
    '',
    paint.bold('What needs you, and why'),
    ...needsYouLines(status.needsYou, paint).map((line) => `  ${line}`),
  ];
}

const rows: readonly (readonly [string, RunReport['flows'][number]['flow'], readonly CountName[]])[] = [
  ['Styles to JOOR', 'products', ['stylesCreated', 'stylesUpdated']],
  ['SKUs to JOOR', 'products', ['skusCreated', 'skusUpdated']],
  ['Prices to JOOR', 'products', ['pricesCreated', 'pricesUpdated']],
  ['Linesheets to JOOR', 'linesheets', ['linesheetsCreated', 'linesheetsUpdated']],
  ['Stock numbers to JOOR', 'inventory', ['stockNumbers']],
  ['Orders to Cin7', 'orders', ['ordersExported']],
];

function cell(report: RunReport, flow: string, names: readonly CountName[]): string {
  const counts = report.flows.find((one) => one.flow === flow)?.counts ?? {};
  return grouped(names.reduce((sum, name) => sum + (counts[name] ?? 0), 0));
}
