// Files for Node: whole-file writes that a crash can't tear, readable by their owner alone.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SeamlineError } from '../errors.ts';
import type { TextFile } from '../ports.ts';

/** A text file at a path. Throws `disk-full` and `disk-refused`. */
export function textFile(path: string): TextFile {
  return {
    path,
    async read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw diskError(error, path);
      }
    },
    async write(text) {
      const draft = `${path}.new`;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        const file = openSync(draft, 'w', 0o600);
        try {
          // Writes until all is written: a single write may stop short of a full disk without saying so.
          writeFileSync(file, text);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(draft, path);
      } catch (error) {
        discard(draft);
        throw diskError(error, path);
      }
    },
  };
}

/** Takes a draft away; what hinders that must not hide what went wrong before. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // The next write replaces it.
  }
}

/** What the system says of a place that can't be used: not ours to write, or a file where a folder should be. */
const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST']);

/** A failure of the file system in an operator's words. */
export function diskError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new SeamlineError('disk-full', {
      sentence: `The disk that holds ${path} is full.`,
      nextStep: 'Free some space, then try again. What was there before is unchanged.',
      details: { path, code },
      cause: error,
    });
  if (refusals.has(code))
    return new SeamlineError('disk-refused', {
      sentence: `Seamline may not use ${path}.`,
      nextStep: 'Choose a folder that your user account may write to.',
      details: { path, code },
      cause: error,
    });
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
