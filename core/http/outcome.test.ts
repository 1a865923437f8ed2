import { describe, expect, it } from 'vitest';
import { cin7Outcomes } from '../cin7/answers.ts';
import { joorOutcomes } from '../joor/answers.ts';
import type { Exchange, FailureKind } from './operation.ts';
import { outcomeOf, sharedOutcomes } from './outcome.ts';

const failed = (kind: FailureKind): Exchange => ({ failure: { kind, mayHaveArrived: true, message: '' } });
const replied = (status: number, text = '{}', json: unknown = {}): Exchange => ({
  reply: { status, headers: {}, text, json },
});
/** A reply whose body isn't JSON. */
const plain = (status: number, text: string): Exchange => ({
  reply: { status, headers: {}, text, json: undefined },
});
const html = (status: number) => plain(status, '<html>Page not found</html>');
const limit = 'You have reached 60 calls per 60 seconds API limit.';

/** `action code didNothing` of an exchange by the shared table, after an API's own rows. */
function judge(exchange: Exchange, own = [...cin7Outcomes]): string {
  const { action, code, didNothing } = outcomeOf(exchange, [own, sharedOutcomes]);
  return `${action} ${code}${didNothing ? ' (did nothing)' : ''}`;
}

describe('what an exchange means', () => {
  it.each<[FailureKind, string]>([
    ['cancelled', 'fail cancelled'],
    ['name-not-found', 'repeat unreachable (did nothing)'],
    ['refused', 'repeat unreachable (did nothing)'],
    ['unreachable', 'repeat unreachable (did nothing)'],
    ['untrusted', 'fail untrusted (did nothing)'],
    ['proxy-unreachable', 'repeat unreachable (did nothing)'],
    ['proxy-refused', 'repeat unreachable (did nothing)'],
    ['proxy-login', 'fail proxy-login (did nothing)'],
    ['timed-out', 'repeat timed-out'],
    ['dropped', 'repeat unreachable'],
    ['too-large', 'fail unexpected-answer'],
  ])('a connection that ended as %s: %s', (kind, expected) => {
    expect(judge(failed(kind))).toBe(expected);
  });

  it.each<[string, Exchange, string]>([
    ['200 with JSON', replied(200), 'use internal'],
    ['201 with JSON null', replied(201, 'null', null), 'use internal'],
    ['200 with a web page', html(200), 'repeat not-the-api'],
    ['204 without a body', plain(204, ''), 'repeat not-the-api'],
    ['302 to a page', html(302), 'fail not-the-api (did nothing)'],
    ['400', replied(400), 'fail refused (did nothing)'],
    ['401', replied(401), 'fail key-rejected (did nothing)'],
    ['403 with plain words', plain(403, 'Incorrect credentials!'), 'fail key-rejected (did nothing)'],
    ['404', replied(404), 'fail refused (did nothing)'],
    ['408', replied(408), 'repeat timed-out'],
    ['413', replied(413), 'fail refused (did nothing)'],
    ['429', plain(429, limit), 'wait-for-limit limit-stuck (did nothing)'],
    ['500', replied(500), 'repeat server-fault'],
    ['502 with a page', html(502), 'repeat server-fault'],
    ['503 with a page', html(503), 'wait-for-limit limit-stuck'],
    ['504', html(504), 'repeat server-fault'],
    ['100', replied(100), 'fail unexpected-answer'],
    ['600', replied(600), 'fail unexpected-answer'],
  ])('%s', (_what, exchange, expected) => {
    expect(judge(exchange)).toBe(expected);
  });

  it('RUN-5 the text of the limit means the limit in whatever status and shape it comes', () => {
    const inArray = JSON.stringify([{ ErrorCode: 400, Exception: limit }]);
    for (const exchange of [
      replied(400, inArray, JSON.parse(inArray)),
      plain(403, limit),
      plain(503, limit),
      replied(500, '{"message":"Too Many Requests"}'),
      plain(400, 'Rate limit exceeded'),
    ])
      expect(judge(exchange)).toBe('wait-for-limit limit-stuck (did nothing)');
    const codes = [429, 400, 503].map((ErrorCode) => JSON.stringify([{ ErrorCode, Exception: limit }]));
    for (const text of [
      ...codes,
      JSON.stringify({ Exception: limit, ErrorCode: 429 }),
      JSON.stringify({ message: limit }),
    ])
      expect(judge(replied(200, text, JSON.parse(text)))).toBe('wait-for-limit limit-stuck (did nothing)');
    expect(judge(plain(200, limit))).toBe('wait-for-limit limit-stuck (did nothing)');
    expect(judge(replied(200, JSON.stringify(limit), limit))).toBe('wait-for-limit limit-stuck (did nothing)');
    // A style of that name in a good answer is no refusal.
    for (const text of [`[{"Name":"${limit}"}]`, `{"Total":1,"Products":[{"Exception":"${limit}"}]}`])
      expect(judge(replied(200, text))).toBe('use internal');
  });

  it("takes Cin7 Core's error model inside a 200 for what it says", () => {
    const model = (code: number) => JSON.stringify([{ ErrorCode: code, Exception: 'Category not found.' }]);
    expect(judge(replied(200, model(404)))).toBe('fail refused (did nothing)');
    expect(judge(replied(200, model(404).slice(1, -1)))).toBe('fail refused (did nothing)');
    expect(judge(replied(200, model(500)))).toBe('repeat server-fault');
    expect(judge(replied(200, '[{"ErrorCode": 4000}]'))).toBe('use internal');
  });

  it("signs in again when JOOR's token has ended", () => {
    expect(judge(replied(401), [...joorOutcomes])).toBe('sign-in-again key-rejected (did nothing)');
  });
});
