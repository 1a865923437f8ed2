import { describe, expect, it } from 'vitest';
import { isOutsideSite } from './outside.ts';

describe('what a shell hands to the system', () => {
  it('is an address on one of the accounts’ own sites', () => {
    expect(isOutsideSite('https://sandbox.jooraccess.com/ra/orders/review/7712304?tab=overview')).toBe(true);
    expect(isOutsideSite('https://inventory.dearsystems.com')).toBe(true);
  });

  it.each([
    'http://www.jooraccess.com',
    'https://www.jooraccess.com:8443/',
    'https://www.jooraccess.com.example/',
    'https://www.jooraccess.com@example.com/',
    'https://jooraccess.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'blob:https://www.jooraccess.com/1',
    'https://',
    '',
  ])('is nothing else: %s', (address) => {
    expect(isOutsideSite(address)).toBe(false);
  });
});
