import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { about, countdown, span } from './durations.ts';
import { amountText, countText, differenceText, marksOf, moneyText, ofText, unitsDifference } from './numbers.ts';
import { ago, clockText, dateText, dayText, exactWhen, inWhile, onDay, shortWhen, when, windowText } from './times.ts';

const english = marksOf('en-AU');
const rules = { timeZone: 'Australia/Sydney', locale: 'en-AU', now: Date.parse('2026-11-23T03:24:00Z') };

describe('numbers', () => {
  test('money carries two places, groups and the code after the number', () => {
    expect(moneyText('4160', 'USD', english)).toBe('4,160.00 USD');
    expect(moneyText('1234567.5', 'EUR', marksOf('de-DE'))).toBe('1.234.567,50 EUR');
    expect(amountText('-344', english)).toBe('\u2212344.00');
    expect(amountText('12.3450', english)).toBe('12.345');
  });

  test('a difference has a sign, a true minus, and none where there is none', () => {
    expect(differenceText('548', english)).toBe('+548.00');
    expect(differenceText('-344.00', english)).toBe('\u2212344.00');
    expect(differenceText('0.00', english)).toBe('');
    expect(differenceText('-0', english)).toBe('');
    expect(unitsDifference('6', '4')).toBe('\u22122');
    expect(unitsDifference('8', '12')).toBe('+4');
  });

  test('zero is a number, unknown is words', () => {
    expect(countText(0, english)).toBe('0');
    expect(countText(null, english)).toBe('not read yet');
    expect(ofText(258, 348, english)).toBe('258 of 348');
    expect(ofText(258, null, english)).toBe('258');
  });

  test('no amount loses or gains a digit on its way to the screen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
        const decimal = `${whole}.${String(fraction).padStart(4, '0')}`;
        const digits = amountText(decimal, english).replace(/,/g, '').replace(/0+$/, '');
        expect(digits).toBe(decimal.replace(/0+$/, ''));
      }),
    );
  });

  test('what is no decimal stays what it was', () => {
    expect(amountText('n/a', english)).toBe('n/a');
  });
});

describe('durations', () => {
  test('a countdown counts, an estimate says about', () => {
    expect(countdown(134)).toBe('2:14');
    expect(countdown(-1)).toBe('0:00');
    expect(about(485)).toBe('about 8 min');
    expect(about(20)).toBe('less than 1 min');
    expect(span(61 * 3600)).toBe('61 h');
    expect(span(250)).toBe('4 min');
  });
});

describe('times', () => {
  test("are of the company's zone, whatever the PC's is", () => {
    expect(clockText('2026-11-23T02:04:00Z', rules)).toBe('13:04');
    expect(clockText('2026-07-01T02:04:00Z', rules)).toBe('12:04');
    expect(exactWhen('2026-11-23T02:04:00Z', rules)).toBe('23 Nov 2026, 13:04 in Australia/Sydney, 02:04 UTC');
  });

  test('name the weekday within a week and the year only when it is another', () => {
    expect(shortWhen('2026-11-22T22:12:00Z', rules)).toBe('09:12');
    expect(shortWhen('2026-11-20T05:42:00Z', rules)).toBe('Fri 20');
    expect(when('2026-11-20T05:42:00Z', rules)).toBe('Fri 20, 16:42');
    expect(onDay('2026-11-20T05:42:00Z', rules)).toBe('on Fri 20 Nov, 16:42');
    expect(onDay('2026-10-20T05:42:00Z', rules)).toBe('on 20 Oct, 16:42');
    expect(dayText('2026-10-05T00:00:00Z', rules)).toBe('5 Oct');
    expect(dayText('2025-10-05T00:00:00Z', rules)).toBe('5 Oct 2025');
    expect(dayText('2025-10-05T00:00:00Z', { ...rules, locale: 'en-US' })).toBe('Oct 5, 2025');
  });

  test('stand beside how long ago they were, or are to be', () => {
    expect(ago('2026-11-23T02:04:00Z', rules)).toBe('80 min ago');
    expect(inWhile('2026-11-23T04:02:00Z', rules)).toBe('in 38 min');
    expect(inWhile('2026-11-23T03:00:00Z', rules)).toBe('now');
  });

  test('a ship window names its month once, its year in the drawer', () => {
    expect(windowText('2027-02-01', '2027-02-28', rules)).toBe('1–28 Feb');
    expect(windowText('2027-01-15', '2027-02-15', rules)).toBe('15 Jan – 15 Feb');
    expect(windowText('2027-02-01', '2027-02-28', rules, true)).toBe('1–28 Feb 2027');
    expect(windowText('2026-12-15', '2027-01-15', rules, true)).toBe('15 Dec 2026 – 15 Jan 2027');
    expect(windowText('2027-02-01', null, rules)).toBe('from 1 Feb');
    expect(windowText(null, null, rules)).toBeNull();
    expect(dateText('2027-02-01', rules)).toBe('1 Feb 2027');
    expect(dateText('soon', rules)).toBe('soon');
  });
});
