// Practice accounts whose keys can be recognised wherever they turn up, and what a person would type to connect them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../core/base/node/clock.ts';
import { startPractice } from '../../../core/practice/practice.ts';

export interface Accounts {
  /** The input of `connections.connectCin7`. */
  readonly cin7: Readonly<Record<string, unknown>>;
  /** The secrets among it. */
  readonly canaries: readonly string[];
  stop(): Promise<void>;
}

/** Starts practice accounts with canaries for keys. */
export async function startAccounts(): Promise<Accounts> {
  const accountId = 'c0ffee00-5ea3-4111-8aaa-canary000001';
  const applicationKey = 'c0ffee00-5ea3-4111-8aaa-canary000002';
  const practice = await startPractice({ clock: systemClock, size: 'small', cin7: { accountId, applicationKey } });
  return {
    cin7: { baseUrl: practice.cin7.baseUrl, accountId, applicationKey },
    canaries: [accountId, applicationKey],
    stop: () => practice.stop(),
  };
}

/** Files below a folder that hold one of the texts. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const content = readFileSync(path);
      return texts.some((text) => content.includes(text));
    });
}
