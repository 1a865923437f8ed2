// Picking, packing, shipping and invoicing of sales, and the statuses that follow from them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestAccount, startAccount } from './test-account.ts';

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
  account.practice.edits.setStock({ sku: 'SH-102-NVY-M', location: 'Sydney DC', onHand: 34 });
});
afterEach(() => account.stop());

const lines = (quantity: number) => [
  { SKU: 'SH-102-NVY-M', Quantity: quantity, Price: 10, Tax: quantity, TaxRule: 'GST on Income', Total: quantity * 10 },
];

async function ordered(quantity: number, more: object = {}, mode = 'NOPICK'): Promise<string> {
  const CustomerID = account.brand.retailers.find((retailer) => retailer.currency === 'AUD')?.id;
  const { ID } = (await account.post('sale', { CustomerID, SkipQuote: true, ...more })).json;
  const body = { SaleID: ID, Status: 'AUTHORISED', AutoPickPackShipMode: mode, Lines: lines(quantity) };
  expect((await account.post('sale/order', body)).status).toBe(200);
  return ID;
}

const sale = async (id: string) => (await account.get(`sale?ID=${id}`)).json;
const stock = async () =>
  (await account.get('ref/productavailability?Sku=SH-102-NVY-M')).json.ProductAvailabilityList[0];

describe('automatic picking', () => {
  it.each([
    ['AUTOPICK', 'PICKED', 'NOT AVAILABLE', 'NOT FULFILLED'],
    ['AUTOPICKPACK', 'PACKED', 'PACKED', 'NOT FULFILLED'],
    ['AUTOPICKPACKSHIP', 'SHIPPING', 'PACKED', 'FULFILLED'],
  ])('%s leaves a simple sale %s', async (mode, status, packing, fulfilment) => {
    const result = await sale(await ordered(10, {}, mode));
    expect([result.Status, result.CombinedPickingStatus]).toEqual([status, 'PICKED']);
    expect([result.CombinedPackingStatus, result.FulFilmentStatus]).toEqual([packing, fulfilment]);
    expect(await stock()).toMatchObject({ OnHand: 24, Allocated: 0, Available: 24 });
  });

  it('silently does nothing for a backordered or an advanced sale', async () => {
    expect((await sale(await ordered(40, {}, 'AUTOPICK'))).Status).toBe('BACKORDERED');
    account.practice.edits.setStock({ sku: 'SH-102-NVY-M', location: 'Sydney DC', onHand: 100 });
    const advanced = await sale(await ordered(2, { SaleType: 'Advanced' }, 'AUTOPICK'));
    expect([advanced.Status, advanced.Type, advanced.Fulfilments]).toEqual(['ORDERED', 'Advanced Sale', []]);
  });
});

describe('the fulfilment of a simple sale', () => {
  it('goes through pick, pack and ship under its own id', async () => {
    const id = await ordered(10);
    const Lines = [{ SKU: 'SH-102-NVY-M', Location: 'Sydney DC', Quantity: 10 }];
    const early = await account.post('sale/fulfilment/pack', { TaskID: id, Status: 'AUTHORISED', Lines });
    expect(early.json[0].Exception).toBe('Pick is not authorised.');
    await account.post('sale/fulfilment/pick', { TaskID: id, Status: 'DRAFT', Lines });
    expect((await sale(id)).Status).toBe('PICKING');
    await account.put('sale/fulfilment/pick', { TaskID: id, Status: 'AUTHORISED', Lines });
    await account.post('sale/fulfilment/pack', { TaskID: id, Status: 'AUTHORISED', Lines });
    const Ship = [{ ShipmentDate: '2026-12-01', Carrier: 'StarTrack', TrackingNumber: 'ST123', Box: 'Box 1' }];
    const shipped = await account.post('sale/fulfilment/ship', { TaskID: id, Status: 'AUTHORISED', Lines: Ship });
    expect(shipped.json.Lines[0]).toMatchObject({ ShipmentDate: '2026-12-01T00:00:00', Boxes: 'Box 1' });
    expect(await sale(id)).toMatchObject({
      Type: 'Simple Sale',
      CombinedTrackingNumbers: 'ST123',
      CombinedShippingStatus: 'SHIPPED',
    });
    const { Fulfilments } = (await account.get(`sale/fulfilment?SaleID=${id}`)).json;
    expect(Fulfilments[0]).toMatchObject({ TaskID: id, FulfillmentNumber: 1, FulFilmentStatus: 'FULFILLED' });
  });

  it('cannot pick what is not there', async () => {
    const id = await ordered(10);
    const Lines = [{ SKU: 'SH-102-NVY-M', Location: 'Sydney DC', Quantity: 35 }];
    expect((await account.post('sale/fulfilment/pick', { TaskID: id, Status: 'AUTHORISED', Lines })).status).toBe(400);
    expect(await stock()).toMatchObject({ OnHand: 34, Allocated: 10 });
  });

  it('turns into an advanced one for good when a task is added', async () => {
    const id = await ordered(10);
    await account.post('sale/fulfilment', { SaleID: id });
    const [task] = (await account.get(`sale/fulfilment?SaleID=${id}`)).json.Fulfilments;
    expect(task.TaskID).not.toBe(id);
    expect(await sale(id)).toMatchObject({
      Type: 'Advanced Sale',
      Status: 'ORDERED',
      CombinedPickingStatus: 'NOT PICKED',
    });
    await account.post('sale/fulfilment/pick', { TaskID: task.TaskID, AutoPickMode: 'AUTOPICK' });
    expect((await sale(id)).Status).toBe('ORDERED');
    await account.remove(`sale/fulfilment?TaskID=${task.TaskID}`);
    expect(await stock()).toMatchObject({ OnHand: 34, Allocated: 10 });
  });
});

describe('invoices', () => {
  const empty = '00000000-0000-0000-0000-000000000000';
  const invoice = (SaleID: string, TaskID: string, Status: string) =>
    account.post('sale/invoice', { SaleID, TaskID, Status, InvoiceDate: '2026-12-01', Lines: lines(10) });

  it('need an authorised order, and a simple sale has one', async () => {
    const id = await ordered(10);
    const { json } = await invoice(id, empty, 'DRAFT');
    expect(json.Invoices[0]).toMatchObject({ TaskID: id, InvoiceNumber: 'INV-00398', Status: 'DRAFT', Total: 110 });
    expect((await sale(id)).Status).toBe('INVOICING');
    expect((await invoice(id, empty, 'DRAFT')).status).toBe(400);
    await invoice(id, id, 'AUTHORISED');
    expect(await sale(id)).toMatchObject({ Status: 'INVOICED', CombinedInvoiceStatus: 'INVOICED' });
    const [row] = (await account.get('saleList')).json.SaleList;
    expect(row).toMatchObject({ InvoiceNumber: 'INV-00398', InvoiceAmount: 110, InvoiceDate: '2026-12-01T00:00:00' });
    await account.remove(`sale?ID=${id}&Void=true`);
    expect((await invoice(id, empty, 'DRAFT')).json[0].Exception).toBe('Sale is voided.');
  });

  it('paid and shipped complete the sale', async () => {
    const id = await ordered(10);
    account.practice.edits.pickSale({ sale: id, upTo: 'ship', trackingNumber: 'T1' });
    account.practice.edits.invoiceSale({ sale: id, isPaid: true });
    expect(await sale(id)).toMatchObject({ Status: 'COMPLETED', CombinedPaymentStatus: 'PAID' });
    expect((await sale(id)).Invoices[0].Status).toBe('PAID');
  });
});
