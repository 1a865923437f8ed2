// "Use this product from now on": what people decided about names on order lines (ORD-2). The next check of an order
// follows it; no run is needed to set one.
import { instantOf } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import { fold } from '../base/text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Product } from '../model/product.ts';
import { changeLedger, readLedger, type Services } from './services.ts';

export interface AliasView {
  readonly name: string;
  readonly productId: string;
  /** The product's SKU as it is now; null when Cin7 Core no longer has it. */
  readonly sku: string | null;
  readonly who: string;
  readonly at: string;
}

export interface NewAlias {
  /** The name as it stands on the order line. */
  readonly name: string;
  /** The product's id or its SKU. */
  readonly product: string;
  /** Whose decision it is. */
  readonly who: string;
}

/** Every alias by name. */
export function listAliases(services: Services): Promise<AliasView[]> {
  return readLedger(
    services,
    (ledger) =>
      ledger.aliases.list().map(({ name, productId, who, at }) => ({
        name,
        productId,
        sku: ledger.products.byId(productId)?.sku ?? null,
        who,
        at,
      })),
    () => [],
  );
}

/** Decides what a name stands for from now on. Throws `usage` for no name, or no active product of that id or SKU. */
export function setAlias(services: Services, { name, product, who }: NewAlias): Promise<AliasView> {
  const at = instantOf(services.clock.now());
  return changeLedger(services, (ledger) => {
    if (name.trim() === '')
      throw new SeamlineError('usage', {
        sentence: 'An alias needs the name that stands on the order line.',
        nextStep: 'Take it from "seamline orders show" with the number of the order.',
      });
    const { id, sku } = productFor(ledger, product);
    ledger.aliases.set({ name: name.trim(), productId: id, who, at });
    return { name: name.trim(), productId: id, sku, who, at };
  });
}

/** Takes an alias back. Throws `not-found` when there is none for the name. */
export function removeAlias(services: Services, name: string): Promise<void> {
  return changeLedger(services, (ledger) => {
    if (!ledger.aliases.remove(name))
      throw new SeamlineError('not-found', {
        sentence: `There is no alias for ${name}.`,
        nextStep: 'List all with "seamline aliases".',
      });
  });
}

function productFor(ledger: Ledger, wanted: string): Product {
  const bySku = ledger.products.bySku(wanted);
  const found = ledger.products.byId(wanted) ?? bySku.find(({ sku }) => sku === wanted) ?? bySku[0] ?? null;
  if (found !== null && fold(found.status) === 'active') return found;
  throw new SeamlineError('usage', {
    sentence: found === null ? `Cin7 has no product ${wanted}.` : `${found.sku} isn't active in Cin7.`,
    nextStep: 'Name the SKU of an active product. One that was created just now is known after the next run.',
  });
}
