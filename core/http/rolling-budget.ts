// Cin7 Core's budget: at most so many calls in any stretch of so many seconds, per key (Cin7 1.3). The limit is 60 in
// 60 s, Seamline takes at most 50 of it. A refusal below that means a neighbour on the same key: the allowance shrinks
// to what evidently fits and grows back when a stretch passes without one.
import { z } from 'zod';
import { second } from '../base/dates.ts';
import type { Budget, BudgetStore } from './budget.ts';
import type { Lane } from './operation.ts';

interface RollingOptions {
  readonly calls: number;
  readonly seconds: number;
  /** Of the calls, how many are kept for a person's actions. */
  readonly reserve: number;
  readonly store: BudgetStore;
}

const stateSchema = z.object({
  spentAt: z.array(z.number()),
  blockedUntil: z.number(),
  allowance: z.number(),
  refusedAt: z.number(),
});

const leastWait = 30 * second;
const longestWait = 90 * second;

/** A rolling budget that goes on where its store left it. */
export function rollingBudget({ calls, seconds, reserve, store }: RollingOptions): Budget {
  const span = seconds * second;
  const least = Math.max(1, Math.floor(calls / 10));
  const saved = stateSchema.safeParse(store.load());
  let spentAt: number[] = saved.success ? saved.data.spentAt : [];
  let blockedUntil = saved.success ? saved.data.blockedUntil : 0;
  let allowance = saved.success ? Math.min(calls, Math.max(least, saved.data.allowance)) : calls;
  let refusedAt = saved.success ? saved.data.refusedAt : 0;

  const save = () => store.save({ spentAt, blockedUntil, allowance, refusedAt });

  // A clock that was put back leaves marks in the future: they count as spent now, and block for one span at most.
  const settle = (now: number) => {
    spentAt = spentAt.map((at) => Math.min(at, now)).filter((at) => at > now - span);
    if (blockedUntil > now + longestWait) blockedUntil = now;
    refusedAt = Math.min(refusedAt, now);
    while (allowance < calls && now - refusedAt >= span) {
      allowance = Math.min(calls, allowance + least);
      refusedAt += span;
    }
  };

  const limitFor = (lane: Lane) => Math.max(1, lane === 'person' ? allowance : allowance - reserve);

  return {
    waitFor(cost, lane, now) {
      if (cost === 0) return 0;
      settle(now);
      const blocked = Math.max(0, blockedUntil - now);
      const limit = limitFor(lane);
      if (spentAt.length + cost <= limit) return blocked;
      const mustPass = spentAt[Math.min(spentAt.length, spentAt.length + cost - limit) - 1] ?? now;
      return Math.max(blocked, mustPass + span - now + 1);
    },
    spend(cost, now) {
      settle(now);
      for (let unit = 0; unit < cost; unit += 1) spentAt.push(now);
      if (cost > 0) save();
    },
    refuse(now, askedWait) {
      settle(now);
      blockedUntil = now + Math.min(longestWait, Math.max(leastWait, askedWait ?? span));
      if (spentAt.length < allowance) allowance = Math.max(least, Math.floor(spentAt.length * 0.8));
      refusedAt = now;
      save();
    },
    pause(now, askedWait) {
      settle(now);
      blockedUntil = now + Math.min(longestWait, Math.max(leastWait, askedWait ?? leastWait));
      save();
    },
    reading(now) {
      settle(now);
      const last = spentAt.at(-1);
      return {
        used: spentAt.length,
        allowance: limitFor('background'),
        reserve,
        resetsAt: last === undefined ? null : last + span,
      };
    },
    timeFor(requests, cost, now) {
      settle(now);
      const limit = limitFor('background');
      const free = Math.max(0, limit - spentAt.length);
      const blocked = Math.max(0, blockedUntil - now);
      const rest = requests * cost - free;
      return rest <= 0 ? blocked : Math.max(blocked, Math.ceil(rest / limit) * span);
    },
  };
}
