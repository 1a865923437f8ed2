// What can go wrong with one request, by name. Names are part of a case's recipe.
import { createWire, type Wire } from '../../core/http/wire.ts';
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
  /** What the world must be started with. */
  readonly options?: (step: Step) => WorldOptions;
  /** Lays the fault before the run. */
  readonly lay: (world: World, step: Step) => void;
}

const anyRequest = () => true;
const writes = ({ isWrite }: Step) => isWrite;

/** A fault that the practice accounts do by themselves, once. */
function once(name: string, concerns: Fault['concerns'], action: FaultRule['do'], options: WorldOptions = {}): Fault {
  return {
    name,
    concerns,
    options: () => options,
    lay: ({ practice }, { number }) => practice.faults.atRequest(number, action),
  };
}

/** No answer to this request until its deadline, which then is a short one. */
function timeout(name: string, concerns: Fault['concerns'], action: 'timeoutBefore' | 'timeoutAfter'): Fault {
  return {
    name,
    concerns,
    options: ({ number }) => ({ wire: (patient) => impatientOnce(patient, number) }),
    lay: ({ practice }, { number }) => practice.faults.atRequest(number, action),
  };
}

const shortDeadline = 80;

function impatientOnce(patient: Wire, number: number): Wire {
  const impatient = createWire({ timeout: shortDeadline });
  let sent = 0;
  return {
    ...patient,
    exchange(operation, headers, signal) {
      sent += 1;
      return (sent === number ? impatient : patient).exchange(operation, headers, signal);
    },
    close() {
      impatient.close();
      patient.close();
    },
  };
}

/** From this request on the network is gone until the run has ended. */
function outage(name: string, concerns: Fault['concerns'], first: 'dropBefore' | 'dropAfter'): Fault {
  return {
    name,
    concerns,
    lay(world, { number }) {
      const { faults } = world.practice;
      faults.atRequest(number, first);
      world.beforeRequest(() => {
        if (faults.requestNumber + 1 !== number) return;
        faults.add({ match: {}, do: 'dropBefore' });
        // Only this run: numbers start again with the next one.
        world.beforeRequest(() => undefined);
      });
    },
  };
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
