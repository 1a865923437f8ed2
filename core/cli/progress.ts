// Live progress: one line that renews itself on a terminal, plain lines elsewhere, always on standard error so that
// standard output stays clean for `--json`.
import { everyMilliseconds } from '../base/node/clock.ts';
import { second } from '../base/dates.ts';
import type { Clock } from '../base/ports.ts';
import { grouped } from '../base/text.ts';
import type { PhaseName, Progress } from '../contract/progress.ts';
import { apiNames } from '../http/operation.ts';
import { durationText, type Paint } from './style.ts';

export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const phaseWords: Readonly<Record<PhaseName, string>> = {
  connect: 'Connecting',
  'read-cin7': 'Reading Cin7',
  orders: 'Orders',
  products: 'Products',
  linesheets: 'Linesheets',
  images: 'Images',
  customers: 'Customers',
  stock: 'Stock',
};

const redrawMilliseconds = 200;

/** Progress on a stream; times are counted on the given clock. */
export function progressView(output: Output, paint: Paint, clock: Clock): ProgressView {
  return output.isTTY === true ? livingLine(output, paint, clock) : plainLines(output, clock);
}

function livingLine(output: Output, paint: Paint, clock: Clock): ProgressView {
  let current: Progress | null = null;
  const draw = () => {
    if (current === null) return;
    const width = (output.columns ?? 80) - 1;
    const text = lineOf(current, clock).slice(0, width);
    output.write(`\r\u001b[2K${current.waitingFor === null ? text : paint.dim(text)}`);
  };
  const stop = everyMilliseconds(redrawMilliseconds, draw);
  return {
    show(progress) {
      current = progress;
      draw();
    },
    end() {
      stop();
      current = null;
      output.write('\r\u001b[2K');
    },
  };
}

function plainLines(output: Output, clock: Clock): ProgressView {
  let last = '';
  let wasWaiting = false;
  return {
    show(progress) {
      const place = `${progress.phase} ${progress.activity}`;
      const isWaiting = progress.waitingFor !== null;
      if (place === last && (!isWaiting || wasWaiting)) return;
      last = place;
      wasWaiting = isWaiting;
      output.write(`${lineOf(progress, clock)}\n`);
    },
    end: () => undefined,
  };
}

/** `Products  new SKUs  1,200 of 5,000  0:14 left  waiting 2:14 for JOOR's limit` */
function lineOf({ phase, activity, done, total, etaSeconds, waitingFor }: Progress, clock: Clock): string {
  const parts = [phaseWords[phase].padEnd(12), activity];
  if (total !== null && total > 0) parts.push(`${grouped(done)} of ${grouped(total)}`);
  else if (done > 0) parts.push(grouped(done));
  if (etaSeconds !== null && etaSeconds > 2) parts.push(`${durationText(etaSeconds * second)} left`);
  if (waitingFor !== null)
    parts.push(
      `waiting ${durationText(Date.parse(waitingFor.until) - clock.now())} for ${apiNames[waitingFor.api]}'s limit`,
    );
  return parts
    .filter((part) => part !== '')
    .join('  ')
    .trimEnd();
}
