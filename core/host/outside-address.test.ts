import { describe, expect, it } from 'vitest';
import { outsideAddress } from './outside-address.ts';

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

  it('is not known for a sale, nor for what is no order number', () => {
    expect(outsideAddress({ kind: 'cin7-sale', id: '0f3a' }, live)).toBeNull();
    for (const id of [null, '', '../logout', '1?x=2'])
      expect(outsideAddress({ kind: 'joor-order', id }, live)).toBeNull();
  });

  it.each(['practice', 'custom'] as const)('is none for %s accounts, which have no site', (realm) => {
    for (const kind of ['joor-order', 'joor', 'cin7'] as const)
      expect(outsideAddress({ kind, id: '1' }, { realm, cin7 })).toBeNull();
  });

  it('is none for a Cin7 Core at another address', () => {
    expect(outsideAddress({ kind: 'cin7', id: null }, { realm: 'live', cin7: 'https://cin7.example/v2' })).toBeNull();
  });
});
