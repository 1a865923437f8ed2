// The log file: one JSON line per event, written at once so that a crash loses none. The only module that knows the
// logging library.
import { pino } from 'pino';
import type { Log } from '../ports.ts';
import { diskError } from './files.ts';

/** A log that appends to a file, creating its folder. Throws `disk-refused`, `disk-full`. */
export function fileLog(path: string): Log & { close(): void } {
  const destination = openFile(path);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    write: (level, message, facts = {}) => logger[level](facts, message),
    close: () => destination.end(),
  };
}

function openFile(path: string): ReturnType<typeof pino.destination> {
  try {
    return pino.destination({ dest: path, mkdir: true, append: true, sync: true, mode: 0o600 });
  } catch (error) {
    throw diskError(error, path);
  }
}
