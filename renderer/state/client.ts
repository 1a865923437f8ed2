// Commands and queries by name, typed by the contract's tables and checked against them both ways. What fails, in the host or
// on the way, is an error view: a sentence, a next step and at most one button.
import type { Bridge } from '../bridge/bridge.ts';
import { commands, type CommandInput, type CommandName, type CommandOutput } from '../../core/contract/commands.ts';
import type { Answer } from '../../core/contract/protocol.ts';
import { errorViewSchema, type ErrorView } from '../../core/contract/errors.ts';
import { queries, type QueryInput, type QueryName, type QueryOutput } from '../../core/contract/queries.ts';
import type { z } from 'zod';
import { typeset } from '../format/typeset.ts';
import { newCommandId } from './clock.ts';

/** What a command or query ends with when it isn't done. */
class Failure extends Error {
  readonly view: ErrorView;
  constructor(view: ErrorView) {
    super(view.sentence);
    this.name = 'Failure';
    this.view = view;
  }
}

const unreadable: ErrorView = {
  code: 'answer-unreadable',
  sentence: 'Seamline got an answer that it can’t read.',
  nextStep: 'Close Seamline and open it again. Nothing was lost.',
  scope: 'run',
  isRetryable: true,
  action: 'try-again',
  actionLabel: 'Try again',
};

const unexpected: ErrorView = { ...unreadable, code: 'unexpected', sentence: 'Something in this window went wrong.' };

/** Whatever was thrown, as an error view. */
export function viewOf(error: unknown): ErrorView {
  return error instanceof Failure ? error.view : unexpected;
}

export interface Client {
  readonly command: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandOutput<Name>>;
  readonly query: <Name extends QueryName>(name: Name, input: QueryInput<Name>) => Promise<QueryOutput<Name>>;
}

// The tables again, told as what the compiler can follow from a name to its output.
const commandTable: { readonly [Name in CommandName]: { readonly output: z.ZodType<CommandOutput<Name>> } } = commands;
const queryTable: { readonly [Name in QueryName]: { readonly output: z.ZodType<QueryOutput<Name>> } } = queries;

function outputOf<Output>(schema: z.ZodType<Output>, answer: Answer): Output {
  if (!answer.ok) throw new Failure(errorViewSchema.parse(typeset(answer.error)));
  const output = schema.safeParse(typeset(answer.output));
  if (!output.success) throw new Failure(unreadable);
  return output.data;
}

/** The client of one bridge. Both calls throw a Failure and nothing else. */
export function createClient(bridge: Bridge): Client {
  return {
    command: async (name, input) =>
      outputOf(
        commandTable[name].output,
        await bridge.request({ kind: 'command', name, commandId: newCommandId(), input }),
      ),
    query: async (name, input) =>
      outputOf(queryTable[name].output, await bridge.request({ kind: 'query', name, input })),
  };
}
