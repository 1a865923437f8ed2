// Looking: where everything stands, as plain views from the ledger. Never asks an account, never waits for a run.
import { runReportSchema } from '../contract/run-report.ts';
import type { NeedsYou, OrderView, StatusView, StyleView } from '../contract/views.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OrderState, StyleState } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';
import { attentionItem } from './attention.ts';
import { readLedger, type Services } from './services.ts';

/** The state of everything: the answer to "is everything in step, and what needs me?". */
export function status(services: Services): Promise<StatusView> {
  const base = (settings: Settings): StatusView => ({
    profile: services.profile.folder,
    company: null,
    joor: { environment: settings.connections.joor.environment, account: settings.connections.joor.accountId },
    lastRun: null,
    lastSuccessAt: null,
    styles: {},
    orders: {},
    needsYou: [],
    attention: [],
  });
  return readLedger(
    services,
    (ledger, settings) => {
      const report = ledger.runs.latest()?.report ?? null;
      return {
        ...base(settings),
        company: ledger.company(),
        lastRun: report === null ? null : runReportSchema.parse(JSON.parse(report)),
        lastSuccessAt: ledger.runs.lastSuccess()?.endedAt ?? null,
        styles: Object.fromEntries(ledger.standings.counts('style')),
        orders: Object.fromEntries(ledger.orders.counts()),
        needsYou: needsYou(ledger),
        attention: ledger.attention.open().map(attentionItem),
      };
    },
    base,
  );
}

/** Everything that waits for a person: orders first, then styles, linesheets and stock; oldest first. */
function needsYou(ledger: Ledger): NeedsYou[] {
  const orders = ledger.orders.inStates(['needs-you']).map(({ order, reason, stateSince }): NeedsYou => ({
    kind: 'order',
    label: order.id,
    sentence: reason.sentence,
    nextStep: reason.nextStep,
    since: stateSince,
    code: reason.code,
    together: null,
  }));
  const foreign = ledger.foreignSales.list().map(({ orderId, number, reason, since }): NeedsYou => ({
    kind: 'order',
    label: orderId,
    sentence: `Sale ${number} in Cin7 says that it is order ${orderId}, but this Seamline didn't make it. ${reason} No order is exported meanwhile.`,
    nextStep: `Say whether ${number} is that order.`,
    since,
    code: 'foreign-sale',
    together: null,
  }));
  const others = (['style', 'linesheet', 'stock'] as const).flatMap((kind) => {
    const issues = ledger.standings.issues(kind);
    return ledger.standings
      .list(kind)
      .filter(({ state }) => state === 'needs-you')
      .flatMap(({ key, label }) =>
        (issues.get(key) ?? []).map(({ sentence, nextStep, since, code, together }): NeedsYou => ({
          kind,
          label,
          sentence,
          nextStep,
          since,
          code,
          together,
        })),
      );
  });
  return [...foreign, ...orders, ...others];
}

/** Styles with their states, all or those in the given ones, by number. */
export function styles(services: Services, states: readonly StyleState[] = []): Promise<StyleView[]> {
  return readLedger(
    services,
    (ledger) =>
      ledger.standings
        .list('style')
        .filter(({ state }) => states.length === 0 || states.includes(state))
        .map(({ label, name, state, reason, nextStep, since }) => ({
          number: label,
          name,
          state,
          reason,
          nextStep,
          since,
        })),
    () => [],
  );
}

/** Orders with their places in the queue, all or those in the given states, newest approval first. */
export function orders(services: Services, states: readonly OrderState[] = []): Promise<OrderView[]> {
  return readLedger(
    services,
    (ledger) =>
      ledger.orders
        .all()
        .filter(({ state }) => states.length === 0 || states.includes(state))
        .map(({ order, state, reason, saleNumber, attempts }) => ({
          id: order.id,
          poNumber: order.poNumber,
          retailer: order.customerName,
          value: order.total,
          currency: order.currency,
          approvedAt: order.approvedAt,
          shipStart: order.shipStart,
          shipEnd: order.shipEnd,
          state,
          reason: reason.sentence,
          nextStep: reason.nextStep,
          saleNumber,
          attempts,
        })),
    () => [],
  );
}
