// This computer's part of doctor: names, proxy, its login, TLS and the clock.
import { hour, instantOf, minute, second } from '../../base/dates.ts';
import { count } from '../../base/text.ts';
import { clockTolerance, type Reach } from '../../sync/reach.ts';
import { hindered, hinderedBy, hostsOf } from './obstacles.ts';
import { good, skipped, type Verdict } from './verdict.ts';

/** Names: can the hosts, or the proxy on the way, be looked up? */
export function namesVerdict(reaches: readonly Reach[]): Verdict {
  const unknown = hinderedBy(reaches, 'names');
  if (unknown.length > 0 && unknown.length === reaches.length)
    return {
      ok: false,
      sentence: 'No name can be looked up: this computer is offline, or its name server (DNS) does not answer.',
      nextStep: 'Open a web page in a browser. If that fails too, bring the computer online first.',
      details: { hosts: hostsOf(unknown) },
    };
  const asking = reaches.filter(({ proxy: way }) => way === null);
  return (
    hindered(reaches, 'names') ??
    (asking.length === 0 ? good('The proxy looks the names up.') : good(`Known: ${hostsOf(asking)}.`))
  );
}

/** The proxy: is there one, and does it let requests through? */
export function proxyVerdict(reaches: readonly Reach[]): Verdict {
  const proxies = [...new Set(reaches.flatMap(({ proxy: way }) => way ?? []))];
  return (
    hindered(reaches, 'proxy') ??
    (proxies.length === 0
      ? good('None is set for these hosts.')
      : good(`The way leads through ${proxies.join(', ')}.`, { proxies }))
  );
}

/** The proxy's login. */
export function proxyLoginVerdict(reaches: readonly Reach[]): Verdict {
  const login = hindered(reaches, 'proxy-login');
  if (login !== null) return login;
  if (hinderedBy(reaches, 'proxy').length > 0) return skipped("Not looked at: the proxy can't be used yet.");
  return good(
    reaches.some(({ proxy: way }) => way !== null) ? 'The proxy lets Seamline through.' : 'No proxy, no login.',
  );
}

const timeProblems = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** TLS: are the certificates trusted, and who vouches for them? */
export function tlsVerdict(reaches: readonly Reach[], now: number): Verdict {
  const looks = reaches.flatMap(({ host, certificate }) => (certificate === null ? [] : [{ host, ...certificate }]));
  const broken = hindered(reaches, 'tls');
  if (broken !== null) {
    const bad = looks.find(({ problem }) => problem !== null);
    return bad === undefined ? broken : untrusted(bad, broken, now);
  }
  if (!reaches.some(({ isSecure }) => isSecure)) return good('Not used: the accounts are on this computer.');
  if (looks.length === 0) return skipped("Not looked at: the hosts can't be reached yet.");
  const inspected = looks.filter(({ isInspected }) => isInspected);
  if (inspected.length === 0)
    return good('Every certificate is trusted.', { issuers: [...new Set(looks.map(({ issuer }) => issuer))] });
  const roots = [...new Set(inspected.map(({ root }) => root))];
  const hosts = inspected.map(({ host }) => host).join(', ');
  return good(
    `Every certificate is trusted, ${hosts} by a root of this computer's own: ${roots.join(', ')} can read what is sent.`,
    { roots },
  );
}

function untrusted(
  { host, problem, issuer, root, validFrom, validTo }: { host: string } & NonNullable<Reach['certificate']>,
  broken: Verdict,
  now: number,
): Verdict {
  const details = { host, problem, issuer, root };
  if (timeProblems.has(problem ?? ''))
    return {
      ok: false,
      sentence: `The certificate of ${host} is valid from ${dayOf(validFrom)} to ${dayOf(validTo)}, and this computer's clock says ${dayOf(now)}.`,
      nextStep: 'If that date is wrong, set the clock. Else whoever runs that host has to renew its certificate.',
      details,
    };
  return {
    ok: false,
    sentence: `${broken.sentence} It was issued by ${issuer}.`,
    nextStep: `If ${issuer} is your company's or its firewall's, have that root certificate installed on this computer. Else don't use this network.`,
    details,
  };
}

/** This computer's clock against those of the hosts. */
export function clockVerdict(reaches: readonly Reach[]): Verdict {
  const offsets = reaches.flatMap(({ host, clockAhead }) => (clockAhead === null ? [] : [{ host, clockAhead }]));
  const [first] = offsets;
  if (first === undefined) return skipped('Not compared: no host told the time.');
  // Two hosts don't go wrong in the same way, so the smallest difference is this computer's.
  const least = offsets.reduce((a, b) => (Math.abs(b.clockAhead) < Math.abs(a.clockAhead) ? b : a), first);
  const details = { secondsAhead: Math.round(least.clockAhead / second) };
  if (Math.abs(least.clockAhead) <= clockTolerance) return good(`Right, by the clock of ${least.host}.`, details);
  const way = least.clockAhead > 0 ? 'ahead of' : 'behind';
  return {
    ok: false,
    sentence: `This computer's clock is ${spanText(Math.abs(least.clockAhead))} ${way} that of ${least.host}.`,
    nextStep: "Switch on automatic time in this computer's date and time settings.",
    details,
  };
}

const dayOf = (epochMilliseconds: number) => instantOf(epochMilliseconds).slice(0, 10);

function spanText(milliseconds: number): string {
  if (milliseconds >= 48 * hour) return count(Math.round(milliseconds / (24 * hour)), 'day');
  if (milliseconds >= 2 * hour) return count(Math.round(milliseconds / hour), 'hour');
  return count(Math.round(milliseconds / minute), 'minute');
}
