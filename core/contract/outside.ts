// The sites of both accounts where a person can be sent. A shell hands exactly these to the system and nothing else.
export const outsideSites = {
  cin7: 'https://inventory.dearsystems.com',
  joorLive: 'https://www.jooraccess.com',
  joorSandbox: 'https://sandbox.jooraccess.com',
} as const;

const known: readonly string[] = Object.values(outsideSites);

/** What can be opened there: a thing by its id, or the site itself. */
export const outsideKinds = ['cin7-sale', 'cin7-product', 'joor-order', 'cin7', 'joor'] as const;
export type OutsideKind = (typeof outsideKinds)[number];

/** True for an address on one of the sites, whatever its path. */
export function isOutsideSite(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  // The origin of a blob is that of whoever made it.
  return protocol === 'https:' && known.includes(origin);
}
