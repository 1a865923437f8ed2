// Customers (Cin7 8): scans of at most 100 a page, because Cin7 Core caps there silently, and the creation of one.
import type { Customer, NewCustomer } from '../model/customer.ts';
import { sinceQuery, type Caller, type Cin7Connection, type Since, type Visit } from './connection.ts';
import type { ScanEvidence } from './paging.ts';
import { newCustomerBody } from './wire/customer-body.ts';
import { customerSchema } from './wire/customers.ts';
import { z } from 'zod';

const customerPageLimit = 100;

const customers = {
  path: 'customer',
  key: 'CustomerList',
  row: customerSchema,
  identify: ({ id }: Customer) => id,
  limit: customerPageLimit,
};

/** Customers changed since an instant, or all; deprecated ones among them. */
export function scanCustomers(
  cin7: Cin7Connection,
  since: Since,
  caller: Caller,
  visit: Visit<Customer>,
): Promise<ScanEvidence> {
  const query = { IncludeDeprecated: true, ...sinceQuery(cin7, 'ModifiedSince', since) };
  return cin7.scan({ name: 'customers', ...customers, query }, caller, visit);
}

/** Customers whose name is exactly this; Cin7's own filter finds names that begin with it (Cin7 8.1). */
export async function findCustomers(cin7: Cin7Connection, name: string, caller: Caller): Promise<Customer[]> {
  const query = { Name: name, IncludeDeprecated: true };
  const rows = await cin7.book({ name: 'customers by name', ...customers, query }, caller);
  return rows.filter((row) => row.name.trim().toLowerCase() === name.trim().toLowerCase());
}

const createdSchema = z
  .object({ CustomerList: z.tuple([customerSchema]).rest(z.unknown()) })
  .transform(({ CustomerList: [created] }) => created);

/** Creates a customer; the answer is a list of one (Cin7 8.3). */
export function createCustomer(cin7: Cin7Connection, customer: NewCustomer, caller: Caller): Promise<Customer> {
  const request = {
    name: 'new customer',
    method: 'POST',
    path: 'customer',
    body: newCustomerBody(customer),
    effect: 'create',
  } as const;
  return cin7.write(request, createdSchema, caller);
}
