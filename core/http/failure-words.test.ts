import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../base/errors.ts';
import { failureWords } from './failure-words.ts';
import type { Exchange, FailureKind, Operation } from './operation.ts';
import { outcomeOf, sharedOutcomes } from './outcome.ts';

const operation: Operation = {
  api: 'cin7',
  name: 'company',
  method: 'GET',
  url: 'https://inventory.dearsystems.com/ExternalApi/v2/me',
  query: {},
  headers: {},
  body: null,
  effect: 'read',
  cost: 1,
};

const noReply = (kind: FailureKind, message = 'the proxy office:8080 answered 403'): Exchange => ({
  failure: { kind, mayHaveArrived: false, message },
});
const reply = (status: number, text: string): Exchange => ({ reply: { status, headers: {}, text, json: undefined } });
const page = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head></html>`;

function told(exchange: Exchange, limited = 0) {
  const { code } = outcomeOf(exchange, [sharedOutcomes]);
  const words = 'failure' in exchange ? exchange.failure.message : '';
  return { code, ...failureWords(code, operation, exchange, words, limited) };
}

describe('what hinders, and what to do about it', () => {
  it.each<[FailureKind, ErrorCode, RegExp, RegExp]>([
    ['name-not-found', 'unreachable', /no computer has that name/, /computer is online, then the address/],
    ['refused', 'unreachable', /the connection was refused/, /network and the address in the settings/],
    ['unreachable', 'unreachable', /can't be reached at inventory/, /computer's network/],
    ['proxy-unreachable', 'unreachable', /the proxy on the way there doesn't answer/, /Check the proxy setting/],
    ['proxy-refused', 'unreachable', /office:8080 answered 403/, /let inventory\.dearsystems\.com through/],
    ['proxy-unusable', 'unreachable', /office/, /Check the proxy setting/],
    ['proxy-login', 'proxy-login', /wants a login/, /Add user name and password to the proxy setting/],
    ['untrusted', 'untrusted', /certificate that inventory\S* shows isn't trusted/, /root certificate installed/],
    ['no-tls', 'unreachable', /doesn't speak TLS/, /a proxy or a firewall stands in between/],
    ['dropped', 'unreachable', /the connection broke off/, /computer's network/],
    ['timed-out', 'timed-out', /didn't answer company in time/, /tries again/],
  ])('%s', (kind, code, sentence, nextStep) => {
    const words = told(noReply(kind));
    expect(words).toEqual({
      code,
      sentence: expect.stringMatching(sentence),
      nextStep: expect.stringMatching(nextStep),
    });
    expect(words.sentence).toMatch(/^[A-Z].*[^.]\.$/);
  });

  it('a maintenance page, a wrong address and a network that wants a sign-in are told apart', () => {
    expect(told(reply(200, page('Maintenance'))).nextStep).toMatch(/^Cin7 Core is being maintained\. Wait/);
    expect(told(reply(200, page('Page not found'))).nextStep).toMatch(/the address in the settings is wrong/);
    expect(told(reply(302, '')).nextStep).toMatch(/some networks want people to sign in first/);
    expect(told(reply(503, page('Back soon')), 1_800_000)).toEqual({
      code: 'limit-stuck',
      sentence: 'Cin7 Core has answered with a web page instead of data for 30 minutes.',
      nextStep: expect.stringMatching(/^Cin7 Core is being maintained/),
    });
  });

  it('RUN-5: a limit that is used up is told with how long it lasted', () => {
    expect(told(reply(429, ''), 1_800_000).sentence).toBe(
      'Cin7 Core has refused requests over its limit for 30 minutes.',
    );
    expect(told(reply(429, '')).nextStep).toMatch(/^Wait a few minutes/);
  });
});
