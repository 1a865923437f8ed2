import { describe, expect, it } from 'vitest';
import { proofOf } from './proof.ts';
import { changesOf, runDetail, runSentence, type RunFacts } from './run.ts';
import { sleepSentence, weekResult, weekSentence } from './week.ts';

const flow = (changed: number, checked: number, needsYou = 0, isRehearsal = false) => ({
  flow: 'products' as const,
  changed,
  checked,
  needsYou,
  isRehearsal,
});
const run = (changed: Partial<RunFacts> = {}): RunFacts => ({
  kind: 'sync',
  outcome: 'good',
  flows: [flow(0, 8_902)],
  error: null,
  ...changed,
});

describe('a run in one sentence', () => {
  it('RUN-9: nothing changed is a success that says how much was looked at', () => {
    expect(runSentence(run())).toBe('Nothing had changed.');
    expect(runDetail(run())).toBe('Checked 8,902 SKUs.');
  });

  it.each<[string, RunFacts]>([
    ['837 changes sent. 6 styles need you.', run({ flows: [flow(830, 900, 6), flow(7, 10)] })],
    [
      '830 changes sent. 6 styles and 1 order need you.',
      run({ flows: [flow(830, 900, 6), { ...flow(0, 10, 1), flow: 'orders' }] }),
    ],
    ['1 change sent. 12 changes to send.', run({ flows: [flow(1, 5), flow(12, 20, 0, true)] })],
    ['12 changes to send.', run({ flows: [flow(12, 20, 0, true), flow(0, 0)] })],
    [
      '3 changes to send. 5 styles and 2 choices need you.',
      run({
        kind: 'dry-run',
        flows: [
          flow(3, 9, 5, true),
          { ...flow(0, 0, 1, true), flow: 'inventory', state: 'waiting' },
          { ...flow(0, 0, 4, true), flow: 'orders', state: 'waiting' },
        ],
      }),
    ],
    ['3 changes to send. 1 style needs you.', run({ kind: 'dry-run', flows: [flow(3, 9, 1, true)] })],
    ['The run failed.', run({ outcome: 'failed' })],
    ['The run was stopped. What was done is kept.', run({ outcome: 'stopped' })],
  ])('%s', (sentence, facts) => {
    expect(runSentence(facts)).toBe(sentence);
  });

  it('GO-5: what only rehearsed counts as nothing sent', () => {
    expect(changesOf([flow(5, 9, 0, true), flow(2, 9)])).toBe(2);
  });

  it('a failure says why', () => {
    expect(runDetail(run({ outcome: 'failed', error: { sentence: 'Cin7 Core was unavailable.' } }))).toBe(
      'Cin7 Core was unavailable.',
    );
  });
});

describe('the evidence', () => {
  const read = (what: string, rows: number, isFull = true, total = rows) => ({
    what,
    rows,
    total,
    isFull,
    isComplete: rows === total,
  });
  const products = flow(31, 8_902);
  const orders = { ...flow(2, 64), flow: 'orders' as const };

  it('RUN-9: rows read of rows announced, things compared, things changed, in four lines', () => {
    const reads = ['families', 'customers', 'sales', 'orders', 'products', 'stock rows'].map((what) =>
      read(what, 10_871),
    );
    expect(proofOf({ reads, flows: [products, { ...flow(1, 7), flow: 'linesheets' as const }, orders] })).toEqual([
      { label: 'Products read in Cin7', value: '10,871 of 10,871', isGood: true },
      { label: 'SKUs compared', value: '8,902, 31 changes sent', isGood: true },
      { label: 'Orders compared', value: '64, 2 exported', isGood: true },
      { label: 'Stock rows read', value: '10,871 of 10,871', isGood: true },
    ]);
  });

  it('RUN-9: lists without anything new are one line, not a row of zeros', () => {
    const quiet = ['products', 'families', 'customers', 'sales'].map((what) => read(what, 0, false));
    const compared = { ...flow(0, 8_902), flow: 'products' as const };
    expect(proofOf({ reads: [...quiet, read('stock rows', 26_706)], flows: [compared] })).toEqual([
      { label: 'SKUs compared', value: '8,902, no changes', isGood: true },
      { label: 'Stock rows read', value: '26,706 of 26,706', isGood: true },
      { label: 'Nothing else had changed', value: '4 lists read', isGood: true },
    ]);
    expect(proofOf({ reads: quiet, flows: [] })).toEqual([
      { label: 'Nothing had changed', value: '4 lists read', isGood: true },
    ]);
    expect(proofOf({ reads: [read('products', 3, false)], flows: [compared] })[0]).toEqual({
      label: 'Changed products read in Cin7',
      value: '3 of 3',
      isGood: true,
    });
  });

  it('RUN-9: a list that was not read whole is told first, and nothing compared is no good evidence', () => {
    const reads = [read('products', 5), read('customers', 10_870, true, 10_871)];
    expect(proofOf({ reads, flows: [{ ...flow(0, 0), flow: 'products' as const }] })).toEqual([
      { label: 'Customers read', value: '10,870 of 10,871', isGood: false },
      { label: 'Products read in Cin7', value: '5 of 5', isGood: true },
      { label: 'SKUs compared', value: '0, no changes', isGood: false },
    ]);
  });

  it('GO-5: what only rehearsed is told as still to send', () => {
    const flows = [
      { ...flow(12, 96, 0, true), flow: 'products' as const },
      { ...flow(4, 6, 0, true), flow: 'orders' as const },
    ];
    expect(proofOf({ reads: [], flows })).toEqual([
      { label: 'SKUs compared', value: '96, 12 changes to send', isGood: true },
      { label: 'Orders compared', value: '6, 4 to export', isGood: true },
    ]);
  });
});

describe("the week's line", () => {
  it.each<[string, RunFacts | null, string | null, number]>([
    ['running', null, null, 0],
    ['failed', null, 'broken', 0],
    ['failed', run({ outcome: 'failed' }), 'failed', 0],
    ['new-for-you', run({ flows: [flow(0, 9, 4)] }), 'needs-you', 3],
    ['changed', run({ flows: [flow(2, 9, 3)] }), 'needs-you', 3],
    ['unchanged', run(), 'good', 0],
  ])('%s', (result, facts, outcome, before) => {
    expect(weekResult(facts, outcome, before)).toBe(result);
    expect(weekSentence(facts, outcome)).not.toBe('');
  });

  it('RUN-8: tells a sleep, what it swallowed and when it was caught up', () => {
    const hours = 3_600_000;
    expect(sleepSentence(61 * hours, 61, 'Mon 07:43')).toBe('Asleep 61 h. Caught up Mon 07:43, nothing missed.');
    expect(sleepSentence(61 * hours, 61, null)).toBe('Asleep 61 h, over 61 due runs. The next run catches up.');
    expect(sleepSentence(hours / 4, 0, null)).toBe('Asleep 15 min. No run was due.');
  });
});
