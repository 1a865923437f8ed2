// What a screen talks to: requests in, answers out, stores and wishes to go somewhere pushed. The same for the desktop window
// and the browser door; speaks core/contract/protocol and nothing else. The person's own profile is open as long as the host is:
// its runs go on while they practise, and the screen shows one of the two.
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
  /** Stops a run that goes on, waits for its end and that of what a person asked for, and lets go of everything. */
  close(): Promise<void>;
}

/** Opens a host over a profile. It stays open until `close`. */
export async function createHost(services: Services, options: HostOptions): Promise<Host> {
  const listeners = new Set<(event: HostEvent) => void>();
  const push = (event: HostEvent) => {
    const checked = hostEventSchema.parse(event);
    for (const listener of listeners) listener(checked);
  };
  let shown: 'own' | 'practice' = 'own';
  const pushOf = (side: typeof shown) => (event: HostEvent) => {
    if (side === shown) push(event);
  };
  const own = await openSession({ services, profile: options.profile }, options, pushOf('own'));
  let practice: Session | null = null;
  const session = (): Session => (shown === 'practice' && practice !== null ? practice : own);
  let isBeating = false;
  let isClosed = false;

  /** The other profile in the place of the present one: everything a screen knows is replaced, because its epoch is another. */
  const show = async (side: typeof shown, opened: Session | null) => {
    const before = practice;
    shown = side;
    practice = opened;
    for (const snapshot of session().snapshots()) push({ kind: 'snapshot', snapshot });
    await before?.close();
  };

  const usePractice = async () => {
    if (options.openPractice === undefined)
      throw new SeamlineError('not-built', {
        sentence: 'This window has only the profile that it was started with.',
        nextStep: 'Start Seamline without --profile to switch between practice and your own accounts.',
      });
    // Its folder begins anew, so the practice that is open has to let go of it first.
    if (practice !== null) await show('own', null);
    await show('practice', await openSession(await options.openPractice(), options, pushOf('practice')));
    return { sentence: 'This is practice now.' };
  };

  const useOwn = async () => {
    await show('own', null);
    return { sentence: 'These are your own accounts now.' };
  };

  const answer = createAnswers({
    clock: services.clock,
    log: services.log,
    query: (name, input) => session().query(name, input),
    subscribe: async () => session().snapshots(),
    command(name, input) {
      if (isClosed) throw leaving();
      if (name === 'profile.usePractice') return usePractice();
      if (name === 'profile.useReal') return useOwn();
      return session().command(name, input);
    },
  });

  const beat = async () => {
    if (isBeating || isClosed) return;
    isBeating = true;
    try {
      await Promise.all([own.beat(), practice?.beat()]);
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
      await Promise.all([own.close(), practice?.close()]);
      listeners.clear();
    },
  };
}

function leaving(): SeamlineError {
  return new SeamlineError('cancelled', {
    sentence: 'Seamline is quitting, so it begins nothing new.',
    nextStep: 'Open Seamline again and repeat what you wanted.',
  });
}
