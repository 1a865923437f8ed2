// Reads the lists that settings are chosen from, in both accounts, when a person asks: a run reads only those that it needs.
import { count } from '../../base/text.ts';
import { withBothAccounts } from '../orders/single.ts';
import type { Services } from '../services.ts';

/** Reads Cin7 Core's reference books and JOOR's price types into the ledger. Throws as `withAccounts` does. */
export function readLists(services: Services): Promise<{ sentence: string }> {
  return withBothAccounts(services, 'reading the lists for the settings', async ({ cin7, joor, ledger, caller }) => {
    const { references } = ledger;
    references.save('location', await cin7.locations(caller));
    references.save('priceTier', await cin7.priceTiers(caller));
    const accounts = await cin7.accounts(caller);
    references.save('account', accounts);
    const taxRules = await cin7.taxRules(caller);
    references.save('taxRule', taxRules);
    const terms = await cin7.paymentTerms(caller);
    references.save('paymentTerm', terms);
    const carriers = await cin7.carriers(caller);
    references.save('carrier', carriers);
    references.save('contact', await cin7.contacts(caller));
    references.save('attributeSet', await cin7.attributeSets(caller));
    references.save('priceType', await joor.priceTypes(caller));
    const read = [
      count(accounts.length, 'account'),
      count(taxRules.length, 'tax rule'),
      count(terms.length, 'payment term'),
    ].join(', ');
    return { sentence: `Read ${read} and ${count(carriers.length, 'carrier')}.` };
  });
}
