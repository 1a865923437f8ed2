import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';

const lines = (...row: (string | number | null)[]) => csvText([row]).slice(1, -2);

describe('CSV', () => {
  it('quotes what would break a row, and leaves plain cells as they are', () => {
    expect(lines('DR-214', 'Dress, long', 'the "Ines"', null, 12)).toBe('DR-214,"Dress, long","the ""Ines""",,12');
  });

  it('SEC-2: takes no text for a formula, and lets numbers be numbers', () => {
    expect(lines('=1+1', '+44 20', '-344.00', '@x', '\t=1')).toBe("'=1+1,'+44 20,-344.00,'@x,'\t=1");
  });

  it('gives back every cell, whatever stands in it', () => {
    const parse = (text: string) =>
      [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, bare]) =>
        quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
      );
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
          { minLength: 1 },
        ),
        (row) => {
          expect(parse(lines('first', ...row))).toEqual(['first', ...row]);
        },
      ),
    );
  });
});
