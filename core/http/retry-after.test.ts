import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactedStart, textRedactor } from './redact.ts';
import { retryAfterMilliseconds } from './retry-after.ts';

const now = Date.parse('2026-11-23T01:00:00.000Z');

describe('Retry-After', () => {
  it("reads Cin7 Core's phrase, a plain number, other units and an HTTP date", () => {
    const waits: [string, number][] = [
      ['60 Seconds', 60_000],
      ['30 sec', 30_000],
      ['60', 60_000],
      [' 1.5 ', 1_500],
      ['0', 0],
      ['500 ms', 500],
      ['2 minutes', 120_000],
      ['1 hour', 3_600_000],
      ['Mon, 23 Nov 2026 01:02:00 GMT', 120_000],
      ['Mon, 23 Nov 2026 00:00:00 GMT', 0],
    ];
    expect(waits.map(([header]) => retryAfterMilliseconds(header, now))).toEqual(waits.map(([, wait]) => wait));
  });

  it('says nothing for nonsense', () => {
    const headers = [undefined, '', 'soon', 'soon 1', '-5', 'NaN', 'in 60 seconds', '{"seconds":1}'];
    expect(headers.map((header) => retryAfterMilliseconds(header, now))).toEqual(headers.map(() => null));
  });

  it('is never negative and never NaN, whatever the header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String)), (header) => {
        expect(retryAfterMilliseconds(header, now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('masking', () => {
  const secret = 'a+b/c"d\\e fg=';

  it('SEC-1 takes a secret out in every form in which it may be echoed, in any case', () => {
    const redact = textRedactor(() => [secret]);
    const echoes = [
      secret,
      secret.toUpperCase(),
      `OAuth2 ${Buffer.from(secret).toString('base64')}`,
      JSON.stringify({ key: secret }),
      `https://x/?${new URLSearchParams({ key: secret }).toString()}`,
    ];
    for (const echo of echoes) {
      expect(redact(`before ${echo} after`)).toContain('[kept secret]');
      expect(redact(`before ${echo} after`).toLowerCase()).not.toContain('d\\e fg');
    }
    expect(redact('nothing of the kind')).toBe('nothing of the kind');
  });

  it('SEC-1 a secret that begins another one leaves nothing of that other one standing', () => {
    const redact = textRedactor(() => ['anna', 'anna-Passw0rd']);
    expect(redact('login anna with anna-Passw0rd')).toBe('login [kept secret] with [kept secret]');
  });

  it('leaves a text alone when there are no secrets, or only ones too short to be any', () => {
    expect(textRedactor(() => [])('a b c')).toBe('a b c');
    expect(textRedactor(() => ['', 'a', 'abc'])('a b abc')).toBe('a b abc');
  });

  it('SEC-1 no secret survives, whatever the secrets and wherever they stand', () => {
    // Every code point but surrogates, plain ones often. The library's own unit for this takes seconds to be made.
    const codePoint = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0, max: 0xd7_ff }),
      fc.integer({ min: 0xe0_00, max: 0x10_ff_ff }),
    );
    const unit = codePoint.map((code) => String.fromCodePoint(code));
    const secrets = fc.array(fc.string({ unit, minLength: 8, maxLength: 20 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        secrets,
        fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 5 })), { maxLength: 6 }),
        (all, parts) => {
          const text = parts.map(([index, filler]) => `${all[index % all.length] ?? ''}|${filler}|`).join('');
          const clean = textRedactor(() => all)(text);
          expect(all.filter((one) => !'[kept secret]'.includes(one) && clean.includes(one))).toEqual([]);
        },
      ),
    );
  });

  it('SEC-1 a cut never leaves half of a secret behind, even of a long access token', () => {
    const token = `eyJ${'0123456789'.repeat(200)}`;
    const redact = textRedactor(() => [token]);
    for (const before of [0, 1, 990, 1_999]) {
      const start = redactedStart(`${'x'.repeat(before)}${token} rest`, 2_000, redact);
      expect(start.replace(/^x+/, '')).toMatch(/^(\[kept secret\] rest|\[kept secre.*|\[)$/);
      expect(start.length).toBeLessThanOrEqual(2_000);
    }
  });
});
