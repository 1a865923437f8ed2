// The built renderer, file by file. What may be asked for is the list of files that were built: a path is looked up in it and
// never resolved on the disk. The page itself gets a fresh nonce with every answer.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { SeamlineError } from '../base/errors.ts';
import type { Ids } from '../base/ports.ts';
import { pageHeaders, plainHeaders } from './policy.ts';

/** Where the build leaves room for the nonce (renderer/vite.config.ts). */
const noncePlace = 'SEAMLINE-NONCE';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives the file of a path (`/`, `/assets/index-1a2b.js`), or null when none of that name was built. */
export type Pages = (path: string) => PageFile | null;

/** Opens the folder of the built renderer. Throws `internal` when nothing was built there. */
export function openPages(folder: string, ids: Ids): Pages {
  const files = readFolder(folder);
  const index = files.get('/index.html');
  if (index === undefined) throw notBuilt(folder);
  const text = index.body.toString('utf8');
  return (path) => {
    if (path === '/' || path === '/index.html') {
      const nonce = ids.uuid().replaceAll('-', '');
      return {
        body: Uint8Array.from(Buffer.from(text.replaceAll(noncePlace, nonce))),
        headers: { ...pageHeaders(nonce, process.platform), 'content-type': index.type },
      };
    }
    const file = files.get(path);
    return file === undefined
      ? null
      : { body: Uint8Array.from(file.body), headers: { ...plainHeaders, 'content-type': file.type } };
  };
}

function readFolder(folder: string): Map<string, { readonly body: Buffer; readonly type: string }> {
  const files = new Map<string, { readonly body: Buffer; readonly type: string }>();
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw notBuilt(folder, error);
  }
  for (const entry of entries) {
    const type = contentTypes[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { body: readFileSync(path), type });
  }
  return files;
}

function notBuilt(folder: string, cause?: unknown): SeamlineError {
  return new SeamlineError('internal', {
    sentence: `Seamline's screens are missing from ${folder}.`,
    nextStep: 'Install Seamline again; from its source, run "npm run build".',
    cause,
  });
}
