// Reference books of both accounts, replaced as a whole each time they are read.
import { z } from 'zod';
import type { LedgerAccount, Location, PaymentTerm, PriceTier, PriceType, TaxRule } from '../model/account.ts';
import type { Database } from './driver.ts';

export interface Books {
  location: Location;
  priceTier: PriceTier;
  taxRule: TaxRule;
  paymentTerm: PaymentTerm;
  carrier: { id: string; name: string };
  contact: { id: string; name: string; type: string };
  account: LedgerAccount;
  /** What the brand calls its ten additional attributes, set by set; empty where one isn't used. */
  attributeSet: { id: string; name: string; attributeNames: readonly string[] };
  priceType: PriceType;
  /** The one company behind the key. */
  company: { id: string; name: string; currency: string; timeZone: string };
}

export type BookName = keyof Books;

const schemas: { readonly [Name in BookName]: z.ZodType<Books[Name]> } = {
  location: z.object({ id: z.string(), name: z.string(), isDefault: z.boolean(), isDeprecated: z.boolean() }),
  priceTier: z.object({ code: z.number(), name: z.string() }),
  taxRule: z.object({
    id: z.string(),
    name: z.string(),
    percent: z.string(),
    isActive: z.boolean(),
    isForSales: z.boolean(),
    isTaxInclusive: z.boolean(),
  }),
  paymentTerm: z.object({ id: z.string(), name: z.string(), isActive: z.boolean() }),
  carrier: z.object({ id: z.string(), name: z.string() }),
  contact: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  account: z.object({
    code: z.string(),
    name: z.string(),
    type: z.string(),
    isActive: z.boolean(),
    isForReceivables: z.boolean(),
  }),
  attributeSet: z.object({ id: z.string(), name: z.string(), attributeNames: z.array(z.string()) }),
  priceType: z.object({ id: z.string(), name: z.string(), currency: z.string(), retailCurrency: z.string() }),
  company: z.object({ id: z.string(), name: z.string(), currency: z.string(), timeZone: z.string() }),
};

export interface References {
  /** Replaces a book. */
  save<Name extends BookName>(book: Name, rows: readonly Books[Name][]): void;
  list<Name extends BookName>(book: Name): Books[Name][];
}

/** The reference books of a ledger. */
export function references(database: Database): References {
  return {
    save(book, rows) {
      database.transaction(() => {
        database.prepare('DELETE FROM reference WHERE kind = ?').run([book]);
        const insert = database.prepare('INSERT INTO reference (kind, id, name, content) VALUES (?, ?, ?, ?)');
        for (const row of rows)
          insert.run([book, 'id' in row ? row.id : String(row.code), row.name, JSON.stringify(row)]);
      });
    },
    list<Name extends BookName>(book: Name): Books[Name][] {
      const schema: z.ZodType<Books[Name]> = schemas[book];
      return database
        .prepare<{ content: string }>('SELECT content FROM reference WHERE kind = ? ORDER BY rowid')
        .all([book])
        .map(({ content }) => schema.parse(JSON.parse(content)));
    },
  };
}
