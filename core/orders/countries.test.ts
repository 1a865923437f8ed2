import { describe, expect, it } from 'vitest';
import { countryName, countryNames } from './countries.ts';

describe('countries', () => {
  it('are listed under the names by which orders are compared', () => {
    const names = countryNames();
    expect(names).toEqual(expect.arrayContaining(['Australia', 'Germany', 'United States', 'Türkiye']));
    expect(names).not.toContain('European Union');
    expect(new Set(names).size).toBe(names.length);
    for (const [country, countryIso2] of [
      ['', 'DE'],
      ['US', ''],
      ['Australia', 'AU'],
    ] as const)
      expect(names).toContain(countryName({ country, countryIso2 }));
  });
});
