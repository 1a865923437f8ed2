// Customers over the wire.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestAccount, startAccount } from './test-account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount({ awkward: true });
});
afterAll(() => account.stop());

const byName = async (name: string, more = '') =>
  (await account.get(`customer?Name=${encodeURIComponent(name)}${more}`)).json.CustomerList[0];

const good = {
  Name: 'Tide & Timber',
  Status: 'Active',
  Currency: 'AUD',
  PaymentTerm: '30 days',
  AccountReceivable: '610',
  RevenueAccount: '200',
  TaxRule: 'GST on Income',
};

describe('customers', () => {
  it("carry JOOR's code in the first additional attribute", async () => {
    const retailer = account.brand.retailers[0];
    const row = await byName(retailer?.name ?? '');
    expect(row).toMatchObject({ ID: retailer?.id, AdditionalAttribute1: 'NB-0001', Currency: 'AUD', Status: 'Active' });
    expect(row.Addresses.map((address: { Type: string }) => address.Type)).toEqual(['Billing', 'Shipping']);
    expect(row.Addresses[0]).not.toHaveProperty('CustomerID');
    expect(row).not.toHaveProperty('ProductPrices');
  });

  it('are listed by name, without the deprecated ones', async () => {
    const { CustomerList } = (await account.get('customer')).json;
    const names: string[] = CustomerList.map((row: { Name: string }) => row.Name.toUpperCase());
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
    expect(await byName('Awkward Deprecated')).toBeUndefined();
    expect(await byName('Awkward Deprecated', '&IncludeDeprecated=true')).toBeDefined();
  });

  it("are found by the start of a contact's name or the whole e-mail", async () => {
    const found = async (filter: string) =>
      (await account.get(`customer?ContactFilter=${encodeURIComponent(filter)}`)).json.Total;
    expect(await found('Second Bu')).toBe(1);
    expect(await found('second@two.example')).toBe(1);
    expect(await found('second@two')).toBe(0);
  });

  it('come with two default contacts, or with no address at all', async () => {
    expect((await byName('Awkward Two')).Contacts.map((contact: { Default: boolean }) => contact.Default)).toEqual([
      true,
      true,
    ]);
    expect((await byName('Awkward No Address')).Addresses).toEqual([]);
  });

  it('need seven things to be created, and each name once', async () => {
    const made = (
      await account.post('customer', {
        ...good,
        Addresses: [{ Line1: '5 Bay Rd', Country: 'Australia', Type: 'Billing' }],
      })
    ).json;
    expect(made.CustomerList[0].Addresses[0]).toMatchObject({ CustomerID: made.CustomerList[0].ID, Line1: '5 Bay Rd' });
    const again = await account.post('customer', { ...good, Name: 'TIDE & TIMBER' });
    expect([again.status, again.json[0].Exception]).toEqual([400, "Customer with specified 'Name' already exists."]);
    const { TaxRule: _, ...without } = good;
    expect((await account.post('customer', { ...without, Name: 'B' })).json[0].Exception).toContain("'TaxRule'");
  });

  it.each([
    [{ PaymentTerm: 'Net 30' }, 'Active payment term with name Net 30 was not found in Payment Terms reference book'],
    [
      { SalesRepresentative: 'Nobody' },
      "Sales Representative 'Nobody' was not found in Company Contacts reference book",
    ],
    [
      { TaxRule: 'GST on Expenses' },
      "Tax Rule with name 'GST on Expenses' was not found in Taxation Rules reference book",
    ],
    [{ AccountReceivable: '200' }, "AccountReceivable with code '200' is not an Accounts Receivable account"],
    [{ Location: 'Old Warehouse' }, "Location with name 'Old Warehouse' was not found in Locations reference book"],
  ])('refuse %o', async (change, message) => {
    const reply = await account.post('customer', { ...good, Name: 'Refused', ...change });
    expect([reply.status, reply.json[0].Exception]).toEqual([400, message]);
  });

  it('want the name of a country, not its code', async () => {
    const Addresses = [{ Line1: '1 High St', Country: 'AU', Type: 'Shipping' }];
    const reply = await account.post('customer', { ...good, Name: 'Coded', Addresses });
    expect(reply.status).toBe(400);
  });

  it('change only in what a PUT names; unknown addresses are added, none removed', async () => {
    const before = await byName('Tide & Timber');
    account.clock.advance(1000);
    const { json } = await account.put('customer', {
      ID: before.ID,
      Tags: 'JOOR,VIP',
      Addresses: [{ Line1: 'Dock 4', Country: 'Australia', Type: 'Shipping' }],
    });
    const [after] = json.CustomerList;
    expect(after).toMatchObject({ Tags: 'JOOR,VIP', Name: before.Name, PaymentTerm: '30 days' });
    expect(after.Addresses).toHaveLength(2);
    expect(after.LastModifiedOn > before.LastModifiedOn).toBe(true);
  });
});

describe('a customer that a client made', () => {
  it('may be missing from lists for some seconds, and is there at once by its ID', async () => {
    account.practice.switches.lateCustomerListSeconds = 30;
    const [{ ID }] = (await account.post('customer', { ...good, Name: 'Late & Listed' })).json.CustomerList;
    expect(await byName('Late & Listed')).toBeUndefined();
    expect((await account.get(`customer?ID=${ID}`)).json.Total).toBe(1);
    account.clock.advance(30_000);
    expect(await byName('Late & Listed')).toMatchObject({ ID });
    account.practice.switches.lateCustomerListSeconds = 0;
  });
});
