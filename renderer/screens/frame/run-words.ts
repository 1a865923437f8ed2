// What a run says of itself: its phase in a word and in a sentence, what it waits for, how long it will take.
import type { PhaseName, Progress } from '../../../core/contract/progress.ts';
import { about, countdown } from '../../format/durations.ts';
import type { RunStore } from '../../../core/contract/stores.ts';
import type { Formats } from '../../state/format.ts';

interface PhaseWords {
  /** Under its segment and in the run block: `Images`. */
  readonly short: string;
  /** As a heading: `Sending images to JOOR`. */
  readonly long: string;
  /** The same in a run that writes nothing. */
  readonly dry: string;
}

export const phaseWords: Readonly<Record<PhaseName, PhaseWords>> = {
  connect: { short: 'Connect', long: 'Checking both connections', dry: 'Checking both connections' },
  'read-cin7': { short: 'Read Cin7', long: 'Reading Cin7 Core', dry: 'Reading Cin7 Core' },
  orders: { short: 'Orders', long: 'Bringing orders into Cin7', dry: 'Checking orders' },
  products: { short: 'Products', long: 'Sending products to JOOR', dry: 'Comparing products' },
  linesheets: { short: 'Linesheets', long: 'Sending linesheets to JOOR', dry: 'Comparing linesheets' },
  images: { short: 'Images', long: 'Sending images to JOOR', dry: 'Comparing images' },
  customers: { short: 'Customers', long: 'Sending customers to JOOR', dry: 'Comparing customers' },
  stock: { short: 'Stock', long: 'Sending stock to JOOR', dry: 'Comparing stock' },
};

export const phaseTitle = ({ kind, phase }: Progress) => phaseWords[phase][kind === 'dry-run' ? 'dry' : 'long'];

/** `258 of 348`; empty while there is nothing to count. */
export function doneText({ done, total }: Progress, formats: Formats): string {
  return done === 0 && total === null ? '' : formats.of(done, total);
}

export const limitText = (api: 'cin7' | 'joor') => (api === 'joor' ? 'JOOR’s limit' : 'Cin7’s limit');

/** How the last run ended, as a title; what only rehearsed is never called a run. */
export function endTitle({ kind, outcome }: NonNullable<RunStore['last']>): string {
  const isDry = kind === 'dry-run';
  if (outcome === 'failed') return isDry ? 'The last dry run didn’t finish' : 'The last run didn’t finish';
  if (outcome === 'stopped') return isDry ? 'Dry run stopped' : 'Run stopped';
  return isDry ? 'Dry run finished' : 'Last run finished';
}

/** `Waiting 2:14 for JOOR’s limit`, or null when it waits for nothing. */
export function waitText({ waitingFor }: Progress, now: number): string | null {
  if (waitingFor === null) return null;
  const seconds = (Date.parse(waitingFor.until) - now) / 1000;
  if (seconds <= 0) return null;
  return `Waiting ${countdown(seconds)} for ${limitText(waitingFor.api)}`;
}

/** `About 8 min left` and `until 14:32`, or null while it isn't known. */
export function leftText({ etaSeconds }: Progress, now: number, formats: Formats): readonly [string, string] | null {
  if (etaSeconds === null) return null;
  const left = about(etaSeconds);
  const end = formats.clock(new Date(now + etaSeconds * 1000).toISOString());
  return [`${left.charAt(0).toUpperCase()}${left.slice(1)} left`, `until ${end}`];
}
