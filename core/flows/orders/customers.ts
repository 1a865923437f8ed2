// The customer of an order whose retailer Cin7 Core doesn't have: created once, with an intent on the disk before its
// request leaves, and looked up by its name, which is unique there, before anything is asked again (ORD-4, ORD-11).
import { millisecondsOf, second, shiftInstant, type Instant } from '../../base/dates.ts';
import { isSeamlineError } from '../../base/errors.ts';
import { fold } from '../../base/text.ts';
import type { CustomerIntent } from '../../ledger/customer-intents.ts';
import type { OrderRecord } from '../../ledger/orders.ts';
import type { Customer, NewCustomer } from '../../model/customer.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { ReadyOrder } from './decide.ts';
import { nextLook, setState, stop, unclearReason } from './outcome.ts';

/** The customer, found or created; null when the order has to wait for a later look or for a person. */
async function ensureCustomer(
  context: FlowContext,
  record: OrderRecord,
  wanted: NewCustomer,
): Promise<Customer | null> {
  const { ledger, cin7, caller, settings } = context;
  const { customerCode: code, currency } = record.order;
  const at = nowOf(context);
  const known = ledger.customerIntents.get(code, currency);
  // What was asked for and may have been done is looked for as it was asked.
  const intent: CustomerIntent =
    known?.asked === true
      ? known
      : { code, currency, customer: wanted, asked: false, looks: 0, customerId: null, writtenAt: at, changedAt: at };
  if (intent.asked && millisecondsOf(dueAt(context, intent)) > millisecondsOf(at)) {
    wait(context, record, dueAt(context, intent));
    return null;
  }
  const [namesake] = await cin7.customersByName(intent.customer.name, caller);
  if (namesake !== undefined) return takeNamesake(context, record, intent, namesake);
  if (intent.asked && intent.looks < settings.orders.lookupDelays.length) {
    lookLater(context, record, intent);
    return null;
  }
  return create(context, record, { ...intent, looks: 0 });
}

async function create(context: FlowContext, record: OrderRecord, intent: CustomerIntent): Promise<Customer | null> {
  const { ledger, cin7, caller } = context;
  const asked = { ...intent, asked: true, changedAt: nowOf(context) };
  ledger.customerIntents.save(asked);
  try {
    const customer = await cin7.createCustomer(intent.customer, caller);
    return settled(context, asked, customer);
  } catch (error) {
    if (isSeamlineError(error, 'outcome-unknown')) {
      lookLater(context, record, asked);
      return null;
    }
    ledger.customerIntents.save({ ...asked, asked: false });
    if (!isSeamlineError(error, 'refused')) throw error;
    stop(context, record, {
      code: 'refused',
      sentence: error.message,
      nextStep: 'Correct orders.newCustomer in the settings, or create the customer in Cin7; the next run tries again.',
    });
    return null;
  }
}

/** A customer of that name is there: ours when it carries our code and currency, else a person has to say. */
function takeNamesake(
  context: FlowContext,
  record: OrderRecord,
  intent: CustomerIntent,
  namesake: Customer,
): Customer | null {
  const { code } = intent.customer;
  const hasCode = code === null || fold(namesake.attributes[code.attribute - 1] ?? '') === fold(code.value);
  if (hasCode && namesake.currency === intent.currency && fold(namesake.status) === 'active')
    return settled(context, intent, namesake);
  context.ledger.customers.save([namesake], context.runId);
  stop(context, record, {
    code: 'near-customer',
    sentence: `No retailer in Cin7 has JOOR code ${intent.code} in ${intent.currency}, but ${namesake.name} has the same name.`,
    nextStep: `Add the code ${intent.code} to ${namesake.name} in Cin7 if it is the same retailer; if not, create the customer there under another name.`,
  });
  return null;
}

function settled(context: FlowContext, intent: CustomerIntent, customer: Customer): Customer {
  const { ledger, runId } = context;
  ledger.transaction(() => {
    ledger.customers.save([customer], runId);
    ledger.customerIntents.save({ ...intent, asked: false, customerId: customer.id, changedAt: nowOf(context) });
  });
  return customer;
}

function lookLater(context: FlowContext, record: OrderRecord, intent: CustomerIntent): void {
  const next = nextLook(context, intent.looks);
  context.ledger.customerIntents.save({ ...intent, looks: intent.looks + 1, changedAt: nowOf(context) });
  wait(context, record, next);
}

function wait(context: FlowContext, record: OrderRecord, next: Instant): void {
  context.ledger.orders.setLook(record.order.id, record.attempts + 1, next);
  setState(context, record, 'checking', unclearReason('the customer exists', next));
}

/** When the next look for a customer is due. */
function dueAt({ settings }: FlowContext, { looks, changedAt }: CustomerIntent): Instant {
  const { lookupDelays } = settings.orders;
  const seconds = looks === 0 ? 0 : (lookupDelays[Math.min(looks - 1, lookupDelays.length - 1)] ?? 0);
  return shiftInstant(changedAt, seconds * second);
}

/** A ready order with its customer in Cin7 Core, created when need be; null when that has to wait. */
export async function withCustomer(context: FlowContext, ready: ReadyOrder | null): Promise<ReadyOrder | null> {
  if (ready === null || ready.newCustomer === null) return ready;
  const customer = await ensureCustomer(context, ready.record, ready.newCustomer);
  return customer === null ? null : { ...ready, customer, draft: { ...ready.draft, customerId: customer.id } };
}
