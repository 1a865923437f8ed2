// The rate limit: a sliding window per application key on the injected clock (Cin7 1.3, 14.1). Calls that were let through
// fill the window; refused ones only with the switch countRejected.
import type { Clock } from '../../../base/ports.ts';
import type { Cin7PracticeSwitches } from '../switches.ts';
import { type Answer, errorArray, text } from './answers.ts';

export interface RateLimit {
  /** Counts a call; gives the answer that refuses it when the window is full. */
  take(applicationKey: string): Answer | null;
}

/** A limit without any calls so far. */
export function createRateLimit(clock: Clock, switches: Cin7PracticeSwitches): RateLimit {
  const callsByKey = new Map<string, number[]>();
  return {
    take(applicationKey) {
      const now = clock.now();
      const since = now - switches.window * 1000;
      const calls = (callsByKey.get(applicationKey) ?? []).filter((at) => at > since);
      callsByKey.set(applicationKey, calls);
      const isFull = calls.length >= switches.limit;
      if (!isFull || switches.countRejected) calls.push(now);
      return isFull ? overLimit(switches) : null;
    },
  };
}

/** The refusal with its headers; `Retry-After` is a phrase, not a number (Cin7 1.3). */
function overLimit({ limit, window, overLimitStatus, overLimitBody }: Cin7PracticeSwitches): Answer {
  const message = `You have reached ${limit} calls per ${window} seconds API limit.`;
  const headers = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(window),
    'Retry-After': `${window} Seconds`,
  };
  if (overLimitBody === 'text') return text(message, overLimitStatus, headers);
  return { ...errorArray([message], overLimitStatus === 200 ? 429 : overLimitStatus, overLimitStatus), headers };
}
