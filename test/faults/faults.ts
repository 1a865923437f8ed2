// What can go wrong with one request, by name. Names are part of a case's recipe.
import { createWire } from '../../core/http/wire.ts';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import type { World, WorldOptions } from '../support/world.ts';

/** A request of a run, as it was counted when nothing went wrong. */
export interface Step {
  /** From 1, over both accounts. */
  readonly number: number;
  readonly label: string;
  /** True for what changes something in an account. */
  readonly isWrite: boolean;
}

export interface Fault {
  readonly name: string;
  /** Whether it says anything new about a request; what commits nothing can't be committed late. */
  readonly concerns: (step: Step) => boolean;
  /** The fault for one case. */
  readonly at: (step: Step) => FaultInPlace;
}

interface FaultInPlace {
  /** What the world must be started with. */
  readonly options: WorldOptions;
  /** Lays it before the run. */
  readonly lay: (world: World) => void;
}

const anyRequest = () => true;
const writes = ({ isWrite }: Step) => isWrite;

/** A fault that the practice accounts do by themselves, once. */
function once(name: string, concerns: Fault['concerns'], action: FaultRule['do'], options: WorldOptions = {}): Fault {
  return {
    name,
    concerns,
    at: ({ number }) => ({ options, lay: ({ practice }) => practice.faults.atRequest(number, action) }),
  };
}

/** Real milliseconds: nothing can move the deadline of a socket by a clock. */
const shortDeadline = 80;

/** No answer to this request until its deadline, which then is a short one. */
function timeout(name: string, concerns: Fault['concerns'], action: 'timeoutBefore' | 'timeoutAfter'): Fault {
  return {
    name,
    concerns,
    at({ number }) {
      let isNext = false;
      return {
        options: {
          wire(patient) {
            const impatient = createWire({ timeout: shortDeadline });
            return {
              ...patient,
              exchange(operation, headers, signal) {
                const wire = isNext ? impatient : patient;
                isNext = false;
                return wire.exchange(operation, headers, signal);
              },
              close() {
                impatient.close();
                patient.close();
              },
            };
          },
        },
        lay(world) {
          world.practice.faults.atRequest(number, action);
          onceBefore(world, number, () => (isNext = true));
        },
      };
    },
  };
}

/** From this request on the network is gone until the run has ended. */
function outage(name: string, concerns: Fault['concerns'], first: 'dropBefore' | 'dropAfter'): Fault {
  return {
    name,
    concerns,
    at: ({ number }) => ({
      options: {},
      lay(world) {
        const { faults } = world.practice;
        faults.atRequest(number, first);
        onceBefore(world, number, () => faults.add({ match: {}, do: 'dropBefore' }));
      },
    }),
  };
}

/** Only once, since numbers start again with the next run. */
function onceBefore(world: World, number: number, happens: () => void): void {
  world.beforeRequest(() => {
    if (world.practice.faults.requestNumber + 1 !== number) return;
    world.beforeRequest(() => undefined);
    happens();
  });
}

const lag = (lateListSeconds: number): WorldOptions => ({ cin7: { switches: { lateListSeconds } } });

const status = (code: number, kind: 'status' | 'statusAfter' = 'status') => ({ kind, status: code });

/**
 * Every fault. A request that only reads commits nothing, so for it a fault before the commit and one behind it are the
 * same, and only one of the two is tried.
 */
export const faults: readonly Fault[] = [
  once('drop-before', writes, 'dropBefore'),
  once('drop-after', anyRequest, 'dropAfter'),
  once('late-20s', writes, { kind: 'commitLate', seconds: 20 }),
  // After the second look, before the third.
  once('late-700s', writes, { kind: 'commitLate', seconds: 700 }),
  timeout('timeout-before', writes, 'timeoutBefore'),
  timeout('timeout-after', anyRequest, 'timeoutAfter'),
  once('429', anyRequest, status(429)),
  once('503', anyRequest, status(503)),
  once('503-after', writes, status(503, 'statusAfter')),
  once('500', anyRequest, status(500)),
  once('500-after', writes, status(500, 'statusAfter')),
  once('truncated', anyRequest, 'truncate'),
  once('html', anyRequest, 'html'),
  once('html-after', writes, 'htmlAfter'),
  outage('outage-before', anyRequest, 'dropBefore'),
  outage('outage-after', writes, 'dropAfter'),
  // Lists that lag: a new sale isn't in the list at the first look, or not before the third.
  once('lag-100s', writes, 'dropAfter', lag(100)),
  once('lag-700s', writes, 'dropAfter', lag(700)),
  once('late-and-lag', writes, { kind: 'commitLate', seconds: 300 }, lag(400)),
];
