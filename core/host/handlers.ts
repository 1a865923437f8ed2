// What answers a command or a query: one function each, in a table per area. A name of the contract that no table has yet is
// answered with `not-built`.
import type { z } from 'zod';
import type { Place } from '../contract/attention.ts';
import type { CommandName, CommandOutput, commands } from '../contract/commands.ts';
import type { queries, QueryName, QueryOutput } from '../contract/queries.ts';
import type { Services } from '../commands/services.ts';
import type { ChangeBook } from './change-book.ts';
import type { ConnectionMemory } from './connection-memory.ts';
import type { LedgerReader } from './ledger-reader.ts';
import type { OpenLists } from './open-lists.ts';
import type { HostOptions } from './options.ts';
import type { Runner } from './runner.ts';
import type { SetUpMemory } from './set-up-memory.ts';

/** What a handler works with: one profile's services, its open ledger, the runner, and the way to tell of changes. */
export interface HostContext {
  readonly services: Services;
  readonly options: HostOptions;
  readonly reader: LedgerReader;
  readonly runner: Runner;
  readonly setUp: SetUpMemory;
  readonly answers: ConnectionMemory;
  readonly lists: OpenLists;
  readonly changes: ChangeBook;
  /** The dry runs whose plan a screen has shown. */
  readonly shownPlans: Set<string>;
  /** Looks at everything again and pushes the stores that changed. Done anyway after each command. */
  refresh(): Promise<void>;
  /** Asks the screens to go somewhere. */
  go(place: Place): void;
}

type Handler<Input, Output> = (context: HostContext, input: Input) => Output | Promise<Output>;

export type CommandHandlers = {
  readonly [Name in CommandName]?: Handler<z.output<(typeof commands)[Name]['input']>, CommandOutput<Name>>;
};

export type QueryHandlers = {
  readonly [Name in QueryName]?: Handler<z.output<(typeof queries)[Name]['input']>, QueryOutput<Name>>;
};
