// The log file: one JSON line per event, written at once so that a crash loses none. The only module that knows the
// logging library.
import { pino } from 'pino';
import type { Log } from '../ports.ts';

/** A log that appends to a file, creating its folder. */
export function fileLog(path: string): Log & { close(): void } {
  const destination = pino.destination({ dest: path, mkdir: true, append: true, sync: true, mode: 0o600 });
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    write: (level, message, facts = {}) => logger[level](facts, message),
    close: () => destination.end(),
  };
}
