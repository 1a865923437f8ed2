// Countries: the API takes and gives names, codes only on request of `GET /sale` (Cin7 9.5, gotcha 41).
import type { Cin7PracticeSwitches } from '../switches.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Two-letter codes by folded name, from the tables of the runtime. */
const codesByName: ReadonlyMap<string, string> = (() => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const byName = new Map<string, string>();
  for (const code of codes) {
    const name = names.of(code);
    if (name !== undefined && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), code);
  }
  return byName;
})();

/** Three-letter codes of the countries that the practice data uses; the runtime has no table of them. */
const threeLetters: Readonly<Record<string, string>> = {
  AU: 'AUS',
  CA: 'CAN',
  CN: 'CHN',
  DE: 'DEU',
  FR: 'FRA',
  GB: 'GBR',
  IE: 'IRL',
  IN: 'IND',
  IT: 'ITA',
  JP: 'JPN',
  NZ: 'NZL',
  PT: 'PRT',
  US: 'USA',
};

/** Refuses what isn't the name of a country. The message is invented. */
export function countryProblem(country: string | null | undefined, switches: Cin7PracticeSwitches): string | null {
  const name = country?.trim() ?? '';
  if (name === '' || switches.countryCodes === 'accepted' || codesByName.has(name.toLowerCase())) return null;
  return `Country with name '${name}' was not found in Countries reference book`;
}

/** A country in the format that `GET /sale` was asked for: Regular, Code2 or Code. */
export function countryIn(format: string | null, country: string): string {
  const code = codesByName.get(country.toLowerCase());
  if (code === undefined) return country;
  if (format?.toLowerCase() === 'code2') return code;
  return format?.toLowerCase() === 'code' ? (threeLetters[code] ?? code) : country;
}
