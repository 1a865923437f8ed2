// Countries in the three ways in which JOOR's orders write them: English name, two letters, three letters. The table
// holds the countries that practice needs; others keep their name and have no codes.

const threeLetters: Readonly<Record<string, string>> = {
  AE: 'ARE',
  AT: 'AUT',
  AU: 'AUS',
  BE: 'BEL',
  BR: 'BRA',
  CA: 'CAN',
  CH: 'CHE',
  CN: 'CHN',
  CZ: 'CZE',
  DE: 'DEU',
  DK: 'DNK',
  ES: 'ESP',
  FI: 'FIN',
  FR: 'FRA',
  GB: 'GBR',
  GR: 'GRC',
  HK: 'HKG',
  IE: 'IRL',
  IL: 'ISR',
  IN: 'IND',
  IS: 'ISL',
  IT: 'ITA',
  JP: 'JPN',
  KR: 'KOR',
  KW: 'KWT',
  LU: 'LUX',
  MX: 'MEX',
  MY: 'MYS',
  NL: 'NLD',
  NO: 'NOR',
  NZ: 'NZL',
  PL: 'POL',
  PT: 'PRT',
  QA: 'QAT',
  SA: 'SAU',
  SE: 'SWE',
  SG: 'SGP',
  TH: 'THA',
  TW: 'TWN',
  US: 'USA',
  ZA: 'ZAF',
};

const englishNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export interface Country {
  readonly name: string;
  readonly isoTwo: string;
  readonly isoThree: string;
}

/** The country that a name or a two-letter code means; an unknown name is kept and has no codes. */
export function countryOf(text: string): Country {
  const given = text.trim();
  const isoTwo = /^[A-Za-z]{2}$/.test(given) ? given.toUpperCase() : codeOf(given);
  if (isoTwo === '') return { name: given, isoTwo: '', isoThree: '' };
  return { name: englishNames.of(isoTwo) ?? given, isoTwo, isoThree: threeLetters[isoTwo] ?? '' };
}

function codeOf(name: string): string {
  const folded = name.toLowerCase();
  return Object.keys(threeLetters).find((code) => englishNames.of(code)?.toLowerCase() === folded) ?? '';
}
