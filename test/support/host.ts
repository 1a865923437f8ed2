// A host over a world, spoken to as a screen does: messages in, snapshots out, a mirror that keeps the newest of each store.
import { vi } from 'vitest';
import { openHost, type ComputerSignal, type Host, type HostOptions } from '../../core/app.ts';
import { hostEventSchema, snapshotSchema, type Answer, type Snapshot } from '../../core/contract/protocol.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../core/contract/commands.ts';
import type { ErrorView } from '../../core/contract/errors.ts';
import type { QueryInput, QueryName, QueryOutput } from '../../core/contract/queries.ts';
import type { StoreName, StoreValue } from '../../core/contract/stores.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import type { World } from './world.ts';

export interface Screen {
  readonly host: Host;
  /** Every snapshot that was pushed, in order. */
  readonly pushed: readonly Snapshot[];
  store<Name extends StoreName>(name: Name): StoreValue<Name>;
  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
  query<Name extends QueryName>(name: Name, input: QueryInput<Name>): Promise<QueryOutput<Name>>;
  /** The error that a command is answered with. Throws when it is done. */
  refusal<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<ErrorView>;
  /** Any message, as it is. */
  send(message: unknown): Promise<Answer>;
  /** Lets the host look for changes. */
  beat(): Promise<void>;
  /** Beats until the check goes through. */
  until(check: () => void | Promise<void>): Promise<void>;
  /** What the computer tells. */
  signal(signal: ComputerSignal): Promise<void>;
  close(): Promise<void>;
}

const ids = seededIds(11);

/** Opens a host over a world and mirrors its stores. */
export async function openScreen(world: World, options: Partial<HostOptions> = {}): Promise<Screen> {
  let beat = (): Promise<void> => Promise.resolve();
  let tell = (_signal: ComputerSignal): void => undefined;
  const host = await openHost(world.services, {
    version: '0.0.0',
    host: 'browser',
    profile: { name: 'Test', isPractice: true },
    beats(call) {
      beat = call;
      return () => undefined;
    },
    signals(listener) {
      tell = listener;
      return () => undefined;
    },
    ...options,
  });
  const mirror = new Map<string, Snapshot>();
  const pushed: Snapshot[] = [];
  const take = (snapshot: Snapshot) => {
    const before = mirror.get(snapshot.store);
    if (before === undefined || before.epoch !== snapshot.epoch || before.rev < snapshot.rev)
      mirror.set(snapshot.store, snapshot);
  };
  host.subscribe((event) => {
    const checked = hostEventSchema.parse(event);
    if (checked.kind !== 'snapshot') return;
    pushed.push(checked.snapshot);
    take(checked.snapshot);
  });
  const send = (message: unknown) => host.handle(structuredClone(message));
  const output = async (message: unknown): Promise<unknown> => {
    const answer = await send(message);
    if (answer.ok) return structuredClone(answer.output);
    throw new Error(`${answer.error.code}: ${answer.error.sentence}`);
  };
  const commandOf = (name: string, input: unknown) => ({ kind: 'command', name, commandId: ids.uuid(), input });
  for (const snapshot of snapshotSchema.array().parse(await output({ kind: 'subscribe' }))) take(snapshot);
  const screen: Screen = {
    host,
    pushed,
    send,
    // The host checked each against the schema that goes with its name.
    /* oxlint-disable typescript/no-unsafe-type-assertion */
    store: (name) => mirror.get(name)?.value as never,
    command: async (name, input) => (await output(commandOf(name, input))) as never,
    query: async (name, input) => (await output({ kind: 'query', name, input })) as never,
    /* oxlint-enable typescript/no-unsafe-type-assertion */
    async refusal(name, input) {
      const answer = await send(commandOf(name, input));
      if (answer.ok) throw new Error(`${name} was done.`);
      return answer.error;
    },
    beat: () => beat(),
    until: (check) =>
      vi.waitFor(
        async () => {
          await beat();
          await check();
        },
        { timeout: 30_000, interval: 20 },
      ),
    async signal(signal) {
      tell(signal);
      await beat();
    },
    close: () => host.close(),
  };
  return screen;
}
