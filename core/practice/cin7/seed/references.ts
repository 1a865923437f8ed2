// The reference books of the practice account: taxes, terms, accounts, carriers and people, with the near-duplicates and
// inactive entries that accounts gather over the years (Cin7 7).
import { addDays, instantOf, plainDateIn } from '../../../base/dates.ts';
import type { Ids } from '../../../base/ports.ts';
import type { Brand } from '../../brand/types.ts';
import type { AccountRow, NamedRow, PaymentTermRow, References, TaxRuleRow } from '../state/references.ts';

export const salesTax = 'GST on Income';
export const exportTax = 'GST Free Exports';
export const freightService = 'Freight';
export const receivableAccount = '610';
export const revenueAccount = '200';

/** The reference books for a brand at a moment. */
export function seedReferences(brand: Brand, ids: Ids, now: number): References {
  const named = (Name: string): NamedRow => ({ ID: ids.uuid(), Name });
  const { company, tierNames } = brand;
  const categories = [...new Set(brand.styles.map((style) => style.category)), 'Services'].sort();
  return {
    company: {
      Company: company.name,
      Currency: company.currency,
      TimeZone: company.timeZone,
      LockDate: lastQuarterEnd(plainDateIn(company.timeZone, instantOf(now))),
      OpeningBalanceDate: '2023-07-01',
    },
    contacts: [
      companyContact('Isla Marsh', 'Sale', 'isla@auroraapparel.example', true),
      companyContact('Tom Okafor', 'Sale', 'tom@auroraapparel.example', false),
      companyContact('Accounts', 'Billing', 'accounts@auroraapparel.example', true),
      companyContact('Priya Nair', 'Business', 'priya@auroraapparel.example', true),
    ],
    addresses: [
      {
        AddressID: ids.uuid(),
        Line1: '14 Foundry Ln',
        Line2: '',
        City: 'Marrickville',
        State: 'NSW',
        Postcode: '2204',
        Country: 'Australia',
        Type: 'Business',
        DefaultForType: true,
      },
    ],
    categories: categories.map(named),
    brands: ['Aurora', 'Aurora Studio'].map(named),
    units: ['Item', 'Pair', 'Each'].map(named),
    taxRules: [
      taxRule(salesTax, 10, { components: true }),
      taxRule(exportTax, 0),
      taxRule('BAS Excluded', 0),
      taxRule('GST on Expenses', 10, { sale: false, purchase: true }),
      taxRule('GST on Income (old)', 10, { active: false }),
    ],
    paymentTerms: [
      term('30 days', 30, { isDefault: true }),
      term('14 days', 14),
      term('60 days', 60),
      term('Prepaid', 0),
      term('20th of next month', 20, { method: 'day of next month' }),
      term('Net 30', 30, { active: false }),
    ],
    accounts: [
      account('090', 'Business Bank Account', 'BANK', 'ASSET', null, null),
      account(revenueAccount, 'Sales', 'REVENUE', 'REVENUE', null, null),
      account('210', 'Freight Income', 'REVENUE', 'REVENUE', null, null),
      account('310', 'Cost of Goods Sold', 'DIRECTCOSTS', 'EXPENSE', 'Cost of goods sold', 'COGS'),
      account(receivableAccount, 'Accounts Receivable', 'CURRENT', 'ASSET', 'Accounts receivable', 'DEBTORS'),
      account('630', 'Inventory', 'INVENTORY', 'ASSET', 'Inventory', 'INVENTORY'),
      account('800', 'Accounts Payable', 'CURRLIAB', 'LIABILITY', 'Accounts payable', 'CREDITORS'),
      account('820', 'GST', 'CURRLIAB', 'LIABILITY', 'GST', 'GST'),
    ],
    carriers: ['Australia Post', 'StarTrack', 'DHL Express', 'FedEx International', 'Customer Pick Up'].map((name) => ({
      CarrierID: ids.uuid(),
      Description: name,
    })),
    attributeSets: [attributeSet('Apparel', 'Fabric', 'Care'), attributeSet('Wholesale', 'JOOR code', 'Territory')],
    tierNames: [...tierNames],
  };

  function companyContact(Name: string, Type: string, Email: string, DefaultForType: boolean) {
    const contact = { ContactID: ids.uuid(), Name, Phone: '02 5550 1200', Fax: '', Email };
    return { ...contact, Website: '', Comment: '', Type, DefaultForType };
  }

  function taxRule(
    Name: string,
    TaxPercent: number,
    { sale = true, purchase = false, active = true, components = false } = {},
  ): TaxRuleRow {
    const component = { Name: 'GST', Percent: `${TaxPercent}.0000000000`, AccountCode: '820', ComponentOrder: '1' };
    return {
      ID: ids.uuid(),
      Name,
      Account: '820',
      IsActive: active,
      TaxInclusive: false,
      TaxPercent,
      IsTaxForSale: sale,
      IsTaxForPurchase: purchase,
      Components: components ? [{ ID: ids.uuid().toUpperCase(), ...component }] : [],
    };
  }

  function term(
    Name: string,
    Duration: number,
    { method = 'number of days', active = true, isDefault = false } = {},
  ): PaymentTermRow {
    return { ID: ids.uuid(), Name, Duration, Method: method, IsActive: active, IsDefault: isDefault };
  }

  function attributeSet(Name: string, first: string, second: string) {
    const names = [first, second];
    const attributes: Record<string, string | null> = {};
    for (let at = 1; at <= 10; at += 1) {
      attributes[`Attribute${at}Name`] = names[at - 1] ?? '';
      attributes[`Attribute${at}Type`] = names[at - 1] === undefined ? '' : 'Text';
    }
    return Object.assign(attributes, named(Name));
  }
}

function account(
  Code: string,
  Name: string,
  Type: string,
  Class: string,
  SystemAccount: string | null,
  SystemAccountCode: string | null,
): AccountRow {
  return {
    Code,
    Status: 'ACTIVE',
    Name,
    Type,
    Description: '',
    Class,
    SystemAccount,
    SystemAccountCode,
    BankAccountNumber: Type === 'BANK' ? '062000 12345678' : null,
    BankAccountId: null,
    ForPayments: Type === 'BANK',
    DisplayName: `${Code}: ${Name}`,
    OldCode: null,
  };
}

/** The last end of a quarter that lies at least 45 days back: books are closed some weeks after. */
function lastQuarterEnd(today: string): string {
  const latest = addDays(today, -45);
  const year = Number(latest.slice(0, 4));
  const ends = [`${year - 1}-12-31`, `${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`];
  return ends.findLast((end) => end <= latest) ?? `${year - 1}-12-31`;
}
