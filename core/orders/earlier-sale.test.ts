import { describe, expect, it } from 'vitest';
import { sampleDraft, sampleOrder, sampleSaleLine } from '../model/test-samples.ts';
import type { Sale } from '../model/sale.ts';
import { consequencesOf, heldReExport, verdictOf, type EarlierSale } from './earlier-sale.ts';
import { externalIdOf, orderOfExternalId } from './external-id.ts';
import { compareWithSale } from './sale-comparison.ts';

const sale = (more: Partial<Sale>): EarlierSale => ({
  kind: 'read',
  sale: {
    id: 's',
    number: 'SO-00412',
    status: 'ORDERED',
    orderStatus: 'AUTHORISED',
    externalId: 'joor:live:1:1',
    customerId: 'c1',
    reference: '',
    currency: 'EUR',
    location: 'Main',
    pickStatus: 'NOT AVAILABLE',
    invoiceStatus: 'NOT INVOICED',
    lines: [{ productId: 'p1', sku: 'P1', quantity: '8', price: '1', discount: '0', total: '8', backordered: '0' }],
    totalBeforeTax: '8',
    total: '8',
    ...more,
  },
});

describe('ORD-9 the earlier sale decides', () => {
  it.each([
    [{ status: 'VOIDED', pickStatus: 'VOIDED', invoiceStatus: 'VOIDED' }, 'allowed'],
    [{ status: 'CREDITED', invoiceStatus: 'CREDITED', pickStatus: 'PICKED' }, 'allowed'],
    [{ status: 'ORDERED', invoiceStatus: 'CREDITED' }, 'allowed'],
    [{ status: 'DRAFT', orderStatus: 'NOT AVAILABLE', invoiceStatus: '' }, 'open'],
    [{ status: 'ORDERING', orderStatus: 'DRAFT' }, 'open'],
    [{ status: 'ORDERED' }, 'open'],
    [{ status: 'BACKORDERED' }, 'open'],
    [{ status: 'ORDERED', pickStatus: 'NOT PICKED' }, 'open'],
    [{ status: 'PICKING', pickStatus: 'PICKING' }, 'must-credit'],
    [{ status: 'ORDERED', pickStatus: 'PARTIALLY PICKED' }, 'must-credit'],
    [{ status: 'PACKED', pickStatus: 'PICKED' }, 'must-credit'],
    [{ status: 'SHIPPING', pickStatus: 'PICKED' }, 'must-credit'],
    [{ status: 'INVOICING' }, 'must-credit'],
    [{ status: 'ORDERED', invoiceStatus: 'PARTIALLY INVOICED' }, 'must-credit'],
    [{ status: 'invoiced', invoiceStatus: 'Invoiced' }, 'must-credit'],
    [{ status: 'COMPLETED', invoiceStatus: 'INVOICED', pickStatus: 'PICKED' }, 'must-credit'],
    [{ status: 'SOMETHING NEW' }, 'open'],
  ] as const)('%j is %s', (more, verdict) => {
    expect(verdictOf(sale(more))).toBe(verdict);
  });

  it('one that is gone makes room only when that is proven', () => {
    expect(verdictOf({ kind: 'gone', number: 'SO-1' })).toBe('allowed');
    const unproven: EarlierSale = { kind: 'unproven', number: 'SO-1', why: 'The list still shows it.' };
    expect(verdictOf(unproven)).toBe('gone-unproven');
    expect(heldReExport(sampleOrder('1'), unproven, null)).toEqual({
      code: 're-export-unproven',
      sentence:
        "Order 1 is to be exported again, but sale SO-1 is not found in Cin7 this time, and that isn't proven: The list still shows it.",
      nextStep: 'Nothing is created before it is. The next run looks again.',
    });
  });

  it('tells what follows, in the order in which people read it', () => {
    const order = sampleOrder('1029127', { currency: 'EUR' });
    const draft = {
      ...sampleDraft([sampleSaleLine('p1', 12)]),
      reference: 'MV-0931 JOOR-1029127',
      totalBeforeTax: '12',
    };
    expect(consequencesOf(order, draft, sale({}))).toEqual([
      expect.stringMatching(/^Cin7 gets one new sale with 1 line, .*12\.00.*, reference MV-0931 JOOR-1029127\.$/),
      'SO-00412 stays as it is. Seamline never voids a sale; you do that in Cin7.',
      'Until SO-00412 is voided, 8 units are counted twice, and JOOR shows that much less stock.',
    ]);
    expect(consequencesOf(order, draft, sale({ status: 'VOIDED' }))[1]).toBe(
      'SO-00412 is voided in Cin7 and stays as it is.',
    );
    const earlier = sale({});
    const comparison = earlier.kind === 'read' ? compareWithSale(draft, earlier.sale) : null;
    expect(heldReExport(order, earlier, comparison)?.sentence).toBe(
      'Order 1029127 is to be exported again, but sale SO-00412 is still open in Cin7. 1 line differs: 12.00 in JOOR, 8.00 in Cin7.',
    );
  });
});

describe('SCOPE-2 an ExternalID', () => {
  const scope = { environment: 'live', account: '42' };
  it('is read back as the order and the turn that it was made of', () => {
    for (const turn of [1, 2, 3, 11])
      expect(orderOfExternalId(scope, externalIdOf(scope, '8812345', turn))).toEqual({ orderId: '8812345', turn });
  });

  it('of another scope or kind names no order', () => {
    for (const other of [
      '',
      'joor:live:42:',
      'joor:live:4:2:1',
      'joor:sandbox:42:1',
      'shopify:1',
      'joor:live:42:1:x',
      'joor:live:42:1:2:3',
    ])
      expect(orderOfExternalId(scope, other)).toBeNull();
  });
});
