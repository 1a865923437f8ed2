// A fault script comes from a person's hand or over the network: it is read whole or refused.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anyJson, spoilt } from '../../../test/support/hostile.ts';
import { createFaults, readFaultScript } from './faults.ts';

/** True when the script works as a whole, or was refused for its shape. */
function readOrRefused(script: unknown): boolean {
  try {
    createFaults(readFaultScript(script)).arrive({ api: 'cin7', method: 'GET', path: '/x', body: '' });
    return true;
  } catch (error) {
    return error instanceof z.ZodError || error instanceof SyntaxError;
  }
}

describe('a fault script', () => {
  it('is read or refused, never half read', () => {
    const good = {
      rules: [{ match: { api: 'cin7', path: '*', nth: 2 }, do: { kind: 'commitLate', seconds: 3 } }, { do: 'html' }],
    };
    fc.assert(
      fc.property(fc.oneof(anyJson, spoilt(good)), (script) => {
        expect(readOrRefused(script)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
