// The end of a log file, without reading all of it: a log grows for years.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { diskError } from '../base/node/files.ts';

/** Bytes that the wanted lines may take together. */
const mostBytes = 256 * 1024;

/** The last whole lines of a file, oldest first. Throws `disk-refused`. */
export function readTail(path: string, lines: number): string[] {
  if (!existsSync(path)) return [];
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const from = Math.max(0, size - mostBytes);
      const bytes = Buffer.alloc(size - from);
      readSync(file, bytes, 0, bytes.length, from);
      const all = bytes.toString('utf8').split('\n');
      // The first line of a part begins somewhere in its middle.
      return (from === 0 ? all : all.slice(1)).filter((line) => line !== '').slice(-lines);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw diskError(error, path);
  }
}
