// Reads Cin7 Core's customers: orders are matched to them.
import type { Customer } from '../../model/customer.ts';
import type { FlowContext } from '../context.ts';
import { readIntoMirror } from '../scan.ts';

/** Brings the mirror of customers up to date. */
export async function refreshCustomers(context: FlowContext): Promise<void> {
  const { cin7, caller, ledger, runId } = context;
  await readIntoMirror<Customer>(context, {
    resource: 'customers',
    scan: (since, visit) => cin7.customers(since, caller, visit),
    save: (rows) => ledger.customers.save(rows, runId),
    countAbsent: () => ledger.customers.countAbsent(runId),
  });
}
