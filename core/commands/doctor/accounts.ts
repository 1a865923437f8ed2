// The accounts' part of doctor: does the API answer, is the key good, is it the right company or account?
import { instantOf } from '../../base/dates.ts';
import { toSeamlineError, type SeamlineError } from '../../base/errors.ts';
import { count } from '../../base/text.ts';
import type { CheckId } from '../../contract/checks.ts';
import type { Company } from '../../model/account.ts';
import type { Settings } from '../../settings/index.ts';
import type { Asked, JoorAnswers } from '../../sync/ask.ts';
import type { Reach } from '../../sync/reach.ts';
import type { Services } from '../services.ts';
import { hindered, hostsOf } from './obstacles.ts';
import { failed, good, skipped, type Verdict } from './verdict.ts';

const apiNames = { cin7: 'Cin7 Core', joor: 'JOOR' } as const;

/** The verdict on an answer, told in the given words when it came. */
function askedVerdict<Content>(
  answer: Asked<Content>,
  api: 'cin7' | 'joor',
  told: (content: Content) => string,
): Verdict {
  if (answer === null) return skipped(`Not asked: ${apiNames[api]} can't be reached yet.`);
  return 'error' in answer ? failed(answer.error) : good(told(answer.content));
}

/** The key, by the company that it opens. */
export function keyVerdict(answer: Asked<{ company: Company }>): Verdict {
  return askedVerdict(answer, 'cin7', ({ company }) => `The key opens ${company.name}, ${company.currency}.`);
}

/** Does the API itself answer, and not a page or nobody? */
export function answersVerdict(api: Reach['api'], reaches: readonly Reach[]): Verdict {
  const own = reaches.filter((reach) => reach.api === api);
  const broken = hindered(own, 'answers');
  if (broken !== null) return broken;
  if (own.some(({ obstacle }) => obstacle !== null)) return skipped('Not reached: see what is wrong on the way there.');
  return good(`${apiNames[api]} answers at ${hostsOf(own)}.`);
}

/** The company that the records here are about, against the one that the key opens. */
export function companyVerdict(
  { profile, clock }: Services,
  settings: Settings,
  answer: Asked<{ company: Company }>,
): Verdict {
  if (answer === null || 'error' in answer) return skipped('Not compared: the key did not open a company yet.');
  const { name } = answer.content.company;
  let bound: string | null = null;
  try {
    const ledger = profile.openLatestLedger(settings, instantOf(clock.now()));
    bound = ledger?.company() ?? null;
    ledger?.close();
  } catch (error) {
    return failed(toSeamlineError(error));
  }
  if (bound === null) return good('No records yet: the next run begins them.');
  if (bound === name) return good(`Seamline's records here are about ${bound}.`);
  return {
    ok: false,
    sentence: `This key opens ${name}, but Seamline's records here are about ${bound}.`,
    nextStep: `Enter the key of ${bound}, or use another profile for ${name}.`,
    details: { code: 'wrong-account' },
  };
}

/** Which JOOR the settings mean, and what that means for sales. */
export function environmentVerdict({ connections: { joor } }: Settings): Verdict {
  switch (joor.environment) {
    case 'sandbox':
      return good("JOOR's sandbox: sales stay drafts, and their reference begins with TEST.");
    case 'live':
      return good('The live JOOR.');
    case 'custom':
      return good(`Addresses of your own: ${new URL(joor.apiUrl ?? '').host}.`);
  }
}

/** What JOOR said to the token, to the login, and about the account. */
export function joorVerdicts(
  answers: Asked<JoorAnswers>,
  { connections: { joor } }: Settings,
): (readonly ['joor', CheckId, Verdict])[] {
  const part = <Name extends keyof JoorAnswers>(name: Name): JoorAnswers[Name] | { error: SeamlineError } | null =>
    answers === null ? null : 'error' in answers ? answers : answers.content[name];
  const account = part('account');
  return [
    ['joor', 'joor-token', askedVerdict(part('token'), 'joor', () => 'The v2 token is good.')],
    ['joor', 'joor-sign-in', askedVerdict(part('signIn'), 'joor', () => 'The login is good.')],
    [
      'joor',
      'joor-account',
      answers !== null && account === null
        ? skipped('Not asked: the login has to be put right first.')
        : askedVerdict(account, 'joor', ({ priceTypes }) => accountWords(joor.accountId, priceTypes)),
    ],
  ];
}

const accountWords = (id: string, priceTypes: number) =>
  `The login opens account ${id}, ${count(priceTypes, 'price type')}.`;
