// A person's single action on one order: export it now, ask about a second sale, create it. Each joins the run that goes on
// in this process, between two of its requests, or works by itself under the profile's lock (RUN-1).
import { Decimal, moneyText } from '../../base/decimal.ts';
import type { ReExportPreview } from '../../contract/orders.ts';
import type { FlowContext } from '../../flows/context.ts';
import {
  askReExport,
  checkSingle,
  exportSingle,
  reExportSingle,
  type ReExportQuestion,
} from '../../flows/orders/single.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { SeamlineError } from '../../base/errors.ts';
import { modesOf } from '../../sync/modes.ts';
import { contextOf } from '../../sync/context.ts';
import { asPerson } from '../accounts.ts';
import type { Services } from '../services.ts';

/** Where an order stands after an action. */
export interface OrderOutcome {
  readonly orderId: string;
  readonly state: OrderRecord['state'];
  readonly saleNumber: string | null;
  readonly sentence: string;
  readonly nextStep: string;
}

export interface ReExportInput {
  readonly orderId: string;
  readonly who: string;
  /** A command that comes again under its id does nothing twice. */
  readonly commandId?: string;
  /** The earlier sale's number, typed by the person; `true` for the command line's `--even-if-open`. */
  readonly confirmation: string | true | null;
}

/** Re-checks and exports one order now. Throws `usage` with the reason for one that can't be. */
export function exportOrderNow(services: Services, orderId: string): Promise<OrderOutcome> {
  return withOrder(services, orderId, async (context) => {
    refuseRehearsal(context);
    return outcomeOf(await exportSingle(context, orderId));
  });
}

/** Looks again at what holds an order, or at what became of its sale; writes to neither account. */
export function checkOrderNow(services: Services, orderId: string): Promise<OrderOutcome> {
  return withOrder(services, orderId, async (context) => outcomeOf(await checkSingle(context, orderId)));
}

/** Exports an order once more, when its earlier sale allows it or the person confirmed a second one (ORD-9). */
export function reExportOrder(
  services: Services,
  { orderId, who, commandId, confirmation }: ReExportInput,
): Promise<OrderOutcome> {
  const wish = { orderId, who, commandId: commandId ?? null, confirmation };
  return withOrder(services, orderId, async (context) => {
    refuseRehearsal(context);
    return outcomeOf(await reExportSingle(context, wish));
  });
}

/** Everything that stands before a second sale of an order, read from both accounts as it is now. */
export function previewReExport(services: Services, orderId: string): Promise<ReExportPreview> {
  return withOrder(services, orderId, async (context) => previewOf(await askReExport(context, orderId)));
}

const nobody = { begin: () => undefined, advance: () => undefined, expect: () => undefined };

/** Refuses to write while orders rehearse (GO-5). */
function refuseRehearsal({ ledger, settings }: FlowContext): void {
  const mode = modesOf(ledger, settings).find(({ flow }) => flow === 'orders')?.mode;
  if (mode === 'live') return;
  throw new SeamlineError('usage', {
    sentence: mode === 'off' ? 'Orders are switched off.' : 'Orders rehearse, so nothing is written to Cin7.',
    nextStep: 'Go live with orders first.',
  });
}

function withOrder<Result>(
  services: Services,
  orderId: string,
  work: (context: FlowContext) => Promise<Result>,
): Promise<Result> {
  return withBothAccounts(services, `order ${orderId}`, work, orderId);
}

/** A person's work with both accounts, in the person lane; `what` is for whoever finds the profile busy. */
export function withBothAccounts<Result>(
  services: Services,
  what: string,
  work: (context: FlowContext) => Promise<Result>,
  about?: string,
): Promise<Result> {
  const { clock, ids, log } = services;
  return asPerson(services, what, async (accounts) => {
    const meaning = { id: ids.uuid(), lane: 'person', isDryRun: false, isFullPass: false } as const;
    const subject = about === undefined ? {} : { about };
    return work(await contextOf({ ...accounts, clock, ids, log }, { ...meaning, ...subject }, nobody, []));
  });
}

function outcomeOf({ order, state, saleNumber, reason }: OrderRecord): OrderOutcome {
  const where = state === 'in-cin7' ? `Order ${order.id} is in Cin7 as ${saleNumber ?? ''}.` : '';
  return {
    orderId: order.id,
    state,
    saleNumber,
    sentence: [where, reason.sentence].filter((part) => part !== '').join(' '),
    nextStep: reason.nextStep,
  };
}

const verdicts = {
  'never-exported': { verdict: 'never-exported', nextStep: 'Export it instead.' },
  'not-approved': { verdict: 'not-approved', nextStep: 'Approve it in JOOR first.' },
  open: { verdict: 'open', nextStep: 'Void the earlier sale in Cin7, or confirm a second one with its number.' },
  'must-credit': { verdict: 'credit-first', nextStep: 'Credit the earlier sale in Cin7 first.' },
  'gone-unproven': { verdict: 'unproven', nextStep: 'Nothing is created before that is clear. Try again later.' },
} as const;

function previewOf(question: ReExportQuestion): ReExportPreview {
  const { record, earlier, comparison, consequences, sentence } = question;
  const { order } = record;
  const sale = earlier?.kind === 'read' ? earlier.sale : null;
  const allowed = { verdict: earlier?.kind === 'gone' ? 'gone' : 'voided', nextStep: '' } as const;
  const { verdict, nextStep } = question.verdict === 'allowed' ? allowed : verdicts[question.verdict];
  const lines = comparison?.lines ?? [];
  const money = (text: string) => moneyText(new Decimal(text));
  return {
    orderId: order.id,
    retailer: order.customerName,
    poNumber: order.poNumber,
    currency: order.currency,
    changedAt: order.modifiedAt,
    shipStart: order.shipStart,
    shipEnd: order.shipEnd,
    reference: question.reference,
    verdict,
    sentence,
    nextStep,
    sale:
      sale === null
        ? null
        : {
            id: sale.id,
            number: sale.number,
            status: sale.status,
            pickStatus: sale.pickStatus,
            invoiceStatus: sale.invoiceStatus,
            total: money(sale.totalBeforeTax),
          },
    lines: lines
      .filter(({ change }) => change !== 'same')
      .map(({ sku, name, change, inSale, inOrder, difference }) => ({
        sku,
        name,
        kind: change,
        inSale: inSale?.quantity ?? null,
        inOrder: inOrder?.quantity ?? null,
        amount: money(difference),
      })),
    equalLines: lines.filter(({ change }) => change === 'same').length,
    goods: {
      inSale: money(comparison?.goods.inSale ?? '0'),
      inOrder: money(comparison?.goods.inOrder ?? '0'),
      change: money(comparison?.goods.difference ?? '0'),
    },
    consequences: [...consequences],
    confirmation: verdict === 'open' ? (sale?.number ?? null) : null,
  };
}
