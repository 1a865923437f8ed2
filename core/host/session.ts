// One profile, open: its reader, its runner, its stores under one epoch. Looks for changes some four times a second, and at
// once after each command; pushes only what differs.
import { isSeamlineError, SeamlineError } from '../base/errors.ts';
import { attentionItem } from '../commands/attention.ts';
import { sharedAccounts } from '../commands/shared-accounts.ts';
import { errorView } from '../contract/error-words.ts';
import type { HostEvent, Snapshot } from '../contract/protocol.ts';
import { attentionKinds } from '../model/attention.ts';
import { noteAttention } from '../sync/attention.ts';
import { noSecrets, presentSecrets } from '../sync/connect.ts';
import { modesOf } from '../sync/modes.ts';
import { commandHandlers } from './commands/index.ts';
import { changeBook } from './change-book.ts';
import { connectionMemory } from './connection-memory.ts';
import type { HostContext } from './handlers.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createNotices } from './notices.ts';
import type { HostOptions, ProfileServices } from './options.ts';
import { openLists } from './open-lists.ts';
import { createPublisher } from './publisher.ts';
import { queryHandlers } from './queries/index.ts';
import { createRunner, type RunEnd } from './runner.ts';
import { createSchedule } from './schedule.ts';
import { setUpMemory } from './set-up-memory.ts';
import { appStore } from './stores/app.ts';
import { currentRun, lastRun } from './stores/run.ts';

export interface Session {
  command(name: string, input: unknown): Promise<unknown>;
  query(name: string, input: unknown): Promise<unknown>;
  snapshots(): Snapshot[];
  /** Looks for what others changed, starts what is due. */
  beat(): Promise<void>;
  /** Stops what goes on, says so, and waits for its end: a run, and what a person asked for. */
  leave(): Promise<void>;
  /** Leaves, and lets go of everything. */
  close(): Promise<void>;
}

/** Milliseconds between two pushes of a run's progress, and between two bumps of the revisions (design 4, 6). */
const progressPause = 100;
const revisionsPause = 250;

/** Opens a profile's session; its stores are pushed as soon as they are known. */
export async function openSession(
  opened: ProfileServices,
  options: HostOptions,
  push: (event: HostEvent) => void,
): Promise<Session> {
  const services = { ...opened.services, accounts: sharedAccounts() };
  const { clock, ids } = services;
  const { services: _ports, ...place } = opened;
  const own = { ...options, ...place };
  const reader = createLedgerReader(services);
  const publisher = createPublisher(ids.uuid(), (snapshot) => push({ kind: 'snapshot', snapshot }));
  const setUp = setUpMemory(reader);
  const answers = connectionMemory();
  let secrets = noSecrets;
  let lastEnd: RunEnd | null = null;
  let seen = '';
  let runPushedAt = Number.NEGATIVE_INFINITY;
  let revisionsPushedAt = Number.NEGATIVE_INFINITY;
  let isRunNews = false;
  let isReady = false;
  let isLeaving = false;
  const underWay = new Set<Promise<unknown>>();

  const pushRun = () => {
    isRunNews = false;
    runPushedAt = performance.now();
    const modes = modesOf(reader.ledger(), reader.settings());
    publisher.put('run', {
      isLeaving,
      current: currentRun(runner.current(), modes),
      last: lastRun(reader.latestReport(), lastEnd),
    });
  };

  const pushAll = async () => {
    const problem = reader.problem();
    pushRun();
    publisher.put('settings', {
      revision: reader.settings().revision,
      settings: reader.settings(),
      error: problem?.what === 'settings' ? errorView(problem.error) : null,
    });
    publisher.put('attention', { open: openItems() });
    const app = appStore({
      options: own,
      reader,
      keychain: (await own.secretStore?.status()) ?? 'ok',
      secrets,
      answers,
      chosenStep: setUp.chosen(),
      schedule: schedule.view(),
      now: clock.now(),
    });
    isReady = app.stage === 'ready';
    publisher.put('app', app);
  };

  const openItems = () =>
    (reader.ledger()?.attention.open() ?? [])
      .map(attentionItem)
      .sort((a, b) => attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind));

  /** Gives false when it is too early for another bump. */
  const pushRevisions = (): boolean => {
    const real = performance.now();
    if (real - revisionsPushedAt < revisionsPause) return false;
    revisionsPushedAt = real;
    const none = { styles: 0, orders: 0, customers: 0, linesheets: 0, attention: 0, runs: 0 };
    publisher.put('revisions', reader.ledger()?.changes.numbers() ?? none);
    return true;
  };

  const look = async (isForced: boolean) => {
    await reader.refresh();
    const problem = reader.problem();
    const now = `${reader.settings().revision} ${reader.ledger()?.path} ${reader.ledger()?.changes.version()} ${problem?.error.message} ${JSON.stringify(schedule.view())}`;
    if (now === seen && !isForced) {
      if (isRunNews) pushRun();
      return;
    }
    await pushAll();
    // Too early for the revisions: looked at again with the next beat.
    seen = pushRevisions() ? now : '';
  };

  /** A keychain that is locked or absent gives none; its state stands in the app store. */
  const lookForSecrets = async () => {
    try {
      return await presentSecrets({ settings: reader.settings(), secrets: services.secrets });
    } catch (error) {
      if (isSeamlineError(error, 'keychain-locked') || isSeamlineError(error, 'keychain-unavailable')) return noSecrets;
      throw error;
    }
  };

  const noteWaiting = () => {
    const ledger = reader.ledger();
    if (ledger !== null) noteAttention(ledger, reader.latestReport(), reader.now(), lastEnd?.error ?? null);
  };

  const refresh = async () => {
    await reader.refresh();
    secrets = await lookForSecrets();
    noteWaiting();
    await look(true);
  };

  const runner = createRunner(
    services,
    () => {
      isRunNews = true;
      if (performance.now() - runPushedAt >= progressPause) pushRun();
    },
    (end) => {
      lastEnd = end;
      schedule.ended(end);
      // A run notes by itself what waits for a person.
      if (end.report === null) noteWaiting();
      seen = '';
      reader.reopen();
    },
  );

  const schedule = createSchedule(clock, reader, runner);
  const stopHearing = own.signals?.((signal) => schedule.hear(signal));

  const lists = openLists(() => ids.uuid());

  // Practice is no reason to call anybody.
  const tell =
    own.notifier === undefined || own.profile.isPractice
      ? () => undefined
      : createNotices(clock, reader, own.notifier, (to) => push({ kind: 'go', place: to }));

  const context: HostContext = {
    services,
    options: own,
    reader,
    runner,
    setUp,
    answers,
    lists,
    changes: changeBook(reader, lists),
    shownPlans: new Set(),
    refresh,
    go: (place) => push({ kind: 'go', place }),
  };

  const perform = async (name: string, input: unknown) => {
    try {
      const output = await handlerOf(commandHandlers, name)(context, input);
      if (/^(connections|settings|backUps)\./.test(name)) schedule.release();
      return output;
    } finally {
      await refresh();
    }
  };

  const leave = async () => {
    stopHearing?.();
    isLeaving = runner.current() !== null || underWay.size > 0;
    pushRun();
    await Promise.allSettled([runner.close(), ...underWay]);
  };

  await refresh();
  return {
    leave,
    snapshots: () => publisher.snapshots(),
    query: async (name, input) => handlerOf(queryHandlers, name)(context, input),
    async command(name, input) {
      const work = perform(name, input);
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },
    async beat() {
      runner.beat();
      schedule.beat(isReady);
      await look(false);
      if (isReady) tell();
    },
    async close() {
      await leave();
      reader.close();
    },
  };
}

type AnyHandler = (context: HostContext, input: unknown) => unknown;

function handlerOf(table: object, name: string): AnyHandler {
  const handler: unknown = Object.hasOwn(table, name) ? Reflect.get(table, name) : undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's schema checked the input for this name
  if (typeof handler === 'function') return handler as AnyHandler;
  throw new SeamlineError('not-built', {
    sentence: "This version of Seamline can't do that yet.",
    nextStep: 'Nothing was changed.',
    details: { name },
  });
}
