// The mirror of Cin7 Core's customers. What orders are matched by stands in columns, the rest as read.
import { z } from 'zod';
import { attributeCount } from '../model/product.ts';
import type { Customer } from '../model/customer.ts';
import type { Settings } from '../settings/index.ts';
import type { Database } from './driver.ts';

const address = z.object({
  id: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  type: z.string(),
  isDefault: z.boolean(),
});

const contact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  isDefault: z.boolean(),
});

const customerSchema: z.ZodType<Customer> = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  status: z.string(),
  currency: z.string(),
  paymentTerm: z.string(),
  taxRule: z.string(),
  priceTier: z.string(),
  carrier: z.string(),
  salesRepresentative: z.string(),
  location: z.string(),
  discount: z.string(),
  isOnCreditHold: z.boolean(),
  tags: z.array(z.string()),
  attributes: z.array(z.string()),
  addresses: z.array(address),
  contacts: z.array(contact),
  modifiedOn: z.string().nullable(),
});

export interface CustomerMirror {
  save(customers: readonly Customer[], scan: string): void;
  /** After a complete scan: what didn't come was absent once more. Gives how many are absent now. */
  countAbsent(scan: string): number;
  byId(id: string): Customer | null;
  /** Customers whose code, by the settings' source, is the given one; deprecated ones among them. */
  byCode(code: string, from: NonNullable<Settings['customers']['codeFrom']>): Customer[];
  /** How many of these codes belong to exactly one customer by that source. */
  codesFound(codes: readonly string[], from: NonNullable<Settings['customers']['codeFrom']>): number;
  /** Every customer that is still there. */
  all(): Customer[];
  count(): number;
}

const attributeColumns = Array.from({ length: attributeCount }, (_, index) => `attribute${index + 1}`);

/** The customer mirror of a ledger. */
export function customerMirror(database: Database): CustomerMirror {
  const read = (rows: { content: string }[]) => rows.map(({ content }) => customerSchema.parse(JSON.parse(content)));
  return {
    save(customers, scan) {
      const columns = ['id', 'name', 'status', 'currency', ...attributeColumns, 'content', 'modified_on', 'seen_in'];
      const statement = database.prepare(
        `INSERT INTO customer (${columns.join(', ')}, absences) VALUES (${columns.map(() => '?').join(', ')}, 0)
         ON CONFLICT (id) DO UPDATE SET ${columns
           .slice(1)
           .map((column) => `${column} = excluded.${column}`)
           .join(', ')}, absences = 0`,
      );
      database.transaction(() => {
        for (const customer of customers)
          statement.run([
            customer.id,
            customer.name,
            customer.status,
            customer.currency,
            ...attributeColumns.map((_, index) => (customer.attributes[index] ?? '').trim()),
            JSON.stringify(customer),
            customer.modifiedOn,
            scan,
          ]);
      });
    },
    countAbsent(scan) {
      database.prepare('UPDATE customer SET absences = absences + 1 WHERE seen_in <> ?').run([scan]);
      return database.prepare<{ n: number }>('SELECT count(*) AS n FROM customer WHERE absences > 0').get()?.n ?? 0;
    },
    byId(id) {
      return (
        read(database.prepare<{ content: string }>('SELECT content FROM customer WHERE id = ?').all([id]))[0] ?? null
      );
    },
    byCode(code, from) {
      return read(
        database
          .prepare<{ content: string }>(
            `SELECT content FROM customer WHERE ${codeColumn(from)} = ? COLLATE NOCASE AND absences < 2`,
          )
          .all([code]),
      );
    },
    codesFound: (codes, from) =>
      database
        .prepare<{ n: number }>(
          `SELECT count(*) AS n FROM (
             SELECT lower(${codeColumn(from)}) AS code FROM customer
             WHERE lower(${codeColumn(from)}) IN (SELECT lower(value) FROM json_each(?)) AND absences < 2
             GROUP BY 1 HAVING count(*) = 1)`,
        )
        .get([JSON.stringify(codes)])?.n ?? 0,
    all: () =>
      read(database.prepare<{ content: string }>('SELECT content FROM customer WHERE absences < 2 ORDER BY id').all()),
    count: () => database.prepare<{ n: number }>('SELECT count(*) AS n FROM customer').get()?.n ?? 0,
  };
}

const codeColumn = (from: NonNullable<Settings['customers']['codeFrom']>) =>
  typeof from === 'string' ? from : `attribute${from.attribute}`;
