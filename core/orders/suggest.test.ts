import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleLine, sampleProduct } from '../model/test-samples.ts';
import { suggestProducts } from './suggest.ts';

const product = (sku: string, barcode: string | null = null) => sampleProduct(sku, { sku, barcode });
const suggest = (name: string, candidates: readonly ReturnType<typeof product>[], upc = '') =>
  suggestProducts(sampleLine('x', { upc }), name, candidates).map(({ sku, why }) => [sku, why]);

describe('ORD-2 suggestions for a line without a product', () => {
  it.each<[string, string, string | null, string, string]>([
    ['sh-102-nvy-m', 'SH-102-NVY-M', null, '', 'Its SKU differs only in capital letters.'],
    ['SH 102 NVY-M', 'SH-102-NVY-M', null, '', 'Its SKU differs only in spaces and signs.'],
    ['SH-0102-NVY-M', 'SH-102-NVY-M', null, '', 'Its SKU differs only in leading zeros.'],
    ['SH00102M', 'SH102M', null, '', 'Its SKU differs only in leading zeros.'],
    ['033383007400', 'SH-102-NVY-M', '033383007400', '', 'Its barcode is 033383007400.'],
    ['SHIRT', 'SH-102-NVY-M', '33383007400', '033383007400', 'Its barcode 33383007400 differs only in leading zeros.'],
    ['SHIRT', '033383007400', null, '33383007400', "Its SKU is the line's barcode."],
    ['SH-102-BLU-M', 'SH-102-BLUE-M', null, '', 'One letter of its SKU is missing, added or swapped.'],
    ['SH-102-BULE-M', 'SH-102-BLUE-M', null, '', 'One letter of its SKU is missing, added or swapped.'],
  ])('%s may mean %s', (name, sku, barcode, upc, why) => {
    expect(suggest(name, [product('OTHER-1'), product(sku, barcode)], upc)).toEqual([[sku, why]]);
  });

  it('are the closest three, closest first', () => {
    const names = ['SH-102-BLUE-M', 'SH-0102-BLU-M', 'sh-102-blu-m', 'SH-102 BLU-M'];
    const candidates = names.map((sku) => product(sku));
    expect(suggest('SH-102-BLU-M', candidates).map(([sku]) => sku)).toEqual([
      'sh-102-blu-m',
      'SH-102 BLU-M',
      'SH-0102-BLU-M',
    ]);
  });

  it('leave out what is merely alike: another number, colour or size, nothing at all', () => {
    expect(suggest('SH-10', [product('SH-1'), product('SH-100')])).toEqual([]);
    expect(suggest('SH-102-BLK-M', [product('SH-102-BLU-M'), product('SH-102-BLK-L')])).toEqual([]);
    expect(suggest('', [product('', ''), product('A')])).toEqual([]);
  });

  it('find a SKU again however its case, spaces, signs and leading zeros were changed', () => {
    const part = fc.constantFrom('SH', '102', '7', 'NVY', 'BLUE', 'XS', '30');
    const change = fc.record({
      isLower: fc.boolean(),
      sign: fc.constantFrom('-', ' ', '_', '/', ''),
      zeros: fc.constantFrom('', '0', '00'),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), change, (parts, { isLower, sign, zeros }) => {
        const sku = parts.join('-');
        const padded = sign === '' ? parts : parts.map((one) => (/^\d/.test(one) ? zeros + one : one));
        const name = isLower ? padded.join(sign).toLowerCase() : padded.join(sign);
        expect(suggest(name, [product(sku)]).map(([one]) => one)).toEqual([sku]);
      }),
    );
  });
});
