// JOOR's budget: 300 credits in a fixed window of 300 s that the first request opens; the whole quota returns with the
// first request after its end (JOOR 4.2). Reads cost 1, writes 5. The server's window may have been opened earlier by
// a neighbour, so a refusal waits as asked, or until our own window ends.
import { z } from 'zod';
import { second } from '../base/dates.ts';
import type { Budget, BudgetStore } from './budget.ts';
import type { Lane } from './operation.ts';

interface WindowOptions {
  readonly credits: number;
  readonly seconds: number;
  /** Of the credits, how many are kept for a person's actions. */
  readonly reserve: number;
  readonly store: BudgetStore;
}

const stateSchema = z.object({ openedAt: z.number().nullable(), used: z.number(), blockedUntil: z.number() });

const arrivalMargin = 2 * second;
const leastPause = 30 * second;

/** A window budget that goes on where its store left it. */
export function windowBudget({ credits, seconds, reserve, store }: WindowOptions): Budget {
  // Their window opens when our request arrives, ours when it leaves: without the margin the first request after the
  // end could still fall into the old one.
  const span = seconds * second + arrivalMargin;
  const saved = stateSchema.safeParse(store.load());
  let openedAt: number | null = saved.success ? saved.data.openedAt : null;
  let used = saved.success ? saved.data.used : 0;
  let blockedUntil = saved.success ? saved.data.blockedUntil : 0;

  const save = () => store.save({ openedAt, used, blockedUntil });

  const settle = (now: number) => {
    // A clock that was put back must not lock the door for longer than one window.
    if (openedAt !== null && openedAt > now) openedAt = now;
    if (blockedUntil > now + span) blockedUntil = now + span;
    if (openedAt !== null && now >= openedAt + span) {
      openedAt = null;
      used = 0;
    }
  };

  const limitFor = (lane: Lane) => (lane === 'person' ? credits : credits - reserve);

  return {
    waitFor(cost, lane, now) {
      if (cost === 0) return 0;
      settle(now);
      const blocked = Math.max(0, blockedUntil - now);
      if (openedAt === null || used + cost <= limitFor(lane)) return blocked;
      return Math.max(blocked, openedAt + span - now);
    },
    spend(cost, now) {
      if (cost === 0) return;
      settle(now);
      openedAt ??= now;
      used += cost;
      save();
    },
    refuse(now, askedWait) {
      settle(now);
      const untilOurEnd = openedAt === null ? span : openedAt + span - now;
      blockedUntil = now + Math.min(span, Math.max(second, askedWait ?? untilOurEnd));
      // After the wait the server's window is new: so is ours, with the first request.
      openedAt = null;
      used = 0;
      save();
    },
    pause(now, askedWait) {
      settle(now);
      blockedUntil = now + Math.min(span, Math.max(second, askedWait ?? leastPause));
      save();
    },
    reading(now) {
      settle(now);
      return {
        used,
        allowance: credits - reserve,
        reserve,
        resetsAt: openedAt === null ? null : openedAt + span,
      };
    },
    timeFor(requests, cost, now) {
      settle(now);
      const blocked = Math.max(0, blockedUntil - now);
      const perWindow = Math.max(1, Math.floor(limitFor('background') / Math.max(1, cost)));
      const inThisWindow =
        openedAt === null ? perWindow : Math.floor(Math.max(0, limitFor('background') - used) / Math.max(1, cost));
      const rest = requests - inThisWindow;
      if (rest <= 0 || cost === 0) return blocked;
      const untilEnd = openedAt === null ? span : openedAt + span - now;
      return Math.max(blocked, untilEnd + (Math.ceil(rest / perWindow) - 1) * span);
    },
  };
}
