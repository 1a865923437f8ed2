// Codes of colours and sizes: minted once per style and kept for good (STY-3), because JOOR finds stock and order lines
// by them. A renamed colour keeps its code: it is recognised by its products, which all moved to the new name.
import { cut, fold, slug } from '../base/text.ts';

export interface KnownTrait {
  readonly code: string;
  readonly name: string;
}

/** A product's name for this trait now, and the code that it had before, if it was in the style before. */
export interface TraitUse {
  readonly name: string;
  readonly formerCode: string | null;
}

const codeLength = 30;

/**
 * The code for each name in use. Known names keep theirs; a new name takes over the code of a name that is no longer
 * used when all of that code's products moved to it; every other new name gets a fresh code.
 */
export function assignCodes(uses: readonly TraitUse[], known: readonly KnownTrait[]): Map<string, string> {
  const assigned = new Map<string, string>();
  const taken = new Set(known.map(({ code }) => code));
  const names = [...new Set(uses.map(({ name }) => name))];

  // Names to the letter first: one in another case must not take the code of a name that is still there.
  const inUse = new Set<string>();
  for (const isSame of [(a: string, b: string) => a === b, (a: string, b: string) => fold(a) === fold(b)])
    for (const name of names) {
      const same = known.find((trait) => isSame(trait.name, name) && !inUse.has(trait.code));
      if (same === undefined || assigned.has(name)) continue;
      assigned.set(name, same.code);
      inUse.add(same.code);
    }
  for (const name of names) {
    if (assigned.has(name)) continue;
    const code = renamedFrom(name, uses, inUse) ?? mint(name, taken);
    taken.add(code);
    inUse.add(code);
    assigned.set(name, code);
  }
  // In the order of use, whichever rule gave the code: positions must not depend on how a name was recognised.
  return new Map(names.map((name) => [name, assigned.get(name) ?? '']));
}

/** The one former code that all its remaining products left for this name; null when there is none. */
function renamedFrom(name: string, uses: readonly TraitUse[], inUse: ReadonlySet<string>): string | null {
  const former = new Set(uses.filter((use) => use.name === name).map(({ formerCode }) => formerCode));
  for (const code of former) {
    if (code === null || inUse.has(code)) continue;
    if (uses.every((use) => use.formerCode !== code || use.name === name)) return code;
  }
  return null;
}

function mint(name: string, taken: ReadonlySet<string>): string {
  const base = cut(slug(name), codeLength) || 'X';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const code = `${cut(base, codeLength - 4)}-${number}`;
    if (!taken.has(code)) return code;
  }
}
