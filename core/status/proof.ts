// The evidence of a run (RUN-9): rows read of rows announced, things compared, things changed.
import { grouped } from '../base/text.ts';
import { changesOf, type RunFacts } from './run.ts';

interface ProofFacts extends Pick<RunFacts, 'flows'> {
  readonly reads: readonly {
    readonly what: string;
    readonly rows: number;
    readonly total: number;
    readonly isFull: boolean;
    readonly isComplete: boolean;
  }[];
}

export interface Proof {
  readonly label: string;
  readonly value: string;
  readonly isGood: boolean;
}

/** What the last success rests on, line by line. */
export function proofOf({ reads, flows }: ProofFacts): Proof[] {
  const checked = flows.reduce((sum, flow) => sum + flow.checked, 0);
  return [
    ...reads.map(({ what, rows, total, isFull, isComplete }) => ({
      label: isFull ? `${capital(what)} read` : `Changed ${what} read`,
      value: `${grouped(rows)} of ${grouped(total)}`,
      isGood: isComplete && rows >= total,
    })),
    { label: 'Things compared', value: grouped(checked), isGood: checked > 0 },
    { label: 'Things changed', value: grouped(changesOf(flows)), isGood: true },
  ];
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
