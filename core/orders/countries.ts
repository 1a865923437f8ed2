// Countries as Cin7 Core wants them: by name, never by code (Cin7 13, gotcha 41). JOOR gives a name, a code, or both.

const names = new Intl.DisplayNames(['en'], { type: 'region' });

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
