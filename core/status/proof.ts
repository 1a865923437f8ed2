// The evidence of a run (RUN-9), in four lines at most: rows read of rows announced, things compared, things changed. A list
// that had nothing new is one of many in a single line; a list that wasn't read whole always has its own, first.
import { capital, count, grouped } from '../base/text.ts';
import type { FlowName } from '../model/standing.ts';
import type { RunFacts } from './run.ts';

interface ProofFacts {
  readonly flows: readonly (RunFacts['flows'][number] & { readonly flow: FlowName })[];
  readonly reads: readonly {
    readonly what: string;
    readonly rows: number;
    readonly total: number;
    /** False when only what changed since the last run was asked for. */
    readonly isFull: boolean;
    readonly isComplete: boolean;
  }[];
}

export interface Proof {
  readonly label: string;
  readonly value: string;
  readonly isGood: boolean;
}

const linesShown = 4;

/** What the last success rests on, line by line. */
export function proofOf({ reads, flows }: ProofFacts): Proof[] {
  const isBroken = ({ rows, total, isComplete }: (typeof reads)[number]) => !isComplete || rows < total;
  const whole = reads.filter((read) => !isBroken(read));
  const of = (what: string) => whole.filter((read) => read.what === what && read.rows > 0).map(readLine);
  const quiet = whole.filter(({ rows, isFull }) => !isFull && rows === 0);
  const lines = [
    ...reads.filter(isBroken).map(readLine),
    ...of('products'),
    ...flows.filter(({ flow }) => flow === 'products').map((flow) => comparedLine('SKUs', flow, changes)),
    ...flows
      .filter(({ flow, checked }) => flow === 'orders' && checked > 0)
      .map((flow) => comparedLine('Orders', flow, exported)),
    ...of('stock rows'),
  ];
  return [...lines, ...quietLine(quiet.length, quiet.length < reads.length)].slice(0, linesShown);
}

const places: Readonly<Record<string, string>> = { products: ' in Cin7' };

function readLine({ what, rows, total, isFull, isComplete }: ProofFacts['reads'][number]): Proof {
  const place = places[what] ?? '';
  return {
    label: isFull ? `${capital(what)} read${place}` : `Changed ${what} read${place}`,
    value: `${grouped(rows)} of ${grouped(total)}`,
    isGood: isComplete && rows >= total,
  };
}

/** `SKUs compared: 8,902, 31 changes sent`. */
function comparedLine(what: string, { checked, ...flow }: ProofFacts['flows'][number], done: DoneWords): Proof {
  return { label: `${what} compared`, value: `${grouped(checked)}, ${done(flow)}`, isGood: checked > 0 };
}

/** What came of comparing; what only rehearsed sent nothing. */
type DoneWords = (flow: { readonly changed: number; readonly isRehearsal: boolean }) => string;

// One SKU may carry several changes: of its style, of its own, of each price.
const changes: DoneWords = ({ changed, isRehearsal }) =>
  changed === 0 ? 'no changes' : `${count(changed, 'change')} ${isRehearsal ? 'to send' : 'sent'}`;
const exported: DoneWords = ({ changed, isRehearsal }) =>
  `${changed === 0 ? 'none' : grouped(changed)} ${isRehearsal ? 'to export' : 'exported'}`;

function quietLine(lists: number, isRest: boolean): Proof[] {
  if (lists === 0) return [];
  return [
    {
      label: isRest ? 'Nothing else had changed' : 'Nothing had changed',
      value: `${count(lists, 'list')} read`,
      isGood: true,
    },
  ];
}
