// The format functions with the reader's language and the company's zone filled in.
import { useMemo } from 'react';
import * as numbers from '../format/numbers.ts';
import * as times from '../format/times.ts';
import { useNow, useStoreValue } from './host.tsx';

export interface Formats {
  readonly count: (value: number | null) => string;
  readonly countOf: (value: number, one: string, many: string) => string;
  readonly of: (done: number, total: number | null) => string;
  readonly amount: (decimal: string) => string;
  readonly money: (decimal: string, currency: string) => string;
  readonly difference: (decimal: string) => string;
  readonly clock: (instant: string) => string;
  readonly short: (instant: string) => string;
  readonly when: (instant: string) => string;
  readonly heading: (instant: string) => string;
  readonly onDay: (instant: string) => string;
  readonly exact: (instant: string) => string;
  readonly ago: (instant: string) => string;
  readonly inWhile: (instant: string) => string;
  readonly day: (instant: string) => string;
  readonly date: (date: string) => string;
  readonly window: (start: string | null, end: string | null, isWithYear?: boolean) => string | null;
  readonly rules: times.TimeRules;
}

/** Formats for now; they change when the minute does. */
export function useFormats(): Formats {
  const now = useNow();
  const timeZone = useStoreValue('app')?.company?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => {
    const locale = navigator.language;
    const marks = numbers.marksOf(locale);
    const rules = { now, timeZone, locale };
    return {
      count: (value) => numbers.countText(value, marks),
      countOf: (value, one, many) => numbers.countOf(value, one, many, marks),
      of: (done, total) => numbers.ofText(done, total, marks),
      amount: (decimal) => numbers.amountText(decimal, marks),
      money: (decimal, currency) => numbers.moneyText(decimal, currency, marks),
      difference: (decimal) => numbers.differenceText(decimal, marks),
      clock: (instant) => times.clockText(instant, rules),
      short: (instant) => times.shortWhen(instant, rules),
      when: (instant) => times.when(instant, rules),
      onDay: (instant) => times.onDay(instant, rules),
      heading: (instant) => times.headingWhen(instant, rules),
      exact: (instant) => times.exactWhen(instant, rules),
      ago: (instant) => times.ago(instant, rules),
      inWhile: (instant) => times.inWhile(instant, rules),
      day: (instant) => times.dayText(instant, rules),
      date: (date) => times.dateText(date, rules),
      window: (start, end, isWithYear) => times.windowText(start, end, rules, isWithYear),
      rules,
    };
  }, [now, timeZone]);
}
