// Where an exported order stands when something happened to it afterwards (ORD-10): edited, cancelled or taken back in
// JOOR, voided or gone in Cin7. Computed anew each run, so that each goes by itself when its cause goes.
import type { Order } from '../model/order.ts';
import { isVoided, type SaleHead } from '../model/sale.ts';
import type { OrderState, Reason } from '../model/standing.ts';
import { isCredited, isInvoiced, isPicked } from './earlier-sale.ts';

export interface AfterExport {
  readonly order: Pick<Order, 'id' | 'stage'>;
  /** The sale as the sweep saw it last; null while it isn't known. */
  readonly sale: Pick<SaleHead, 'number' | 'status' | 'pickStatus' | 'invoiceStatus'> | null;
  readonly number: string;
  /** True when a direct read and a second look proved that the sale no longer exists. */
  readonly isGone: boolean;
  /** What was changed and the sale doesn't have, as part of a sentence; null when it has everything. */
  readonly edited: string | null;
}

export interface AfterExportStanding {
  readonly state: OrderState;
  readonly reason: Reason;
}

/** The reasons that this room gives an exported order, and takes back. */
export const afterExportCodes: ReadonlySet<string> = new Set([
  'cancelled-after-export',
  'cancelled-and-voided',
  'returned-after-export',
  'voided-in-cin7',
  'gone-in-cin7',
  'edited-after-export',
]);

/** What happened to an order since its export; null when nothing that anybody must know. */
export function standingAfterExport(facts: AfterExport): AfterExportStanding | null {
  const { order, number, isGone } = facts;
  const isOver = isGone || (facts.sale !== null && (isVoided(facts.sale) || isCredited(facts.sale)));
  const ended = isGone ? 'is no longer in Cin7' : 'is voided in Cin7';
  if (order.stage === 'CANCELLED')
    return isOver
      ? {
          state: 'left-out',
          reason: {
            code: 'cancelled-and-voided',
            sentence: `Left out: cancelled in JOOR, and ${number} ${ended}.`,
            nextStep: '',
          },
        }
      : needsYou(
          'cancelled-after-export',
          `Cancelled in JOOR after export. ${number} is ${stageOf(facts)}`,
          isBegun(facts) ? `Credit ${number} in Cin7 if that is right.` : `Void it in Cin7 if that is right.`,
        );
  if (isOver && facts.sale !== null && !isGone && !isVoided(facts.sale)) return null;
  if (isOver)
    return needsYou(
      isGone ? 'gone-in-cin7' : 'voided-in-cin7',
      `Sale ${number} ${ended}, so order ${order.id} has no sale there.`,
      'Export it again if it needs a new sale, or cancel it in JOOR.',
    );
  if (order.stage !== 'APPROVED' && order.stage !== 'SHIPPED')
    return needsYou(
      'returned-after-export',
      `Order ${order.id} was taken back from approval in JOOR after export. Sale ${number} is ${stageOf(facts)}`,
      'Approve the order again in JOOR, or void the sale in Cin7.',
    );
  if (facts.edited === null) return null;
  return needsYou(
    'edited-after-export',
    `Order ${order.id} changed in JOOR after export: ${facts.edited}. Sale ${number} is ${stageOf(facts)}`,
    `Compare both, and change ${number} in Cin7 where it is right.`,
  );
}

function needsYou(code: string, sentence: string, nextStep: string): AfterExportStanding {
  return { state: 'needs-you', reason: { code, sentence, nextStep } };
}

function isBegun({ sale }: AfterExport): boolean {
  return sale !== null && (isInvoiced(sale) || isPicked(sale));
}

function stageOf({ sale }: AfterExport): string {
  if (sale !== null && isInvoiced(sale)) return 'already invoiced in Cin7.';
  return sale !== null && isPicked(sale) ? 'already being picked or shipped in Cin7.' : 'still open in Cin7.';
}
