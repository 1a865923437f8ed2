import { describe, expect, it } from 'vitest';
import { outsideAddress, outsideKnown } from './outside-address.ts';

const cin7 = 'https://inventory.dearsystems.com/ExternalApi/v2';
const sandbox = { realm: 'sandbox', cin7 } as const;
const live = { realm: 'live', cin7 } as const;

describe('the address of something in an account’s own site', () => {
  it('is known for both sites and for an order in JOOR', () => {
    expect(outsideAddress({ kind: 'joor-order', id: '7712304' }, sandbox)).toBe(
      'https://sandbox.jooraccess.com/ra/orders/review/7712304?tab=overview',
    );
    expect(outsideAddress({ kind: 'joor-order', id: '7712304' }, live)).toBe(
      'https://www.jooraccess.com/ra/orders/review/7712304?tab=overview',
    );
    expect(outsideAddress({ kind: 'joor', id: null }, sandbox)).toBe('https://sandbox.jooraccess.com');
    expect(outsideAddress({ kind: 'joor', id: null }, live)).toBe('https://www.jooraccess.com');
    expect(outsideAddress({ kind: 'cin7', id: null }, live)).toBe('https://inventory.dearsystems.com');
  });

  it('is known for a sale and a product by their ids', () => {
    const id = '7ad8ecf1-0b1c-4f0e-9d7e-1f2a3b4c5d6e';
    expect(outsideAddress({ kind: 'cin7-sale', id }, live)).toBe(`https://inventory.dearsystems.com/Sale#${id}`);
    expect(outsideAddress({ kind: 'cin7-product', id }, sandbox)).toBe(
      `https://inventory.dearsystems.com/Product#${id}`,
    );
  });

  it('is not known for what is no id', () => {
    for (const id of [null, '', '0f3a', '../logout', 'javascript:alert(1)'])
      for (const kind of ['cin7-sale', 'cin7-product'] as const) expect(outsideAddress({ kind, id }, live)).toBeNull();
    for (const id of [null, '', '../logout', '1?x=2'])
      expect(outsideAddress({ kind: 'joor-order', id }, live)).toBeNull();
  });

  it.each(['practice', 'custom'] as const)('is none for %s accounts, which have no site', (realm) => {
    expect(outsideKnown({ realm, cin7 })).toEqual([]);
  });

  it('is none for a Cin7 Core at another address', () => {
    expect(outsideKnown({ realm: 'live', cin7: 'https://cin7.example/v2' })).toEqual(['joor-order', 'joor']);
    expect(outsideKnown(live)).toEqual(['cin7-sale', 'cin7-product', 'joor-order', 'cin7', 'joor']);
  });
});
