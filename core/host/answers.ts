// From a message of a screen to its answer: checked on the way in and on the way out, a command done once however often its
// answer is asked for, every failure as an error that a screen can show.
import { z } from 'zod';
import { hour } from '../base/dates.ts';
import { SeamlineError, toSeamlineError } from '../base/errors.ts';
import type { Clock, Log } from '../base/ports.ts';
import { commands } from '../contract/commands.ts';
import { errorView } from '../contract/error-words.ts';
import { requestSchema, type Answer, type Request } from '../contract/protocol.ts';
import { queries } from '../contract/queries.ts';

export interface Answering {
  readonly clock: Clock;
  readonly log: Log;
  command(name: keyof typeof commands, input: unknown): Promise<unknown>;
  query(name: keyof typeof queries, input: unknown): Promise<unknown>;
  subscribe(): Promise<unknown>;
}

const answersKept = hour;

/** Answers requests. Never throws: a failure is an answer. */
export function createAnswers(answering: Answering): (request: unknown) => Promise<Answer> {
  const { clock, log } = answering;
  const given = new Map<string, { readonly at: number; readonly name: string; readonly answer: Promise<Answer> }>();

  const answer = async (what: string, work: () => Promise<unknown>): Promise<Answer> => {
    try {
      return { ok: true, output: await work() };
    } catch (thrown) {
      const error = toSeamlineError(thrown);
      if (error.code === 'internal') log.write('error', error.message, { what, cause: error.cause });
      return { ok: false, error: errorView(error) };
    }
  };

  const once = (request: Extract<Request, { kind: 'command' }>): Promise<Answer> => {
    const now = clock.now();
    for (const [id, { at }] of given) if (now - at > answersKept) given.delete(id);
    const before = given.get(request.commandId);
    if (before !== undefined) {
      if (before.name === request.name) return before.answer;
      return answer(request.name, () => Promise.reject(usedTwice(request.commandId)));
    }
    const first = answer(request.name, () => {
      const { input, output } = commands[request.name];
      return checked(request.name, input, request.input, output, (value) => answering.command(request.name, value));
    });
    given.set(request.commandId, { at: now, name: request.name, answer: first });
    return first;
  };

  return (message) => {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) return answer('request', () => Promise.reject(misunderstood('The request', parsed.error)));
    const request = parsed.data;
    if (request.kind === 'subscribe') return answer('subscribe', () => answering.subscribe());
    if (request.kind === 'command') return once(request);
    return answer(request.name, () => {
      const { input, output } = queries[request.name];
      return checked(request.name, input, request.input, output, (value) => answering.query(request.name, value));
    });
  };
}

async function checked(
  name: string,
  inputs: z.ZodType,
  input: unknown,
  outputs: z.ZodType,
  work: (input: unknown) => Promise<unknown>,
): Promise<unknown> {
  const asked = inputs.safeParse(input);
  if (!asked.success) throw misunderstood(`What was sent with "${name}"`, asked.error);
  const done = outputs.safeParse(await work(asked.data));
  if (done.success) return done.data;
  throw new SeamlineError('internal', {
    sentence: `Seamline's own answer to "${name}" has the wrong form.`,
    nextStep: 'Nothing was lost. Save a report and send it to support.',
    details: { problem: z.prettifyError(done.error) },
    cause: done.error,
  });
}

function misunderstood(what: string, error: z.ZodError): SeamlineError {
  return new SeamlineError('usage', {
    sentence: `${what} can't be understood: ${z.prettifyError(error).slice(0, 200)}`,
    nextStep: 'Nothing was done. Close this window and open it again.',
  });
}

function usedTwice(commandId: string): SeamlineError {
  return new SeamlineError('usage', {
    sentence: `Two different commands carry the id ${commandId}.`,
    nextStep: 'Only the first one was done. Try the second one again.',
  });
}
