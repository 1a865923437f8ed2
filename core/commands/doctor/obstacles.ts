// What the looks at the hosts have in common: which of them one obstacle stands before, told once.
import type { Obstacle, Reach } from '../../sync/reach.ts';
import type { Verdict } from './verdict.ts';

/** The hosts by name, each once. */
export const hostsOf = (reaches: readonly Reach[]) => [...new Set(reaches.map(({ host }) => host))].join(', ');

/** Those before which this obstacle stands. */
export const hinderedBy = (reaches: readonly Reach[], kind: Obstacle) =>
  reaches.filter(({ obstacle }) => obstacle?.kind === kind);

/** The failing verdict for the hosts that this obstacle stands before; null when it stands before none. */
export function hindered(reaches: readonly Reach[], kind: Obstacle): Verdict | null {
  const [first, ...rest] = hinderedBy(reaches, kind);
  if (first?.obstacle == null) return null;
  const { sentence, nextStep } = first.obstacle;
  const more = rest.length === 0 ? '' : ` The same for ${hostsOf(rest)}.`;
  return { ok: false, sentence: `${sentence}${more}`, nextStep, details: { hosts: hostsOf([first, ...rest]) } };
}
