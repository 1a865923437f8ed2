// Answers of set-up become settings: what the data decides is taken over once both accounts were read, what a person chooses
// when they choose it. Each save is compare-and-swap, so nothing that was set elsewhere is lost.
import { instantOf, plainDateIn } from '../../base/dates.ts';
import { SeamlineError } from '../../base/errors.ts';
import { guessPriceTypes } from '../../catalog/infer.ts';
import type { QueryOutput } from '../../contract/queries.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';
import { readLedger, type Services } from '../services.ts';
import {
  foundCodeSource,
  warehouseNames,
  withCodeSource,
  withLocations,
  withRate,
  withTier,
  type SetupFacts,
} from './choices.ts';
import { setupReview } from './review.ts';

/** What set-up inferred and what it asks. Throws `not-found` before both accounts were read. */
export function review(services: Services): Promise<QueryOutput<'setup.review'>> {
  return withFacts(services, setupReview);
}

/** Takes over what nobody set and the data decides; gives how many settings that were. */
export async function takeOverFindings(services: Services): Promise<number> {
  const { settings, found } = await withFacts(services, (facts) => ({
    settings: facts.settings,
    found: findings(facts),
  }));
  if (found.length === 0) return 0;
  await services.profile.settings.save(found.reduce((next, change) => change(next), settings));
  return found.length;
}

/** Applies a person's answer to one row of the review. Throws `usage` for an answer that isn't one, and as saving does. */
export async function answerSetup(services: Services, key: string, values: readonly string[]): Promise<Settings> {
  const next = await withFacts(services, (facts) => answered(facts, key, values));
  return services.profile.settings.save(next);
}

function answered(facts: SetupFacts, key: string, values: readonly string[]): Settings {
  const { settings } = facts;
  const [subject, name] = splitKey(key);
  const [first] = values;
  if (subject === 'stock') return withLocations(settings, name, values);
  if (first === undefined) throw noAnswer(key);
  if (subject === 'tags') return { ...settings, products: { ...settings.products, selectTags: [...values] } };
  if (subject === 'price' && /^\d+$/.test(first)) return withTier(facts, name, Number(first));
  if (subject === 'customer-code') return withCodeSource(settings, first);
  if (subject === 'rate') return withRate(facts, name, first);
  if (subject === 'linesheets')
    return { ...settings, linesheets: { ...settings.linesheets, from: { kind: 'tagPrefix', prefix: first } } };
  throw noAnswer(key);
}

function splitKey(key: string): [string, string] {
  const at = key.indexOf(':');
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/** Changes that the data decides, for what nobody set yet. */
function findings(facts: SetupFacts): ((settings: Settings) => Settings)[] {
  const { settings, ledger, currency } = facts;
  const found: ((settings: Settings) => Settings)[] = [];
  if (settings.products.priceTypes.length === 0) {
    const priceTypes = guessPriceTypes(
      ledger.references.list('priceType'),
      ledger.references.list('priceTier'),
      currency,
    ).flatMap(({ setting }) => setting ?? []);
    if (priceTypes.length > 0) found.push((from) => ({ ...from, products: { ...from.products, priceTypes } }));
  }
  if (settings.customers.codeFrom === undefined) {
    const codeFrom = foundCodeSource(facts);
    if (codeFrom !== null) found.push((from) => ({ ...from, customers: { ...from.customers, codeFrom } }));
  }
  const [warehouse, ...moreWarehouses] = warehouseNames(facts);
  const [location, ...moreLocations] = ledger.references.list('location').filter(({ isDeprecated }) => !isDeprecated);
  const isPlain = moreWarehouses.length === 0 && moreLocations.length === 0;
  if (settings.inventory.warehouses.length === 0 && isPlain && warehouse !== undefined && location !== undefined)
    found.push((from) => withLocations(from, warehouse, [location.name]));
  return found;
}

function withFacts<Result>(services: Services, work: (facts: SetupFacts) => Result): Promise<Result> {
  return readLedger(
    services,
    (ledger, settings) => work(factsOf(services, ledger, settings)),
    () => {
      throw new SeamlineError('not-found', {
        sentence: 'Nothing was read from the accounts yet, so there is nothing to review.',
        nextStep: 'Read both accounts first.',
      });
    },
  );
}

function factsOf({ clock }: Services, ledger: Ledger, settings: Settings): SetupFacts {
  const [company] = ledger.references.list('company');
  return {
    settings,
    ledger,
    currency: company?.currency ?? '',
    today: plainDateIn(company?.timeZone ?? 'UTC', instantOf(clock.now())),
  };
}

function noAnswer(key: string): SeamlineError {
  return new SeamlineError('usage', {
    sentence: "That isn't one of the choices.",
    nextStep: 'Choose one of those that are shown.',
    details: { key },
  });
}
