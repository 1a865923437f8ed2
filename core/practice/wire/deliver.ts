// From an account's answer to bytes on the socket, whole or spoiled. Everything is written here by hand and nowhere
// else, because faults need the socket itself; the adapter is then told that the answer was already sent.
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../base/ports.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A web Response as an answer, read to its end. */
export async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** The page that a proxy in front of an API shows while it is down. Invented. */
export const maintenancePage: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>'),
};

/** Sends the whole answer, with the date of the practice's clock. */
export function send(outgoing: ServerResponse, answer: Answer, clock: Clock): void {
  if (!canWrite(outgoing)) return;
  writeHead(outgoing, answer, clock);
  outgoing.end(answer.body);
}

/** Announces the whole body, sends half of it and closes the connection. */
export function sendHalf(outgoing: ServerResponse, answer: Answer, clock: Clock): void {
  if (!canWrite(outgoing)) return;
  writeHead(outgoing, answer, clock);
  outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => outgoing.socket?.destroySoon());
}

/** Sends the head at once and the body in equal pieces over the given time on the clock. */
export async function sendSlowly(
  outgoing: ServerResponse,
  answer: Answer,
  clock: Clock,
  over: { readonly seconds: number; readonly pieces: number },
): Promise<void> {
  if (!canWrite(outgoing)) return;
  writeHead(outgoing, answer, clock);
  outgoing.flushHeaders();
  const size = Math.max(1, Math.ceil(answer.body.length / over.pieces));
  for (let start = 0; start < answer.body.length; start += size) {
    await clock.sleep((over.seconds * 1_000) / over.pieces);
    if (!canWrite(outgoing)) return;
    outgoing.write(answer.body.subarray(start, start + size));
  }
  outgoing.end();
}

/** Resolves when the client has gone away (or the server stops). */
export function untilClosed(outgoing: ServerResponse): Promise<void> {
  if (outgoing.closed || outgoing.destroyed) return Promise.resolve();
  return new Promise((resolve) => outgoing.once('close', resolve));
}

function canWrite(outgoing: ServerResponse): boolean {
  return !outgoing.destroyed && !outgoing.closed && outgoing.socket !== null;
}

function writeHead(outgoing: ServerResponse, answer: Answer, clock: Clock): void {
  const headers = { ...answer.headers };
  delete headers['transfer-encoding'];
  outgoing.sendDate = false;
  outgoing.writeHead(answer.status, {
    ...headers,
    date: new Date(clock.now()).toUTCString(),
    // A HEAD has no body to measure; the account itself may say how long it would be.
    'content-length': outgoing.req.method === 'HEAD' ? (headers['content-length'] ?? '0') : String(answer.body.length),
  });
}
