// What a person decides about orders without asking an account: hold, release, entered by hand, and what a sale is that
// nobody here made. One short transaction each; the next run, or the one that goes on, follows it. Done twice is done once.
import { instantOf, type Instant } from '../../base/dates.ts';
import { SeamlineError } from '../../base/errors.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import { changeLedger, type Services } from '../services.ts';

export interface OrderDecision {
  readonly orderId: string;
  /** Whose decision it is. */
  readonly who: string;
}

interface Done {
  readonly sentence: string;
}

/** Puts an order on hold, with why. Throws `usage` for one that is on its way or in Cin7 Core already. */
export function holdOrder(services: Services, { orderId, who, note }: OrderDecision & { note: string }): Promise<Done> {
  return change(services, orderId, (ledger, record, at) => {
    if (record.state === 'held') return { sentence: `Order ${orderId} is on hold already.` };
    if (!isWaiting(record)) throw cannot(record, 'put on hold');
    const why = note.trim() === '' ? '' : ` ${note.trim()}`;
    ledger.runs.decide('hold', orderId, note.trim(), who, at);
    ledger.orders.setState(
      orderId,
      'held',
      { code: 'held', sentence: `On hold by ${who} since ${at.slice(0, 10)}.${why}`, nextStep: '' },
      at,
    );
    return { sentence: `Order ${orderId} is on hold. Nothing is exported before it is released.` };
  });
}

/** Takes a hold, or "entered by hand", back: the next run decides on the order afresh. */
export function releaseOrder(services: Services, { orderId }: OrderDecision): Promise<Done> {
  return change(services, orderId, (ledger, record, at) => {
    const isByHand = ledger.runs.decision('by-hand', orderId) !== null;
    if (record.state !== 'held' && !isByHand) return { sentence: `Order ${orderId} isn't on hold.` };
    ledger.runs.undecide('hold', orderId);
    ledger.runs.undecide('by-hand', orderId);
    if (record.saleId === null) {
      ledger.orders.setMark([orderId], 'none');
      ledger.orders.setState(orderId, 'to-export', { code: '', sentence: '', nextStep: '' }, at);
    }
    return { sentence: `Order ${orderId} is released. The next run exports it, if nothing is missing.` };
  });
}

/**
 * The order was entered in Cin7 Core by a person, or a change to it was: Seamline leaves it, and marks it as exported in
 * JOOR with the next run. Throws `usage` for one that is on its way.
 */
export function enterByHand(services: Services, { orderId, who }: OrderDecision): Promise<Done> {
  return change(services, orderId, (ledger, record, at) => {
    if (record.saleId !== null) return keepSale(ledger, record, at, who);
    if (ledger.runs.decision('by-hand', orderId) !== null)
      return { sentence: `Order ${orderId} was entered by hand already.` };
    if (record.state === 'exporting' || record.state === 'checking') throw cannot(record, 'entered by hand');
    ledger.runs.decide('by-hand', orderId, '', who, at);
    ledger.orders.setMark([orderId], 'pending');
    ledger.orders.setDemand(orderId, []);
    ledger.orderChecks.drop(orderId);
    ledger.orders.setState(
      orderId,
      'left-out',
      {
        code: 'by-hand',
        sentence: `Entered by hand by ${who} on ${at.slice(0, 10)}. Seamline doesn't export it.`,
        nextStep: '',
      },
      at,
    );
    return { sentence: `Order ${orderId} is yours. The next run marks it as exported in JOOR.` };
  });
}

/** An exported order whose change a person entered in its sale: what it is now counts as what was exported. */
function keepSale(ledger: Ledger, { order, state, saleNumber }: OrderRecord, at: Instant, who: string): Done {
  const number = saleNumber ?? 'its sale';
  if (state !== 'needs-you')
    return { sentence: `Order ${order.id} is in Cin7 as ${number}; nothing is open about it.` };
  ledger.runs.decide('kept-sale', order.id, number, who, at);
  ledger.orderSales.compared(order.id, true);
  ledger.orders.setMark([order.id], 'pending');
  ledger.orders.setState(order.id, 'in-cin7', { code: '', sentence: '', nextStep: '' }, at);
  return { sentence: `Order ${order.id} stays with ${number} as it is. The next run marks it as exported in JOOR.` };
}

export interface SaleAnswer {
  /** The sale's number, or the order's. */
  readonly sale: string;
  readonly answer: 'ours' | 'not-ours';
  readonly who: string;
}

/** Says what a sale is that this ledger doesn't know (SCOPE-4). Throws `not-found` when none is asked about by that name. */
export function answerSale(services: Services, { sale, answer, who }: SaleAnswer): Promise<Done> {
  const at = instantOf(services.clock.now());
  return changeLedger(services, (ledger) => {
    const asked = ledger.foreignSales.list().find(({ number, orderId }) => number === sale || orderId === sale);
    if (asked === undefined)
      throw new SeamlineError('not-found', {
        sentence: `Seamline asks about no sale ${sale}.`,
        nextStep: 'See "seamline status" for what it asks.',
      });
    ledger.runs.decide('sale', asked.saleId, answer, who, at);
    ledger.foreignSales.replace(
      ledger.foreignSales.list().filter(({ saleId }) => saleId !== asked.saleId),
      at,
    );
    return {
      sentence:
        answer === 'ours'
          ? `${asked.number} is order ${asked.orderId}. The next run takes it over.`
          : `${asked.number} is none of Seamline's. Orders go on with the next run.`,
    };
  });
}

function change(
  services: Services,
  orderId: string,
  work: (ledger: Ledger, record: OrderRecord, at: Instant) => Done,
): Promise<Done> {
  const at = instantOf(services.clock.now());
  return changeLedger(services, (ledger) => {
    const record = ledger.orders.get(orderId);
    if (record === null)
      throw new SeamlineError('not-found', {
        sentence: `Seamline knows no order ${orderId}.`,
        nextStep: 'Look for its number among all orders; a new one comes with the next run.',
      });
    return work(ledger, record, at);
  });
}

/** An order that is neither on its way into Cin7 Core nor there. */
function isWaiting({ state, saleId }: OrderRecord): boolean {
  return saleId === null && (state === 'to-export' || state === 'needs-you' || state === 'left-out');
}

function cannot({ order, state, saleNumber }: OrderRecord, what: string): SeamlineError {
  const where =
    state === 'exporting' || state === 'checking' ? 'on its way into Cin7' : `in Cin7 as ${saleNumber ?? 'a sale'}`;
  return new SeamlineError('usage', {
    sentence: `Order ${order.id} is ${where}, so it can't be ${what}.`,
    nextStep: state === 'in-cin7' ? 'Void its sale in Cin7 if it is not wanted.' : 'Look again after the next run.',
  });
}
