import { describe, expect, it } from 'vitest';
import { personalMask } from './mask.ts';

describe('SEC-4 personal data in free text', () => {
  const masked = personalMask(['Nordic Boutique', 'Nordic', 'Anna Berg', '12 Harbour Street', 'Bo', '']);

  it.each([
    ['Held: NORDIC BOUTIQUE has no code.', 'Held: [personal] has no code.'],
    ['Nordic Boutiques and Nordics stay', '[personal] Boutiques and Nordics stay'],
    ['12 Harbour Street, anna berg', '[personal], [personal]'],
    ['Bo is too short to be told from a word', 'Bo is too short to be told from a word'],
    ['write to a.b+c@shop.example.com, now', 'write to [personal], now'],
    ['call +61 (2) 9555-0112 or 0402 555 011', 'call [personal] or [personal]'],
    ['order 7712310 of 2026-11-23T01:00:00.000Z, 1,234 SKUs', 'order 7712310 of 2026-11-23T01:00:00.000Z, 1,234 SKUs'],
    ['İstanbul shifts places', '[personal]'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});
