// `practice`: both practice accounts until they are stopped. Prints one JSON line with everything a program needs to
// use them, and can write settings that fit into a new profile.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instantOf } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import { systemClock } from '../base/node/clock.ts';
import { textFile } from '../base/node/files.ts';
import { secretNames } from '../base/ports.ts';
import { startPractice, type Practice } from '../practice/practice.ts';
import { readFaultScript, type FaultRule } from '../practice/wire/faults.ts';
import { practiceKeys, practiceSettings } from '../practice/settings.ts';
import { startProxy, type ProxyOptions } from '../practice/wire/proxy.ts';
import { variableOf } from '../sync/connect.ts';

export interface PracticeInput {
  readonly seed: number;
  readonly size: 'full' | 'small';
  readonly cin7Port: number;
  readonly joorPort: number;
  /** A file with a fault script. */
  readonly faults?: string;
  /** Adds the awkward cases of both APIs. */
  readonly awkward?: boolean;
  /** Real milliseconds before each answer. */
  readonly latency?: number;
  /** Serves https; its root certificate is written to this file. */
  readonly tls?: string;
  /** Starts an office proxy as well: `USER:PASSWORD`, or true for one without a login. */
  readonly proxy?: string | true;
  /** A profile folder that gets settings for these accounts, when it has none. */
  readonly into?: string;
}

interface OpenPractice {
  /** One JSON line with everything a program needs. */
  readonly line: string;
  readonly stop: () => Promise<void>;
}

/** Starts the accounts and gives them with the line to print. Throws `usage` for what can't be used. */
export async function openPractice(input: PracticeInput): Promise<OpenPractice> {
  // Before anything listens: what is refused later would leave the accounts running.
  if (input.into !== undefined) refuseUsedFolder(input.into);
  const practice = await startPractice({
    clock: systemClock,
    seed: input.seed,
    size: input.size,
    cin7: { port: input.cin7Port },
    joor: { port: input.joorPort, awkward: input.awkward === true },
    awkward: input.awkward === true,
    latencyMilliseconds: input.latency ?? 0,
    tls: input.tls !== undefined,
    ...(input.faults === undefined ? {} : { faults: faultScript(input.faults) }),
  }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? portTaken(error) : error;
  });
  const settings = practiceSettings(practice, { rateOf: instantOf(systemClock.now()).slice(0, 10) });
  if (input.into !== undefined) await textFile(settingsIn(input.into)).write(`${JSON.stringify(settings, null, 2)}\n`);
  if (input.tls !== undefined) await textFile(input.tls).write(practice.rootCertificate ?? '');
  const proxy = input.proxy === undefined ? null : await startProxy(loginOf(input.proxy));
  return {
    async stop() {
      await proxy?.stop();
      await practice.stop();
    },
    line: JSON.stringify({
      cin7: { baseUrl: practice.cin7.baseUrl },
      joor: { apiUrl: practice.joor.apiUrl, authUrl: practice.joor.authUrl, accountId: practice.joor.accountId },
      ...(proxy === null ? {} : { proxy: proxy.origin }),
      environment: environmentOf(practice),
      settings,
    }),
  };
}

/** The variables that hold the practice accounts' keys. */
export function environmentOf(practice: Practice): Record<string, string> {
  const keys = practiceKeys(practice);
  return Object.fromEntries(secretNames.map((name) => [variableOf(name), keys[name]]));
}

function loginOf(proxy: string | true): ProxyOptions {
  if (proxy === true) return {};
  const [username = '', ...password] = proxy.split(':');
  return { login: { username, password: password.join(':') } };
}

const settingsIn = (folder: string) => join(folder, 'settings.json');

function refuseUsedFolder(folder: string): void {
  if (!existsSync(settingsIn(folder))) return;
  throw new SeamlineError('usage', {
    sentence: `${folder} has settings already, so they are left as they are.`,
    nextStep: 'Name a new folder with --into.',
  });
}

function faultScript(path: string): FaultRule[] {
  try {
    return readFaultScript(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const [problem = ''] = error instanceof z.ZodError ? z.prettifyError(error).split('\n') : [String(error)];
    throw new SeamlineError('usage', {
      sentence: `The fault script ${path} can't be used: ${problem}.`,
      nextStep: 'Name a JSON file with fault rules, see the practice guide.',
      cause: error,
    });
  }
}

function portTaken(cause: Error): SeamlineError {
  return new SeamlineError('usage', {
    sentence: `The practice accounts can't listen: ${cause.message}.`,
    nextStep: 'Name another port, or none for any free one.',
    cause,
  });
}
