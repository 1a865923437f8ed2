import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, isTimeZone, millisecondsOf, parseInstant, parsePlainDate, plainDateIn } from './dates.ts';
import { shiftInstant, hour } from './dates.ts';

const years = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true };

describe('instants', () => {
  it('reads a trimmed fraction, a zone, a missing zone and missing seconds', () => {
    expect(parseInstant('2026-11-23T01:22:04.61Z')).toBe('2026-11-23T01:22:04.610Z');
    expect(parseInstant('2026-11-23T01:22:04.1234567Z')).toBe('2026-11-23T01:22:04.123Z');
    expect(parseInstant('2026-11-03T10:00:00+01:00')).toBe('2026-11-03T09:00:00.000Z');
    expect(parseInstant('2026-11-03T10:00:00-0330')).toBe('2026-11-03T13:30:00.000Z');
    expect(parseInstant(' 2026-11-20T00:00:00.000 ')).toBe('2026-11-20T00:00:00.000Z');
    expect(parseInstant('2026-11-23T01:22Z')).toBe('2026-11-23T01:22:00.000Z');
  });

  it('gives null for what is no date and time', () => {
    const others = ['', '2026-11-23', 'yesterday', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '20261123T012204Z'];
    for (const text of [...others, '2026-11-23T25:00:00Z', '2026-11-23T00:00:00Zulu', '29/01/2018'])
      expect(parseInstant(text)).toBeNull();
  });

  it('comes back as it was, however many places of its fraction are trimmed', () => {
    fc.assert(
      fc.property(fc.date(years), (date) => {
        const instant = date.toISOString();
        expect(parseInstant(instant)).toBe(instant);
        expect(parseInstant(instant.replace(/\.?0*Z$/, 'Z'))).toBe(instant);
        expect(instantOf(millisecondsOf(instant))).toBe(instant);
      }),
    );
  });

  it('never throws and gives an instant or null for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseInstant(text) ?? '').not.toContain('Invalid');
        expect(parsePlainDate(text) ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(fc.date(years), fc.date(years), (a, b) => {
        expect(instantOf(a.getTime()) < instantOf(b.getTime())).toBe(a.getTime() < b.getTime());
      }),
    );
  });

  it('moves by milliseconds over days and months', () => {
    expect(shiftInstant('2026-02-28T23:30:00.000Z', hour)).toBe('2026-03-01T00:30:00.000Z');
    expect(shiftInstant('2026-03-01T00:30:00.000Z', -hour)).toBe('2026-02-28T23:30:00.000Z');
  });
});

describe('business dates', () => {
  it('takes the day as it is written, whatever time stands behind it', () => {
    for (const text of ['2026-10-28', '2026-10-28T00:00:00', '2026-10-28T23:59:59', '2026-10-28T00:00:00+14:00'])
      expect(parsePlainDate(text)).toBe('2026-10-28');
    expect(parsePlainDate('2026-10-28 13:00')).toBe('2026-10-28');
  });

  it('reads the American form of JOOR', () => {
    expect(parsePlainDate('10-28-2026')).toBe('2026-10-28');
    expect(parsePlainDate('28-10-2026')).toBeNull();
  });

  it('gives null for days that do not exist', () => {
    for (const text of ['2026-02-29', '2026-00-10', '2026-04-31', '0000-00-00', '02-30-2026', '2026-1-1', '', 'x'])
      expect(parsePlainDate(text)).toBeNull();
    expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
  });

  it('adds days over months and years, back and forth', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    fc.assert(
      fc.property(fc.date(years), fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        const day = date.toISOString().slice(0, 10);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('the day in a time zone', () => {
  it('is the local one, before and after a summer-time change', () => {
    // Melbourne puts its clocks forward on 4 October 2026 at 2:00 (UTC+10 to UTC+11).
    expect(plainDateIn('Australia/Melbourne', '2026-10-03T13:59:59.999Z')).toBe('2026-10-03');
    expect(plainDateIn('Australia/Melbourne', '2026-10-03T14:00:00.000Z')).toBe('2026-10-04');
    expect(plainDateIn('Australia/Melbourne', '2026-10-04T12:59:59.999Z')).toBe('2026-10-04');
    expect(plainDateIn('Australia/Melbourne', '2026-10-04T13:00:00.000Z')).toBe('2026-10-05');
    // New York puts them back on 1 November 2026 (UTC-4 to UTC-5).
    expect(plainDateIn('America/New_York', '2026-11-01T03:59:59.000Z')).toBe('2026-10-31');
    expect(plainDateIn('America/New_York', '2026-11-01T04:00:00.000Z')).toBe('2026-11-01');
    expect(plainDateIn('America/New_York', '2026-11-02T04:59:59.000Z')).toBe('2026-11-01');
    expect(plainDateIn('Pacific/Kiritimati', '2026-11-01T10:00:00.000Z')).toBe('2026-11-02');
  });

  it('is at most one day away from the day in UTC', () => {
    const zones = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kolkata', 'Europe/Berlin', 'UTC');
    fc.assert(
      fc.property(zones, fc.date(years), (zone, date) => {
        const utc = date.toISOString().slice(0, 10);
        expect([addDays(utc, -1), utc, addDays(utc, 1)]).toContain(plainDateIn(zone, date.toISOString()));
      }),
    );
  });

  it('knows the names of zones that this computer knows', () => {
    expect(['Europe/Moscow', 'UTC', 'AUS Eastern Standard Time', '', 'Nowhere/City'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
