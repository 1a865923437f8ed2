// Every call that Seamline needs (Cin7, appendix A), asked of the practice account over real HTTP.
import { describe, expect, it } from 'vitest';
import { caller, startClients } from '../../test/support/clients.ts';
import { isSeamlineError } from '../base/errors.ts';
import type { FaultRule } from '../practice/wire/faults.ts';

const nothing = () => undefined;

describe('every endpoint of the reference', { timeout: 60_000 }, () => {
  it('is asked under the path and with the parameters that are documented', async () => {
    const { cin7, practice } = await startClients({ awkward: true });
    const { log, state } = practice.cin7;
    // An account that knows nothing else refuses a misspelt parameter, which the real one ignores (Cin7 13, gotcha 2).
    practice.cin7.switches.strict = true;
    const [family] = state.catalogue.families();
    const [product] = state.catalogue.products();
    await cin7.company(caller);
    await cin7.locations(caller);
    await cin7.priceTiers(caller);
    await cin7.taxRules(caller);
    await cin7.paymentTerms(caller);
    await cin7.accounts(caller);
    await cin7.carriers(caller);
    await cin7.contacts(caller);
    await cin7.categories(caller);
    await cin7.brands(caller);
    await cin7.attributeSets(caller);
    await cin7.products('2026-11-01T00:00:00.000Z', caller, nothing);
    await cin7.product(product?.id ?? '', caller);
    await cin7.productsBySku('AWK', caller);
    await cin7.families(null, caller, nothing);
    await cin7.attachments('products', null, caller, nothing);
    await cin7.attachments('families', null, caller, nothing);
    await cin7.attachmentsOf('product', product?.id ?? '', caller);
    await cin7.attachmentsOf('family', family?.id ?? '', caller);
    await cin7.availability(practice.brand.locations[0]?.name ?? '', caller, nothing);
    await cin7.customers(null, caller, nothing);
    await cin7.customersByName('Nobody', caller);
    await cin7.sales('2026-11-01T00:00:00.000Z', caller, nothing);
    await cin7.salesWithExternalId('joor:live:1:1', caller);
    await cin7.searchSales('PO-1', caller);
    expect(log.entries.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
    expect(Object.keys(log.counts).map((key) => key.replace('GET /ExternalApi/v2/', ''))).toEqual([
      'me',
      'ref/location',
      'ref/priceTier',
      'ref/tax',
      'ref/paymentterm',
      'ref/account',
      'ref/carrier',
      'me/contacts',
      'ref/category',
      'ref/brand',
      'ref/attributeset',
      'product',
      'productFamily',
      'product/attachments',
      'productFamily/attachments',
      'ref/productavailability',
      'customer',
      'saleList',
    ]);
  });

  it('reads 1,501 products and 260 customers completely, whatever their lists are capped at', async () => {
    const { cin7, practice } = await startClients({ awkward: true });
    const { state } = practice.cin7;
    const all = [...state.catalogue.products()].length;
    expect(all).toBeGreaterThanOrEqual(1_501);
    expect(await cin7.products(null, caller, nothing)).toMatchObject({ rows: all, total: all, isComplete: true });
    practice.cin7.switches.productCap = 500;
    const seen = new Set<string>();
    const evidence = await cin7.products(null, caller, (rows) => rows.forEach(({ id }) => seen.add(id)));
    expect([evidence.isComplete, seen.size]).toEqual([true, all]);
    const customers = await cin7.customers(null, caller, nothing);
    expect(customers).toMatchObject({ rows: state.customers.size, isComplete: true });
    expect(practice.cin7.log.count('*/customer')).toBe(Math.ceil(state.customers.size / 100));
  });

  it('reads images whose address is not encoded, and says which is the default one', async () => {
    const { cin7, practice } = await startClients({ awkward: true });
    const family = [...practice.cin7.state.catalogue.families()].find(
      ({ fields }) => fields.SKU === 'AWK-FAMILY-IMAGE',
    );
    const images = await cin7.attachmentsOf('family', family?.id ?? '', caller);
    expect(images.map(({ isDefault }) => isDefault)).toEqual([true, false]);
    for (const { address } of images) {
      expect(address).toContain('ContentType=image%2F');
      const answer = await fetch(address);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    await expect(cin7.attachmentsOf('product', family?.id ?? '', caller)).rejects.toSatisfy((error) =>
      isSeamlineError(error, 'refused'),
    );
  });

  it('finds exactly what is asked for, although filters find what begins so or holds it', async () => {
    const { cin7 } = await startClients({ awkward: true, theirs: { cin7: { externalIdFilter: 'prefix' } } });
    const skus = async (sku: string) => (await cin7.productsBySku(sku, caller)).map((row) => row.sku);
    expect(await skus('awk-alone')).toEqual(['AWK-ALONE']);
    expect(await skus('AWK-TWIN')).toEqual([]);
    expect(await skus('AWK & CO')).toEqual(['AWK & CO']);
    expect(await skus('AWK+PLUS')).toEqual(['AWK+PLUS']);
    const names = async (name: string) => (await cin7.customersByName(name, caller)).map((row) => row.name);
    expect(await names('awkward foreign')).toEqual(['Awkward Foreign']);
    expect(await names('Awkward')).toEqual([]);
  });

  it('knows the account that receivables go to', async () => {
    const { cin7 } = await startClients();
    const accounts = await cin7.accounts(caller);
    expect(accounts.filter(({ isForReceivables }) => isForReceivables).map(({ code }) => code)).toEqual(['610']);
    expect(accounts.every(({ isActive }) => isActive)).toBe(true);
  });

  it('undoes and voids only where that is asked for', async () => {
    const { cin7, practice } = await startClients({ cin7PastSales: true });
    const sale = [...practice.cin7.state.sales.values()].find(
      ({ order, isVoided }) => order.status === 'AUTHORISED' && !isVoided,
    );
    const id = sale?.id ?? '';
    practice.cin7.switches.undoAfterPick = 'undoes-all';
    expect(await cin7.undoSale(id, caller)).toMatchObject({ status: 'ORDERING', orderStatus: 'DRAFT' });
    expect(await cin7.voidSale(id, caller)).toMatchObject({ status: 'VOIDED' });
    expect(practice.cin7.log.entries.map(({ query }) => new URLSearchParams(query).get('Void'))).toEqual([
      'false',
      'true',
    ]);
  });
});

describe('a wrong path', () => {
  it.each(['html', '404', 'redirect'] as const)('answered by %s is never an empty list', async (unknownRoute) => {
    const { cin7, practice } = await startClients({ path: 'ExternalApi/v1' });
    practice.cin7.switches.unknownRoute = unknownRoute;
    await expect(cin7.taxRules(caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'not-the-api'));
  });
});

describe('an error model inside a 200', () => {
  it('is the refusal that it is', async () => {
    const { cin7, practice } = await startClients();
    practice.cin7.switches.errorInside200 = true;
    await expect(cin7.sale('2d5e6c0a-9b57-4c1c-9f1b-0a5a3c1f7e01', caller)).rejects.toSatisfy((error) =>
      isSeamlineError(error, 'refused'),
    );
  });
});

describe('a list that changes between two of its pages', () => {
  const between = (kind: string, fields: Record<string, unknown>): FaultRule => ({
    match: { api: 'cin7', path: '*/customer', nth: 2 },
    do: { kind: 'edit', edits: [{ kind, ...fields }] },
  });

  it('RUN-2 is not complete when a row moved onto a page that was read already', async () => {
    const gone = between('changeCustomer', { customer: 'Awkward Foreign', changes: { name: 'ZZZ moved to the end' } });
    const { cin7, practice } = await startClients({ awkward: true, faults: [gone] });
    const all = practice.cin7.state.customers.size;
    const evidence = await cin7.customers(null, caller, nothing);
    expect(practice.faults.hits).toMatchObject([{ kind: 'edit' }]);
    expect(evidence).toMatchObject({ rows: all - 1, total: all, isComplete: false });
    expect(await cin7.customers(null, caller, nothing)).toMatchObject({ isComplete: true });
  });

  it('RUN-2 counts a row that came twice once', async () => {
    const added = between('addCustomer', { name: '!first of all' });
    const { cin7, practice } = await startClients({ awkward: true, faults: [added] });
    const rows: string[] = [];
    const evidence = await cin7.customers(null, caller, (page) => void rows.push(...page.map(({ id }) => id)));
    expect(new Set(rows).size).toBe(rows.length);
    expect(evidence).toMatchObject({ rows: rows.length, total: practice.cin7.state.customers.size, isComplete: false });
  });
});
