// A run's report and the status as a person reads them: the answer first, then each flow with its proof, then what needs
// them and why.
import { count, grouped } from '../base/text.ts';
import { countNames, type FlowReport, type RunReport } from '../contract/run-report.ts';
import type { NeedsYou, StatusView } from '../contract/views.ts';
import { countWords, flowWords, orderWords, styleWords } from '../contract/words.ts';
import { orderStates, styleStates } from '../model/standing.ts';
import { runSentence } from '../status/run.ts';
import { columns, durationText, wrap, type Paint } from './style.ts';

/** The lines of a report. */
export function reportLines(report: RunReport, paint: Paint): string[] {
  const seconds = Date.parse(report.endedAt) - Date.parse(report.startedAt);
  const kind = report.kind === 'dry-run' ? 'Dry run' : 'Sync';
  const lines = [
    paint.bold(runSentence(report)),
    paint.dim(
      `${kind} of ${report.company === '' ? 'an account not reached' : report.company}, ${durationText(seconds)}`,
    ),
  ];
  if (report.error !== null) lines.push('', paint.bad(report.error.sentence), report.error.nextStep);
  lines.push('', ...flowLines(report, paint));
  if (report.reads.length > 0) lines.push('', paint.dim(`Read ${report.reads.map(readText).join(', ')}.`));
  lines.push(paint.dim(usageText(report)));
  if (report.estimate !== null)
    lines.push(
      `Sending all this would take ${count(report.estimate.joorCredits, 'JOOR credit')}, ${durationText(report.estimate.seconds * 1_000)} at JOOR's limit.`,
    );
  for (const note of report.notes) lines.push('', ...wrap(note, 100));
  return lines;
}

/** What failed and what to do about it; nothing for a run that didn't fail. */
export function failureLines({ error, flows }: RunReport): string[] {
  if (error !== null) return [error.sentence, error.nextStep];
  return flows
    .filter(({ state }) => state === 'failed')
    .flatMap(({ flow, sentence, nextStep }) => [`${flowWords[flow]} failed. ${sentence}`, nextStep]);
}

function flowLines({ flows }: RunReport, paint: Paint): string[] {
  const rows = flows.map((flow) => [flowWords[flow.flow], stateText(flow), countsText(flow)]);
  return columns(rows).map((line, index) => {
    const flow = flows[index];
    if (flow?.state === 'failed') return paint.bad(line);
    return flow?.state === 'done' ? line : paint.dim(line);
  });
}

const stateTexts: Readonly<Record<FlowReport['state'], string>> = {
  done: 'done',
  off: 'off',
  waiting: 'waits',
  failed: 'failed',
  'not-built': 'not yet',
};

const stateText = (flow: FlowReport) => stateTexts[flow.state];

function countsText({ state, sentence, nextStep, checked, counts, isRehearsal }: FlowReport): string {
  if (state !== 'done') return [sentence, nextStep].filter((part) => part !== '').join(' ');
  const parts = countNames.flatMap((name) => {
    const number = counts[name] ?? 0;
    return number === 0 ? [] : [countWords(name, number, isRehearsal)];
  });
  return [`${grouped(checked)} checked`, ...parts].join(', ');
}

function readText({ what, rows, total, isFull }: RunReport['reads'][number]): string {
  return `${grouped(rows)} of ${grouped(total)} ${isFull ? what : `changed ${what}`}`;
}

function usageText({ usage }: RunReport): string {
  return `Used ${count(usage.cin7Calls, 'Cin7 call')} and ${count(usage.joorCredits, 'JOOR credit')} (${count(usage.joorReads, 'read')}, ${count(usage.joorWrites, 'write')}).`;
}

/** The lines of the status. */
export function statusLines(status: StatusView, paint: Paint): string[] {
  const { styles, orders, lastRun } = status;
  const selected = styleStates
    .filter((state) => state !== 'left-out')
    .reduce((sum, state) => sum + (styles[state] ?? 0), 0);
  const inStep = styles['in-step'] ?? 0;
  const waiting = status.attention.reduce((sum, item) => sum + item.count, 0);
  if (lastRun === null)
    return [paint.bold('Nothing was synced yet.'), 'Run "seamline sync --dry-run" to see what would be sent.'];
  const answer =
    inStep === selected && waiting === 0
      ? 'Everything is in step.'
      : `${grouped(inStep)} of ${grouped(selected)} styles in step. ${waiting === 0 ? 'Nothing needs you.' : `${count(waiting, 'thing needs', 'things need')} you.`}`;
  return [
    paint.bold(answer),
    paint.dim(`${status.company ?? 'No company yet'}, JOOR ${status.joor.environment} ${status.joor.account}`),
    `Last success ${status.lastSuccessAt === null ? 'never' : timeText(status.lastSuccessAt)}, last run ${timeText(lastRun.startedAt)}`,
    '',
    ...columns([
      [
        'Styles',
        ...styleStates
          .filter((state) => state !== 'sending')
          .map((state) => `${grouped(styles[state] ?? 0)} ${styleWords[state].label.toLowerCase()}`),
      ],
      [
        'Orders',
        ...orderStates
          .filter((state) => (orders[state] ?? 0) > 0)
          .map((state) => `${grouped(orders[state] ?? 0)} ${orderWords[state].label}`),
      ],
    ]),
    ...(status.attention.length === 0 ? [] : ['', ...wideCauseLines(status, paint)]),
    ...needsYouLines(status.needsYou, paint),
  ];
}

/** What stops a whole account or a flow: no style, order or linesheet stands for it. */
function wideCauseLines({ attention }: StatusView, paint: Paint): string[] {
  return attention
    .filter(({ key }) => /^(account|flow):/.test(key))
    .flatMap(({ title, nextStep }) => [`${paint.attention('! ')}${title}`, paint.dim(`  ${nextStep}`)]);
}

/** What waits for a person; the same cause is one entry, with what it concerns. */
export function needsYouLines(items: readonly NeedsYou[], paint: Paint, most = 12): string[] {
  const groups = new Map<string, NeedsYou[]>();
  for (const item of items) {
    const cause = item.together === null ? `${item.kind} ${item.label} ${item.code}` : `${item.kind} ${item.code}`;
    groups.set(cause, [...(groups.get(cause) ?? []), item]);
  }
  const shown = [...groups.values()].slice(0, most);
  const lines = shown.flatMap((group) => {
    const { title, who, nextStep } = groupWords(group);
    return [
      ...wrap(title, 94).map((line, index) => `${index === 0 ? paint.attention('! ') : '  '}${line}`),
      ...[...who, ...wrap(nextStep, 94)].map((line) => paint.dim(`  ${line}`)),
    ];
  });
  const rest = groups.size - shown.length;
  return rest > 0 ? [...lines, paint.dim(`  and ${rest} more`)] : lines;
}

const kindWords: Readonly<Record<NeedsYou['kind'], string>> = {
  order: 'order',
  style: 'style',
  linesheet: 'linesheet',
  stock: 'warehouse',
};

const namesShown = 6;

function groupWords(group: readonly NeedsYou[]): { title: string; who: string[]; nextStep: string } {
  const [first] = group;
  if (first === undefined) return { title: '', who: [], nextStep: '' };
  if (group.length === 1 || first.together === null) {
    const named = first.kind === 'order' ? `Order ${first.label}` : first.label;
    const title = first.sentence.includes(first.label) ? first.sentence : `${named}: ${first.sentence}`;
    return { title, who: [], nextStep: first.nextStep };
  }
  const names = group.slice(0, namesShown).map(({ label }) => label);
  const more = group.length - names.length;
  return {
    title: `${count(group.length, kindWords[first.kind])} ${first.together.sentence}`,
    who: wrap(`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, 94),
    nextStep: first.together.nextStep,
  };
}

function timeText(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
