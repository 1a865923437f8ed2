// Countries as Cin7 Core wants them: by name, never by code (Cin7 13, gotcha 41). JOOR gives a name, a code, or both.

const names = new Intl.DisplayNames(['en'], { type: 'region' });
const known = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes with a name that are no country to ship to: unions, outlying places, former countries and test codes. */
const noCountries = new Set([
  'AC',
  'AN',
  'CP',
  'CQ',
  'CS',
  'DD',
  'DG',
  'EA',
  'EU',
  'EZ',
  'FX',
  'IC',
  'QO',
  'SU',
  'TA',
  'TP',
  'UN',
  'XA',
  'XB',
  'YD',
  'YU',
  'ZZ',
]);

/** Every country by its English name, as orders are compared with it. */
export function countryNames(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return codes
    .flatMap((code) => (noCountries.has(code) ? [] : (known.of(code) ?? [])))
    .filter((name, at, all) => all.indexOf(name) === at)
    .sort((one, other) => one.localeCompare(other, 'en'));
}

/** The country's English name; as JOOR wrote it where it is no code. */
export function countryName({
  country,
  countryIso2,
}: {
  readonly country: string;
  readonly countryIso2: string;
}): string {
  const given = country.trim();
  if (given !== '' && !/^[A-Z]{2,3}$/.test(given)) return given;
  const code = [given, countryIso2.trim().toUpperCase()].find((one) => /^[A-Z]{2}$/.test(one));
  return code === undefined ? given : (names.of(code) ?? given);
}
