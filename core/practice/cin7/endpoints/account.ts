// The account itself: GET /me, /me/contacts, /me/addresses (Cin7 2).
import type { Cin7Context } from '../context.ts';
import { json } from '../http/answers.ts';
import { type Endpoint, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer } from '../http/paging.ts';
import { sameText } from '../state/state.ts';
import { startsWith } from '../wire/filters.ts';
import { businessDate } from '../wire/dates.ts';

export const accountEndpoints: readonly Endpoint[] = [
  { path: 'me', operations: { GET: onQuery([], (_, context) => json(accountObject(context))) } },
  {
    path: 'me/contacts',
    operations: {
      GET: onQuery(
        [...paging, 'ID', 'Name', 'Type', 'DefaultForType', 'Phone', 'Fax', 'Email'],
        ({ query }, { state, switches }) => {
          const [id, isDefault] = [query.guid('ID'), query.flag('DefaultForType')];
          const items = state.references.contacts.filter(
            (contact) =>
              (id === null || sameText(contact.ContactID, id)) &&
              startsWith(contact.Name, query.text('Name')) &&
              startsWith(contact.Phone, query.text('Phone')) &&
              startsWith(contact.Fax, query.text('Fax')) &&
              startsWith(contact.Email, query.text('Email')) &&
              (query.text('Type') === null || sameText(contact.Type, query.text('Type'))) &&
              (isDefault === null || contact.DefaultForType === isDefault),
          );
          return listAnswer(query, switches, {
            key: 'MeContactsList',
            items,
            cap: switches.otherCap,
            row: (row) => row,
          });
        },
      ),
    },
  },
  {
    path: 'me/addresses',
    operations: {
      GET: onQuery([...paging, 'ID', 'Type', 'DefaultForType'], ({ query }, { state, switches }) => {
        const [id, isDefault] = [query.guid('ID'), query.flag('DefaultForType')];
        const items = state.references.addresses.filter(
          (address) =>
            (id === null || sameText(address.AddressID, id)) &&
            (query.text('Type') === null || sameText(address.Type, query.text('Type'))) &&
            (isDefault === null || address.DefaultForType === isDefault),
        );
        return listAnswer(query, switches, {
          key: 'MeAddressesList',
          items,
          cap: switches.otherCap,
          row: (row) => row,
        });
      }),
    },
  },
];

function accountObject({ state, switches }: Cin7Context) {
  const { company, taxRules } = state.references;
  const taxRule = taxRules.find((rule) => rule.IsActive && rule.IsTaxForSale);
  return {
    Company: company.Company,
    Currency: company.Currency,
    TimeZone: company.TimeZone,
    DefaultWeightUnits: 'kg',
    DefaultDimensionsUnits: 'cm',
    LockDate: businessDate(company.LockDate),
    OpeningBalanceDate: businessDate(company.OpeningBalanceDate),
    TaxCalculationMethod: 'Row Total',
    DefaultSaleTaxRuleId: taxRule?.ID ?? null,
    DefaultSaleTaxRuleName: taxRule?.Name ?? null,
    MaximumDecimalPlacesInQuantity: 'N2',
    ApplyCustomerDiscountsAfterOtherDiscounts: false,
    DiscountRule: 'Discount',
    AutomaticallyApplyDiscounts: switches.automaticDiscountPercent > 0,
    RoundingTable: [],
  };
}
