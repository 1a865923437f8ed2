// `practice`: both practice accounts until they are stopped. Prints one JSON line with everything a program needs to
// use them, and can write settings that fit into a new profile.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import { systemClock } from '../base/node/clock.ts';
import { textFile } from '../base/node/files.ts';
import type { SecretName } from '../base/ports.ts';
import { startPractice, type Practice } from '../practice/practice.ts';
import { practiceSettings } from '../practice/settings.ts';
import { variableOf } from '../sync/connect.ts';

export interface PracticeInput {
  readonly seed: number;
  readonly size: 'full' | 'small';
  readonly cin7Port: number;
  readonly joorPort: number;
  /** A file with a fault script. */
  readonly faults?: string;
  /** A profile folder that gets settings for these accounts, when it has none. */
  readonly into?: string;
}

/** Starts the accounts and gives them with the line to print. */
export async function openPractice(input: PracticeInput): Promise<{ practice: Practice; line: string }> {
  const practice = await startPractice({
    clock: systemClock,
    seed: input.seed,
    size: input.size,
    cin7: { port: input.cin7Port },
    joor: { port: input.joorPort },
    ...(input.faults === undefined ? {} : { faults: readFileSync(input.faults, 'utf8') }),
  });
  const settings = practiceSettings(practice, { rateOf: instantOf(systemClock.now()).slice(0, 10) });
  if (input.into !== undefined) await writeSettings(input.into, settings);
  return {
    practice,
    line: JSON.stringify({
      cin7: { baseUrl: practice.cin7.baseUrl },
      joor: { apiUrl: practice.joor.apiUrl, authUrl: practice.joor.authUrl, accountId: practice.joor.accountId },
      environment: environmentOf(practice),
      settings,
    }),
  };
}

/** The variables that hold the practice accounts' keys. */
export function environmentOf({ cin7, joor }: Practice): Record<string, string> {
  const values: readonly (readonly [SecretName, string])[] = [
    ['cin7.accountId', cin7.accountId],
    ['cin7.applicationKey', cin7.applicationKey],
    ['joor.token', joor.token],
    ['joor.clientId', joor.clientId],
    ['joor.clientSecret', joor.clientSecret],
    ['joor.username', joor.username],
    ['joor.password', joor.password],
  ];
  return Object.fromEntries(values.map(([name, value]) => [variableOf(name), value]));
}

async function writeSettings(folder: string, settings: Record<string, unknown>): Promise<void> {
  const path = join(folder, 'settings.json');
  if (existsSync(path))
    throw new SeamlineError('usage', {
      sentence: `${folder} has settings already, so they are left as they are.`,
      nextStep: 'Name a new folder with --into.',
    });
  await textFile(path).write(`${JSON.stringify(settings, null, 2)}\n`);
}
