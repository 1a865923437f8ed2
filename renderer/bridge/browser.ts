// The bridge in a browser: HTTP to the door that served this page. The address brings a code, good once; it is exchanged for
// a bearer that only this tab keeps. Events come over one streamed response, opened again whenever it breaks.
import { z } from 'zod';
import type { ErrorView } from '../../core/contract/errors.ts';
import { answerSchema, hostEventSchema, snapshotSchema } from '../../core/contract/protocol.ts';
import type { Answer, HostEvent, Snapshot } from '../../core/contract/protocol.ts';
import type { Bridge } from './bridge.ts';

const bearerName = 'seamline-bearer';
/** Before the stream is opened again, in milliseconds. */
const pause = 1_000;

/** Opens the bridge; signs in with the code in the address, which is taken out of it at once. */
export function openBrowserBridge(): Bridge {
  const listeners = new Set<(event: HostEvent) => void>();
  const watchers = new Set<(lost: ErrorView | null) => void>();
  const bearer = signIn();
  let isOpen = false;

  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tellContact = (lost: ErrorView | null) => {
    for (const watcher of watchers) watcher(lost);
  };
  const request: Bridge['request'] = async (message) => {
    try {
      const response = await send('/request', message, await bearer);
      if (response.status === 401) return failed(notSignedIn);
      return answerSchema.parse(await response.json());
    } catch {
      return failed(hostGone);
    }
  };

  /** Reads events for as long as somebody listens. What happened before the stream was open is asked for. */
  async function read(): Promise<void> {
    while (listeners.size > 0) {
      try {
        const headers = { authorization: `Bearer ${(await bearer) ?? ''}` };
        const { body, ok, status } = await fetch('/events', { headers });
        if (status === 401) {
          tellContact(notSignedIn);
          break;
        }
        if (ok && body !== null) {
          tellContact(null);
          const now = snapshotsIn(await request({ kind: 'subscribe' }));
          for (const snapshot of now) tell({ kind: 'snapshot', snapshot });
          for await (const line of linesOf(body)) if (line !== '') tell(hostEventSchema.parse(JSON.parse(line)));
        }
      } catch {
        // The door is gone or restarts; this is tried again.
        tellContact(hostGone);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    isOpen = false;
  }

  return {
    request,
    onEvent(listener) {
      listeners.add(listener);
      if (!isOpen) {
        isOpen = true;
        void read();
      }
      return () => listeners.delete(listener);
    },
    onContact(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

async function signIn(): Promise<string | null> {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code === null) return sessionStorage.getItem(bearerName);
  history.replaceState(null, '', location.pathname);
  const response = await send('/session', { code }, null);
  // A code that was used already: the tab was restored, and may still have its bearer.
  if (!response.ok) return sessionStorage.getItem(bearerName);
  const { bearer } = z.object({ bearer: z.string() }).parse(await response.json());
  sessionStorage.setItem(bearerName, bearer);
  return bearer;
}

function send(path: string, body: unknown, bearer: string | null): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  });
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function snapshotsIn(answer: Answer): Snapshot[] {
  const snapshots = z.array(snapshotSchema).safeParse(answer.ok ? answer.output : null);
  return snapshots.success ? snapshots.data : [];
}

function failed(error: ErrorView): Answer {
  return { ok: false, error };
}

const hostGone: ErrorView = {
  code: 'host-gone',
  sentence: 'Seamline has stopped, so this page shows what was last known.',
  nextStep: 'Start Seamline again and open the address that it prints.',
  scope: 'account',
  isRetryable: true,
  action: 'try-again',
  actionLabel: 'Try again',
};

const notSignedIn: ErrorView = {
  code: 'not-signed-in',
  sentence: 'This address was used before, or Seamline was started anew since.',
  nextStep: 'Open the address that Seamline printed last. Each address opens one tab.',
  scope: 'account',
  isRetryable: false,
  action: 'none',
  actionLabel: '',
};
