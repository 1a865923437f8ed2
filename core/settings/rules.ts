// Rules that span several settings. Each gives the path that has to change, so that a message can name it.
import { isLoopback, type Settings } from './schema.ts';

export interface BrokenRule {
  readonly path: string;
  readonly sentence: string;
}

/** Every rule between settings that the given ones break; none when they may be used. */
export function brokenRules(settings: Settings): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const { cin7, joor } = settings.connections;

  if (cin7.pace && !isLoopback(cin7.baseUrl))
    broken.push({
      path: 'connections.cin7.pace',
      sentence: 'only a practice account on this computer may have its own pace',
    });
  if (joor.environment === 'custom') {
    for (const name of ['apiUrl', 'authUrl'] as const)
      if (joor[name] === undefined)
        broken.push({ path: `connections.joor.${name}`, sentence: 'must be set when the environment is custom' });
  } else {
    for (const name of ['apiUrl', 'authUrl'] as const)
      if (joor[name] !== undefined)
        broken.push({ path: `connections.joor.${name}`, sentence: 'is only for the custom environment' });
  }
  const joorIsLocal = joor.apiUrl !== undefined && isLoopback(joor.apiUrl);
  if (joor.pace && !joorIsLocal)
    broken.push({
      path: 'connections.joor.pace',
      sentence: 'only a practice account on this computer may have its own pace',
    });

  if (settings.orders.invoice !== 'none' && settings.orders.claim === 'never')
    broken.push({
      path: 'orders.invoice',
      sentence: "can't be used with claim never: Cin7 Core invoices only orders that are authorised",
    });

  const labels = settings.products.priceTypes.map(({ joorPriceType: { name, currency } }) => `${name} ${currency}`);
  const doubled = labels.find((label, index) => labels.indexOf(label) !== index);
  if (doubled !== undefined)
    broken.push({ path: 'products.priceTypes', sentence: `has the price type ${doubled} twice` });

  const warehouses = settings.inventory.warehouses.map(({ joorWarehouse }) => joorWarehouse);
  const twice = warehouses.find((name, index) => warehouses.indexOf(name) !== index);
  if (twice !== undefined)
    broken.push({ path: 'inventory.warehouses', sentence: `has JOOR's warehouse ${twice} twice` });

  return broken;
}
