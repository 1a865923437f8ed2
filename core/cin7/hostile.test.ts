// Whatever Cin7 Core sends, the whole client either gives usable content or the one typed error; and what it sends with
// the noise that real answers have is read as the same.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caller, startClients, type Clients } from '../../test/support/clients.ts';
import { alteringWire, anyJson, cannedWire, noisy, spoilt, unbearable } from '../../test/support/hostile.ts';
import { SeamlineError } from '../base/errors.ts';
import { sampleDraft, sampleSaleLine } from '../model/test-samples.ts';
import type { Cin7Client } from './client.ts';

type Ask = (cin7: Cin7Client, ids: Ids) => Promise<unknown>;
interface Ids {
  readonly product: string;
  readonly family: string;
  readonly sale: string;
  readonly sku: string;
  readonly customer: string;
}

const since = '2026-01-01T00:00:00.000Z';

/** A scan with the rows that it handed over. */
async function rowsOf(scan: (visit: (rows: readonly unknown[]) => void) => Promise<unknown>): Promise<unknown> {
  const rows: unknown[] = [];
  const evidence = await scan((page) => void rows.push(...page));
  return { rows, evidence };
}

const reads: readonly (readonly [string, Ask])[] = [
  ['company', async (cin7) => (await cin7.company(caller)).content],
  ['price tiers', (cin7) => cin7.priceTiers(caller)],
  ['locations', (cin7) => cin7.locations(caller)],
  ['tax rules', (cin7) => cin7.taxRules(caller)],
  ['payment terms', (cin7) => cin7.paymentTerms(caller)],
  ['accounts', (cin7) => cin7.accounts(caller)],
  ['carriers', (cin7) => cin7.carriers(caller)],
  ['contacts', (cin7) => cin7.contacts(caller)],
  ['categories', (cin7) => cin7.categories(caller)],
  ['brands', (cin7) => cin7.brands(caller)],
  ['attribute sets', (cin7) => cin7.attributeSets(caller)],
  ['products', (cin7) => rowsOf((visit) => cin7.products(since, caller, visit))],
  ['one product', (cin7, { product }) => cin7.product(product, caller)],
  ['products by SKU', (cin7, { sku }) => cin7.productsBySku(sku, caller)],
  ['families', (cin7) => rowsOf((visit) => cin7.families(since, caller, visit))],
  ['images of families', (cin7) => rowsOf((visit) => cin7.attachments('families', since, caller, visit))],
  ['images of a family', (cin7, { family }) => cin7.attachmentsOf('family', family, caller)],
  ['availability', (cin7) => rowsOf((visit) => cin7.availability(null, caller, visit))],
  ['customers', (cin7) => rowsOf((visit) => cin7.customers(since, caller, visit))],
  ['customers by name', (cin7, { customer }) => cin7.customersByName(customer, caller)],
  ['sale list', (cin7) => rowsOf((visit) => cin7.sales(since, caller, visit))],
  ['sale look-up', (cin7) => cin7.salesWithExternalId('', caller)],
  ['sale search', (cin7) => cin7.searchSales('SO-', caller)],
  ['sale', (cin7, { sale }) => cin7.sale(sale, caller)],
  ['invoices', (cin7, { sale }) => cin7.invoices(sale, caller)],
];

const draft = sampleDraft([sampleSaleLine('p', 2)]);
const billTo = { line1: '', line2: '', city: '', state: '', postcode: '', country: '' };
const newCustomer = {
  name: 'X',
  currency: 'AUD',
  paymentTerm: '',
  receivable: '',
  revenue: '',
  taxRule: '',
  priceTier: '',
  code: null,
  contact: null,
  billTo,
  shipTo: billTo,
};
const writes: readonly (readonly [string, Ask])[] = [
  ['new customer', (cin7) => cin7.createCustomer(newCustomer, caller)],
  ['sale header', (cin7) => cin7.createSale(draft, caller)],
  ['sale lines', (cin7) => cin7.writeSaleOrder('s', draft, 'DRAFT', caller)],
  ['undo', (cin7) => cin7.undoSale('s', caller)],
  ['void', (cin7) => cin7.voidSale('s', caller)],
  ['new invoice', async (cin7) => (await cin7.createInvoice('s', draft, 'DRAFT', '2026-11-23', caller)) ?? null],
];

function idsIn({ practice }: Clients): Ids {
  const { catalogue, customers, sales } = practice.cin7.state;
  const family = catalogue.families().find(({ attachments }) => attachments.length > 0);
  const [product] = catalogue.products();
  const invoiced = [...sales.values()].find(({ invoices }) => invoices.length > 0) ?? [...sales.values()][0];
  return {
    product: product?.id ?? '',
    sku: product?.fields.SKU ?? '',
    family: family?.id ?? '',
    sale: invoiced?.id ?? '',
    customer: [...customers.values()][0]?.fields.Name ?? '',
  };
}

describe('valid answers with noise', { timeout: 60_000 }, () => {
  it.each(reads)('%s are read as without it', async (_name, ask) => {
    let seed = 0;
    const clients = await startClients({
      cin7PastSales: true,
      through: (wire) => alteringWire(wire, (json) => (seed === 0 ? json : noisy(json, seed))),
    });
    const ids = idsIn(clients);
    const plain = await ask(clients.cin7, ids);
    expect(unbearable(plain)).toEqual([]);
    for (seed = 1; seed <= 4; seed += 1) expect(await ask(clients.cin7, ids)).toEqual(plain);
  });
});

/** What is wrong with an outcome: content that nobody can bear, or an error that is not the typed one. */
async function problemsOf(asked: Promise<unknown>): Promise<string[]> {
  try {
    return unbearable(await asked);
  } catch (error) {
    return error instanceof SeamlineError && error.nextStep !== '' && error.code !== 'internal' ? [] : [String(error)];
  }
}

describe('answers that nobody hopes to see', { timeout: 60_000 }, () => {
  it.each([...reads, ...writes])('%s: any JSON gives usable content or the typed error', async (_name, ask) => {
    let answer: unknown = null;
    const clients = await startClients({ through: () => cannedWire(() => answer) });
    const ids = idsIn(clients);
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => {
        answer = json;
        expect(await problemsOf(ask(clients.cin7, ids))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(reads)('%s: a real answer spoilt anywhere, too', async (_name, ask) => {
    const real: unknown[] = [];
    const clients = await startClients({
      cin7PastSales: true,
      through: (wire) =>
        alteringWire(wire, (json) => {
          real.push(json);
          return json;
        }),
    });
    const ids = idsIn(clients);
    await ask(clients.cin7, ids);
    let answer: unknown = null;
    const spoiled = await startClients({ through: () => cannedWire(() => answer) });
    await fc.assert(
      fc.asyncProperty(spoilt(real[0]), async (json) => {
        answer = json;
        expect(await problemsOf(ask(spoiled.cin7, ids))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
