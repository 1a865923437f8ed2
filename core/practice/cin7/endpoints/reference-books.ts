// The reference books: tiers, taxes, terms, accounts, carriers, categories, brands, units, attribute sets (Cin7 3.4, 7).
// List keys are irregular on purpose, and an unknown account code is an error instead of an empty list.
import { json, refuse } from '../http/answers.ts';
import { type Endpoint, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer } from '../http/paging.ts';
import type { NamedRow, References } from '../state/references.ts';
import { sameText } from '../state/state.ts';
import { equals, startsWith } from '../wire/filters.ts';

export const referenceEndpoints: readonly Endpoint[] = [
  named('ref/category', 'CategoryList', (books) => books.categories),
  named('ref/brand', 'BrandList', (books) => books.brands),
  named('ref/unit', 'UnitList', (books) => books.units),
  named('ref/attributeset', 'AttributeSetList', (books) => books.attributeSets),
  {
    path: 'ref/pricetier',
    operations: {
      GET: onQuery([], (_, { state }) =>
        json({ PriceTiers: state.references.tierNames.map((name, index) => ({ Code: index + 1, Name: name })) }),
      ),
    },
  },
  {
    path: 'ref/tax',
    operations: {
      GET: onQuery(
        [...paging, 'ID', 'Name', 'IsActive', 'IsTaxForSale', 'IsTaxForPurchase', 'Account'],
        ({ query }, { state, switches }) => {
          const id = query.guid('ID');
          const items = state.references.taxRules.filter(
            (rule) =>
              (id === null || sameText(rule.ID, id)) &&
              startsWith(rule.Name, query.text('Name')) &&
              equals(rule.Account, query.text('Account')) &&
              isFlag(rule.IsActive, query.flag('IsActive')) &&
              isFlag(rule.IsTaxForSale, query.flag('IsTaxForSale')) &&
              isFlag(rule.IsTaxForPurchase, query.flag('IsTaxForPurchase')),
          );
          return listAnswer(query, switches, { key: 'TaxRuleList', items, cap: switches.otherCap, row: itself });
        },
      ),
    },
  },
  {
    path: 'ref/paymentterm',
    operations: {
      GET: onQuery([...paging, 'ID', 'Name', 'Method', 'IsActive', 'IsDefault'], ({ query }, { state, switches }) => {
        const id = query.guid('ID');
        const items = state.references.paymentTerms.filter(
          (term) =>
            (id === null || sameText(term.ID, id)) &&
            startsWith(term.Name, query.text('Name')) &&
            equals(term.Method, query.text('Method')) &&
            isFlag(term.IsActive, query.flag('IsActive')) &&
            isFlag(term.IsDefault, query.flag('IsDefault')),
        );
        return listAnswer(query, switches, { key: 'PaymentTermList', items, cap: switches.otherCap, row: itself });
      }),
    },
  },
  {
    path: 'ref/account',
    operations: {
      GET: onQuery([...paging, 'Code', 'Name', 'Type', 'Status'], ({ query }, { state, switches }) => {
        const code = query.text('Code');
        const { accounts } = state.references;
        if (code !== null && !accounts.some((account) => sameText(account.Code, code))) {
          refuse('Account with specified ID not found');
        }
        const items = accounts.filter(
          (account) =>
            equals(account.Code, code) &&
            startsWith(account.Name, query.text('Name')) &&
            equals(account.Type, query.text('Type')) &&
            equals(account.Status, query.text('Status')),
        );
        return listAnswer(query, switches, { key: 'AccountsList', items, cap: switches.otherCap, row: itself });
      }),
    },
  },
  {
    path: 'ref/account/bank',
    operations: {
      GET: onQuery([...paging, 'AccountID', 'AccountName'], ({ query }, { state, switches }) => {
        const items = state.references.accounts
          .filter(({ Type, Name }) => Type === 'BANK' && startsWith(Name, query.text('AccountName')))
          .map(({ Code, Name }) => ({ AccountID: Code, AccountName: Name }));
        return listAnswer(query, switches, { key: 'BankAccountsList', items, cap: switches.otherCap, row: itself });
      }),
    },
  },
  {
    path: 'ref/carrier',
    operations: {
      GET: onQuery([...paging, 'CarrierID', 'Description'], ({ query }, { state, switches }) => {
        const id = query.guid('CarrierID');
        const items = state.references.carriers.filter(
          (carrier) =>
            (id === null || sameText(carrier.CarrierID, id)) &&
            startsWith(carrier.Description, query.text('Description')),
        );
        return listAnswer(query, switches, { key: 'CarrierList', items, cap: switches.otherCap, row: itself });
      }),
    },
  },
];

function named(path: string, key: string, book: (books: References) => readonly NamedRow[]): Endpoint {
  return {
    path,
    operations: {
      GET: onQuery([...paging, 'ID', 'Name'], ({ query }, { state, switches }) => {
        const id = query.guid('ID');
        const items = book(state.references).filter(
          (row) => (id === null || sameText(row.ID, id)) && startsWith(row.Name, query.text('Name')),
        );
        return listAnswer(query, switches, { key, items, cap: switches.otherCap, row: itself });
      }),
    },
  };
}

function isFlag(value: boolean, wanted: boolean | null): boolean {
  return wanted === null || value === wanted;
}

function itself<Row>(row: Row): Row {
  return row;
}
