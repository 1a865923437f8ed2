// JOOR's warehouses with the Cin7 locations that they add up, as the settings name them, by name or id.
import { fold } from '../../base/text.ts';
import type { Location } from '../../model/account.ts';
import type { Settings } from '../../settings/index.ts';

export interface Warehouse {
  readonly name: string;
  /** Names of its locations, as stock rows carry them. */
  readonly locations: readonly string[];
  /** Locations of the settings that Cin7 Core doesn't have any more, or has deprecated. */
  readonly missing: readonly string[];
}

/** The warehouses of the settings, resolved against Cin7 Core's locations. */
export function warehousesOf(settings: Settings['inventory'], locations: readonly Location[]): Warehouse[] {
  return settings.warehouses.map(({ joorWarehouse, locations: named }) => {
    const found = named.map((name) => ({ name, location: findLocation(name, locations) }));
    return {
      name: joorWarehouse,
      locations: found.flatMap(({ location }) => (location === null ? [] : [location.name])),
      missing: found.flatMap(({ name, location }) => (location === null ? [name] : [])),
    };
  });
}

/** The location of this name or id that is in use; null when there is none. */
function findLocation(nameOrId: string, locations: readonly Location[]): Location | null {
  const live = locations.filter(({ isDeprecated }) => !isDeprecated);
  return live.find(({ id }) => id === fold(nameOrId)) ?? live.find(({ name }) => fold(name) === fold(nameOrId)) ?? null;
}
