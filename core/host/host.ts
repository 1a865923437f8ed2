// What a screen talks to: requests in, answers out, stores and wishes to go somewhere pushed. The same for the desktop window
// and the browser door; speaks core/contract/protocol and nothing else.
import { SeamlineError } from '../base/errors.ts';
import type { Services } from '../commands/services.ts';
import { hostEventSchema, type Answer, type HostEvent } from '../contract/protocol.ts';
import { createAnswers } from './answers.ts';
import type { HostOptions } from './options.ts';
import { openSession, type Session } from './session.ts';

export interface Host {
  /** Answers a message of a screen, whatever it is. Never rejects: a failure is an answer. */
  handle(request: unknown): Promise<Answer>;
  /** Hears every event from now on, until the returned function is called. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Stops a run that goes on, waits for its end and lets go of everything. */
  close(): Promise<void>;
}

/** Opens a host over a profile. It stays open until `close`. */
export async function createHost(services: Services, options: HostOptions): Promise<Host> {
  const listeners = new Set<(event: HostEvent) => void>();
  const push = (event: HostEvent) => {
    const checked = hostEventSchema.parse(event);
    for (const listener of listeners) listener(checked);
  };
  let session: Session = await openSession({ services, profile: options.profile }, options, push);
  let isBeating = false;
  let isClosed = false;

  /** Another profile in the place of the present one: everything a screen knows is replaced by a new epoch. */
  const switchTo = async (which: 'practice' | 'real') => {
    if (options.openProfile === undefined)
      throw new SeamlineError('not-built', {
        sentence: 'This window has only the profile that it was started with.',
        nextStep: 'Start Seamline without --profile to switch between practice and your own accounts.',
      });
    const opened = await options.openProfile(which);
    const before = session;
    session = await openSession(opened, options, push);
    await before.close();
    return { sentence: which === 'practice' ? 'This is practice now.' : 'These are your own accounts now.' };
  };

  const answer = createAnswers({
    clock: services.clock,
    log: services.log,
    query: (name, input) => session.query(name, input),
    subscribe: async () => session.snapshots(),
    command(name, input) {
      if (name === 'profile.usePractice') return switchTo('practice');
      if (name === 'profile.useReal') return switchTo('real');
      return session.command(name, input);
    },
  });

  const beat = async () => {
    if (isBeating || isClosed) return;
    isBeating = true;
    try {
      await session.beat();
    } catch (error) {
      services.log.write('error', 'a look at what changed failed', { error: String(error) });
    } finally {
      isBeating = false;
    }
  };
  const stopBeats = options.beats?.(beat);

  return {
    handle: answer,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      stopBeats?.();
      listeners.clear();
      await session.close();
    },
  };
}
