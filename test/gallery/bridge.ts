// A host of fixtures: answers every request of the contract with believable data, does nothing, and says so where a real one
// would act.
import type { Bridge } from '../../renderer/bridge/bridge.ts';
import type { ErrorView } from '../../core/contract/errors.ts';
import type { Answer, HostEvent, Snapshot } from '../../core/contract/protocol.ts';
import { queries, type QueryInput, type QueryName, type QueryOutput } from '../../core/contract/queries.ts';
import type { z } from 'zod';
import type { StoreName, StoreValue } from '../../core/contract/stores.ts';

export type Stores = { readonly [Name in StoreName]: StoreValue<Name> };

export type Answers = {
  readonly [Name in QueryName]: (input: QueryInput<Name>) => QueryOutput<Name> | ErrorView | 'never';
};

export interface FixtureHost {
  readonly stores: Stores;
  readonly answers: Answers;
}

const isError = (value: unknown): value is ErrorView =>
  typeof value === 'object' && value !== null && 'isRetryable' in value;

/** The same host with this theme chosen. */
export function themed({ stores, answers }: FixtureHost, theme: 'light' | 'dark'): FixtureHost {
  const { settings } = stores.settings;
  return {
    answers,
    stores: { ...stores, settings: { ...stores.settings, settings: { ...settings, app: { ...settings.app, theme } } } },
  };
}

/** The bridge to a host of fixtures. */
export function fixtureBridge({ stores, answers }: FixtureHost): Bridge {
  const listeners = new Set<(event: HostEvent) => void>();
  const names = Object.keys(stores).filter((name): name is StoreName => Object.hasOwn(stores, name));
  const snapshots = names.map((store): Snapshot => ({ store, epoch: 'gallery', rev: 1, value: stores[store] }));
  return {
    request: (request) =>
      new Promise<Answer>((resolve) => {
        if (request.kind === 'subscribe') return resolve({ ok: true, output: snapshots });
        if (request.kind === 'command') return resolve({ ok: true, output: outputOf(request.name) });
        const answer = answerOf(answers, request.name, request.input);
        if (answer === 'never') return undefined;
        return resolve(isError(answer) ? { ok: false, error: answer } : { ok: true, output: answer });
      }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onContact: () => () => undefined,
  };
}

function answerOf<Name extends QueryName>(
  answers: Answers,
  name: Name,
  input: unknown,
): QueryOutput<Name> | ErrorView | 'never' {
  const schemas: { readonly [Each in QueryName]: { readonly input: z.ZodType<QueryInput<Each>> } } = queries;
  return answers[name](schemas[name].input.parse(input));
}

function outputOf(name: string): unknown {
  if (name === 'profile.showFolder') return { isShown: true, path: '/home/dana/seamline' };
  if (name === 'outside.open') return { isOpened: true };
  if (name === 'artifacts.save') return { isSaved: true, name: 'gallery.csv' };
  if (name === 'runs.start' || name === 'runs.apply') return { runId: 'run-98', state: 'started' };
  if (name === 'settings.change') return { revision: 2 };
  if (name.startsWith('connections.test') || name.startsWith('connections.connect'))
    return { sentence: 'Connected to Aurora Apparel Pty Ltd, AUD', detail: 'Sydney time.' };
  return { sentence: 'The gallery does nothing' };
}
