import { describe, expect, it } from 'vitest';
import type { Reach } from '../../sync/reach.ts';
import { clockVerdict, proxyVerdict, tlsVerdict } from './computer.ts';

const now = Date.parse('2026-11-25T12:00:00Z');

const certificate = {
  issuer: 'Example CA',
  root: 'Example Root',
  validFrom: Date.parse('2025-12-01T00:00:00Z'),
  validTo: Date.parse('2026-11-20T00:00:00Z'),
  problem: null,
  isInspected: false,
  answererTime: null,
};

const reach = (parts: Partial<Reach> = {}): Reach => ({
  api: 'cin7',
  host: 'inventory.dearsystems.com',
  isSecure: true,
  proxy: null,
  obstacle: null,
  certificate,
  clockAhead: 0,
  ...parts,
});

const untrusted = { kind: 'tls', sentence: "It can't be reached safely.", nextStep: 'Look.' } as const;

describe('TLS', () => {
  it.each(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])('names both dates for %s: one of them is wrong', (problem) => {
    expect(tlsVerdict([reach({ obstacle: untrusted, certificate: { ...certificate, problem } })], now)).toMatchObject({
      ok: false,
      sentence:
        "The certificate of inventory.dearsystems.com is valid from 2025-12-01 to 2026-11-20, and this computer's clock says 2026-11-25.",
      nextStep: expect.stringMatching(/^If that date is wrong, set the clock\. Else whoever runs that host/),
    });
  });

  it('says who can read along, and who vouches otherwise', () => {
    expect(tlsVerdict([reach()], now)).toMatchObject({ ok: true, details: { issuers: ['Example CA'] } });
    const inspected = reach({ certificate: { ...certificate, root: 'Office Root', isInspected: true } });
    expect(tlsVerdict([reach(), inspected], now)).toMatchObject({
      ok: true,
      sentence: expect.stringMatching(/Office Root can read what is sent\.$/),
    });
  });

  it('is not used on this computer, and not looked at where nobody was reached', () => {
    expect(tlsVerdict([reach({ isSecure: false, certificate: null })], now).ok).toBe(true);
    expect(tlsVerdict([reach({ certificate: null })], now).ok).toBeNull();
  });
});

describe('the clock', () => {
  it("is this computer's when every host differs, and a host's own when one agrees", () => {
    expect(clockVerdict([reach({ clockAhead: 900_000 }), reach({ clockAhead: 901_000 })]).ok).toBe(false);
    expect(clockVerdict([reach({ clockAhead: 900_000 }), reach({ clockAhead: 800 })]).ok).toBe(true);
    expect(clockVerdict([reach({ clockAhead: null })]).ok).toBeNull();
  });
});

describe('the proxy', () => {
  it('is told once for all the hosts that it stands before', () => {
    const obstacle = { kind: 'proxy', sentence: 'The proxy is gone.', nextStep: 'Look.' } as const;
    expect(proxyVerdict([reach({ obstacle }), reach({ host: 'api.jooraccess.com', obstacle })])).toEqual({
      ok: false,
      sentence: 'The proxy is gone. The same for api.jooraccess.com.',
      nextStep: 'Look.',
      details: { hosts: 'inventory.dearsystems.com, api.jooraccess.com' },
    });
  });
});
