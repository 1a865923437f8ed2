// `doctor`: what stands between this computer and the two accounts, as a list of checks. One cause is one failing check;
// what can't be looked at because of it says so. It writes nothing anywhere, costs one call of Cin7 Core and two credits
// of JOOR, and knows no secret that it could show.
import { instantOf } from '../base/dates.ts';
import { toSeamlineError } from '../base/errors.ts';
import type { Check, CheckGroup, CheckId, DoctorReport } from '../contract/checks.ts';
import { askCin7, askJoor, type Asked } from '../sync/ask.ts';
import { reachHosts } from '../sync/reach.ts';
import { answersVerdict, companyVerdict, environmentVerdict, joorVerdicts, keyVerdict } from './doctor/accounts.ts';
import { clockVerdict, namesVerdict, proxyLoginVerdict, proxyVerdict, tlsVerdict } from './doctor/computer.ts';
import type { Verdict } from './doctor/verdict.ts';
import type { Services } from './services.ts';

/** Runs every check. Throws only what keeps the settings from being read, and `cancelled`. */
export async function doctor(services: Services, signal?: AbortSignal): Promise<DoctorReport> {
  const { profile, clock, ids, secrets, wire } = services;
  const settings = await profile.settings.load();
  const reaches = await reachHosts(settings, { wire, clock, signal });
  const isOpen = (api: 'cin7' | 'joor') => reaches.every((reach) => reach.api !== api || reach.obstacle === null);
  const options = { settings, secrets, wire, clock, ids, signal };
  const cin7 = isOpen('cin7') ? await answerOf(askCin7(options)) : null;
  const joor = isOpen('joor') ? await answerOf(askJoor(options)) : null;

  const verdicts: readonly (readonly [CheckGroup, CheckId, Verdict])[] = [
    ['computer', 'names', namesVerdict(reaches)],
    ['computer', 'proxy', proxyVerdict(reaches)],
    ['computer', 'proxy-login', proxyLoginVerdict(reaches)],
    ['computer', 'tls', tlsVerdict(reaches, clock.now())],
    ['computer', 'clock', clockVerdict(reaches)],
    ['cin7', 'cin7-answers', answersVerdict('cin7', reaches)],
    ['cin7', 'cin7-key', keyVerdict(cin7)],
    ['cin7', 'cin7-company', companyVerdict(services, settings, cin7)],
    ['joor', 'joor-answers', answersVerdict('joor', reaches)],
    ['joor', 'joor-environment', environmentVerdict(settings)],
    ...joorVerdicts(joor, settings),
  ];
  const checks = verdicts.map(([group, id, verdict]): Check => ({ id, group, details: {}, ...verdict }));
  return { ok: checks.every(({ ok }) => ok !== false), checkedAt: instantOf(clock.now()), checks };
}

async function answerOf<Content>(answer: Promise<Content>): Promise<Asked<Content>> {
  try {
    return { content: await answer };
  } catch (thrown) {
    const error = toSeamlineError(thrown);
    if (error.code === 'cancelled') throw error;
    return { error };
  }
}
