// What every endpoint and edit works with: the account's memory, the switches, and the outside world as ports.
import type { PlainDate } from '../../base/dates.ts';
import { instantOf, plainDateIn } from '../../base/dates.ts';
import type { Clock, Ids } from '../../base/ports.ts';
import type { Cin7State } from './state/state.ts';
import type { Cin7PracticeSwitches } from './switches.ts';

export interface Cin7Context {
  readonly state: Cin7State;
  readonly switches: Cin7PracticeSwitches;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The present day in the company's zone. */
export function today({ state, clock }: Cin7Context): PlainDate {
  return plainDateIn(state.references.company.TimeZone, instantOf(clock.now()));
}
