// Each switch in both positions, against a practice account that insists on the matching one.
import { describe, expect, it } from 'vitest';
import { caller, startClients } from '../../test/support/clients.ts';
import type { Practice } from '../practice/practice.ts';
import { sampleDraft, sampleSaleLine } from '../model/test-samples.ts';
import type { SaleDraft } from '../model/sale.ts';
import type { Cin7Switches } from './switches.ts';

/** A draft over the practice account's own customer, product and books. */
function draftFor({ cin7: { state }, brand }: Practice): SaleDraft {
  const customer = [...state.customers.values()].find(
    ({ fields }) => fields.Currency === 'AUD' && fields.Status === 'Active',
  );
  const product = state.catalogue
    .products()
    .find(({ fields }) => fields.Type === 'Stock' && fields.Status === 'Active');
  const line = {
    ...sampleSaleLine(product?.id ?? '', 2),
    sku: product?.fields.SKU ?? '',
    tax: '10',
    taxRule: 'GST on Income',
  };
  const draft = sampleDraft([line]);
  return {
    ...draft,
    customerId: customer?.id ?? '',
    location: brand.locations[0]?.name ?? '',
    taxRule: 'GST on Income',
    terms: '30 days',
    priceTier: customer?.fields.PriceTier ?? '',
    orderDate: '2026-11-23',
    carrier: null,
    salesRepresentative: null,
    currencyRate: null,
    charges: [{ description: 'Freight', price: '15', tax: '1.5', taxRule: 'GST on Income', total: '15' }],
  };
}

async function orderWritten(ours: Cin7Switches['lineTotal'], theirs: 'exclusive' | 'with-tax') {
  const clients = await startClients({ ours: { cin7: { lineTotal: ours } }, theirs: { cin7: { lineTotals: theirs } } });
  const draft = draftFor(clients.practice);
  const id = await clients.cin7.createSale(draft, caller);
  const written = clients.cin7.writeSaleOrder(id, draft, 'AUTHORISED', caller);
  return { ...clients, id, draft, written, writes: () => clients.practice.cin7.log.count('*/sale/order', 'POST') };
}

describe('lineTotal', () => {
  it.each(['exclusive', 'with-tax'] as const)(
    'in the position of an account that wants totals %s, takes one call',
    async (theirs) => {
      const { written, writes } = await orderWritten(theirs === 'exclusive' ? 'without-tax' : 'with-tax', theirs);
      expect(await written).toMatchObject({ orderStatus: 'AUTHORISED', lines: [{ quantity: '2' }] });
      expect(writes()).toBe(1);
    },
  );

  it('in the other position is refused in the words of Cin7 Core', async () => {
    const { written } = await orderWritten('without-tax', 'with-tax');
    await expect(written).rejects.toThrow(/Total value \d+ is invalid/);
  });

  it('ORD-7 by default finds the form that the account takes, and makes the order and the invoice once', async () => {
    for (const theirs of ['exclusive', 'with-tax'] as const) {
      const { cin7, practice, id, draft, written, writes } = await orderWritten('without-tax-first', theirs);
      expect(await written).toMatchObject({ orderStatus: 'AUTHORISED' });
      expect(writes()).toBe(theirs === 'exclusive' ? 1 : 2);
      await cin7.createInvoice(id, draft, 'DRAFT', '2026-11-23', caller);
      expect(await cin7.invoices(id, caller)).toHaveLength(1);
      expect(await cin7.sale(id, caller)).toMatchObject({ totalBeforeTax: draftTotal(draft) });
      expect(practice.cin7.state.sales.size).toBe(1);
    }
  });

  it('asks no second time when it is something else that is refused', async () => {
    const { cin7, practice, id, draft } = await orderWritten('without-tax-first', 'exclusive');
    const bad = { ...draft, lines: draft.lines.map((line) => ({ ...line, taxRule: 'No such rule' })) };
    await cin7.undoSale(id, caller);
    const before = practice.cin7.log.count('*/sale/order', 'POST');
    await expect(cin7.writeSaleOrder(id, bad, 'DRAFT', caller)).rejects.toThrow('No such rule');
    expect(practice.cin7.log.count('*/sale/order', 'POST')).toBe(before + 1);
  });
});

function draftTotal({ lines, charges }: SaleDraft): string {
  return String([...lines, ...charges].reduce((sum, { total }) => sum + Number(total), 0));
}

describe('what needs no switch', () => {
  it.each(['header', 'order'] as const)(
    'a sale whose number comes with its %s has one in the end',
    async (orderNumberFrom) => {
      const { cin7, practice } = await startClients({ theirs: { cin7: { orderNumberFrom } } });
      const draft = draftFor(practice);
      const id = await cin7.createSale(draft, caller);
      expect((await cin7.sale(id, caller)).number === '').toBe(orderNumberFrom === 'order');
      expect((await cin7.writeSaleOrder(id, draft, 'DRAFT', caller)).number).toMatch(/^SO-\d+$/);
    },
  );
});

describe('saleListPage and locationPage', () => {
  it.each([
    ['a cap of 1000', { saleListPage: 1000, locationPage: 1000 }, { limitAboveCap: 'refused' }],
    [
      'smaller caps that refuse',
      { saleListPage: 100, locationPage: 500 },
      { limitAboveCap: 'refused', saleListCap: 100, locationCap: 500 },
    ],
    [
      'smaller caps that cut silently',
      { saleListPage: 1000, locationPage: 1000 },
      { limitAboveCap: 'cut', saleListCap: 3, locationCap: 2 },
    ],
  ] as const)('read all rows under %s', async (_name, ours, theirs) => {
    const { cin7, practice } = await startClients({ ours: { cin7: ours }, theirs: { cin7: theirs } });
    for (let index = 0; index < 8; index += 1)
      await cin7.createSale({ ...draftFor(practice), externalId: `x:${index}` }, caller);
    const evidence = await cin7.sales('2026-11-01T00:00:00.000Z', caller, () => undefined);
    expect(evidence).toMatchObject({ rows: 8, isComplete: true });
    expect((await cin7.locations(caller)).map(({ name }) => name).sort()).toEqual(
      practice.brand.locations.map(({ name }) => name).sort(),
    );
  });

  it('in the larger position is refused by an account that takes no more than 100', async () => {
    const { cin7 } = await startClients({
      ours: { cin7: { saleListPage: 1000 } },
      theirs: { cin7: { limitAboveCap: 'refused', saleListCap: 100 } },
    });
    await expect(cin7.sales('2026-11-01T00:00:00.000Z', caller, () => undefined)).rejects.toThrow('more than 100');
  });
});

describe('sinceForm', () => {
  it.each([
    ['without-zone', 'never'],
    ['utc', 'always'],
  ] as const)('%s is read by an account that wants a zone %s, to the second', async (sinceForm, momentZone) => {
    const { cin7, practice } = await startClients({ ours: { cin7: { sinceForm } }, theirs: { cin7: { momentZone } } });
    practice.cin7.edits.apply({ edit: 'addCustomer', name: 'Late Comer' });
    const names: string[] = [];
    await cin7.customers(
      '2026-11-23T02:00:00.000Z',
      caller,
      (rows) => void names.push(...rows.map(({ name }) => name)),
    );
    expect(names).toEqual(['Late Comer']);
  });

  it('in the other position is refused, never read as something else', async () => {
    const { cin7 } = await startClients({ theirs: { cin7: { momentZone: 'always' } } });
    await expect(cin7.customers('2026-11-23T02:00:00.000Z', caller, () => undefined)).rejects.toThrow('valid date');
  });
});

describe('untypedFiles', () => {
  it.each([
    ['by-name', ['photo.png']],
    ['left-out', []],
  ] as const)('%s decides about files whose type says nothing', async (untypedFiles, expected) => {
    const { cin7, practice } = await startClients({ awkward: true, ours: { cin7: { untypedFiles } } });
    const idOf = (sku: string) => practice.cin7.state.catalogue.productBySku(sku)?.id ?? '';
    const names = async (sku: string) =>
      (await cin7.attachmentsOf('product', idOf(sku), caller)).map(({ fileName }) => fileName);
    expect(await names('AWK-OCTETS')).toEqual(expected);
    expect(await names('AWK-PDF')).toEqual([]);
    expect(await names('AWK-VARIANT-IMAGE-1')).toHaveLength(1);
  });
});
