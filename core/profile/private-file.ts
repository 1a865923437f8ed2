// Files for their owner alone, whatever the system's defaults are.
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { diskError } from '../base/node/files.ts';

/**
 * Makes a file for its owner alone. SQLite gives its side files the mode of the main file, so that comes first. A file
 * that is there is never opened: closing any handle on it would give away SQLite's locks of this process (POSIX).
 */
export function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!existsSync(path)) throw diskError(error, path);
    chmodSync(path, 0o600);
  }
}
