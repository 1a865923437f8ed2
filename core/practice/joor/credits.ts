// JOOR's credit budget (JOOR 4.2): a fixed window that the first request opens, a full quota again with the first request
// after it ends, GET 1 and writes 5. A request that doesn't fit changes nothing.
import type { Context, MiddlewareHandler } from 'hono';
import { second } from '../../base/dates.ts';
import type { CreditWindow } from './records.ts';
import type { Account } from './state.ts';

/** Lets requests through as far as the budget goes, with the usage headers on each answer. */
export function spendCredits(account: Account, generation: 'v2' | 'v4'): MiddlewareHandler {
  return async (context, next) => {
    const fits = spend(account, generation, context.req.method);
    if (!fits) {
      describeUsage(account, generation, context);
      if (account.switches.retryAfter) {
        context.header('Retry-After', String(secondsLeft(account, windowOf(account, generation))));
      }
      // The body of a 429 is not documented; this one is invented in the gateway's style.
      return context.json({ message: 'Too Many Requests' }, 429);
    }
    await next();
    describeUsage(account, generation, context);
    return undefined;
  };
}

/** Takes a request's credits; false when they don't fit into the window. */
export function spend(account: Account, generation: 'v2' | 'v4', method: string): boolean {
  const { switches, state } = account;
  if (!switches.credits) return true;
  const window = windowOf(account, generation);
  const cost = method === 'GET' || method === 'HEAD' ? 1 : 5;
  const fits = window.used + cost <= switches.quota;
  if (fits || switches.refusedCosts) {
    window.used = Math.min(window.used + cost, switches.quota);
    state.credits.total += cost;
  }
  return fits;
}

function windowOf({ clock, switches, state }: Account, generation: 'v2' | 'v4'): CreditWindow {
  const key = switches.separateBudgets ? generation : 'all';
  const present = state.credits.windows.get(key);
  const now = clock.now();
  if (present !== undefined && now < present.startedAt + switches.windowSeconds * second) return present;
  const opened = { startedAt: now, used: 0 };
  state.credits.windows.set(key, opened);
  return opened;
}

function secondsLeft({ clock, switches }: Account, window: CreditWindow): number {
  return Math.max(0, Math.ceil((window.startedAt + switches.windowSeconds * second - clock.now()) / second));
}

function describeUsage(account: Account, generation: 'v2' | 'v4', context: Context): void {
  const { switches, state } = account;
  context.header('X-Throttling-Account-Id', state.accountId);
  if (!switches.credits) return;
  const window = windowOf(account, generation);
  // Only the account header is documented; these names are invented (JOOR 9 rule 10).
  context.header(`${switches.usageHeaderPrefix}Limit`, String(switches.quota));
  context.header(`${switches.usageHeaderPrefix}Remaining`, String(Math.max(0, switches.quota - window.used)));
  context.header(`${switches.usageHeaderPrefix}Reset`, String(secondsLeft(account, window)));
}
