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
 * The code for each name in use. What the products did comes first: a name keeps its code while one of its products has
 * it, and takes over the code of products that all moved to it. Only then does an equal name count, so that a new
 * variant under an old name doesn't inherit what belongs to the renamed one. Everything else gets a fresh code.
 */
export function assignCodes(uses: readonly TraitUse[], known: readonly KnownTrait[]): Map<string, string> {
  const assigned = new Map<string, string>();
  const taken = new Set(known.map(({ code }) => code));
  const names = [...new Set(uses.map(({ name }) => name))];
  const inUse = new Set<string>();
  const assign = (name: string, code: string | null | undefined) => {
    if (code == null || assigned.has(name) || inUse.has(code)) return;
    assigned.set(name, code);
    inUse.add(code);
  };
  const named = (name: string, isSame: (a: string, b: string) => boolean) =>
    known.find((trait) => isSame(trait.name, name) && !inUse.has(trait.code))?.code;
  const isEqual = (a: string, b: string) => a === b;
  const isAlike = (a: string, b: string) => fold(a) === fold(b);
  const holds = (name: string, code: string | undefined) =>
    uses.some((use) => use.name === name && use.formerCode === code);

  // To the letter first: a name in another case must not take the code of one that is still there.
  for (const isSame of [isEqual, isAlike])
    for (const name of names) {
      const code = named(name, isSame);
      if (holds(name, code)) assign(name, code);
    }
  for (const name of names) assign(name, renamedFrom(name, uses, inUse));
  for (const isSame of [isEqual, isAlike]) for (const name of names) assign(name, named(name, isSame));
  for (const name of names) {
    if (assigned.has(name)) continue;
    const code = mint(name, taken);
    taken.add(code);
    assign(name, code);
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
