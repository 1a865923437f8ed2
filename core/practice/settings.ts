// The settings that fit the practice brand: what a person would choose in set-up with these two accounts in front of
// them, and the keys that they would type. For the demo, the practice command, practice mode and tests.
import type { PlainDate } from '../base/dates.ts';
import type { SecretName } from '../base/ports.ts';
import type { Practice } from './practice.ts';

/** Settings as a file would hold them. `rateOf` is the day of the exchange rate; go-live is the caller's choice. */
export function practiceSettings(
  { cin7, joor, brand }: Pick<Practice, 'cin7' | 'joor' | 'brand'>,
  { goLive, rateOf }: { readonly goLive?: string; readonly rateOf: PlainDate },
) {
  return {
    connections: {
      cin7: { baseUrl: cin7.baseUrl },
      joor: { environment: 'custom', accountId: joor.accountId, apiUrl: joor.apiUrl, authUrl: joor.authUrl },
    },
    products: {
      selectTags: ['JOOR'],
      excludeTags: ['NotWholesale'],
      priceTypes: brand.priceTypes.map(({ name, currency, wholesaleTier, retailTier }) => ({
        joorPriceType: { name, currency },
        wholesaleTier,
        retailTier,
      })),
    },
    customers: { codeFrom: { attribute: 1 } },
    inventory: { warehouses: [{ joorWarehouse: 'Main', locations: [brand.locations[0]?.name ?? ''] }] },
    orders: {
      ...(goLive === undefined ? {} : { goLive }),
      freightService: 'Freight',
      currencyRates: { USD: { rate: '1.52', asOf: rateOf } },
    },
  };
}

/** The keys that open both practice accounts. */
export function practiceKeys({ cin7, joor }: Pick<Practice, 'cin7' | 'joor'>): Record<SecretName, string> {
  return {
    'cin7.accountId': cin7.accountId,
    'cin7.applicationKey': cin7.applicationKey,
    'joor.token': joor.token,
    'joor.clientId': joor.clientId,
    'joor.clientSecret': joor.clientSecret,
    'joor.username': joor.username,
    'joor.password': joor.password,
  };
}
