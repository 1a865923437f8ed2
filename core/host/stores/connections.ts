// Both connections as the sidebar and the settings show them: never a secret's value, only whether it is there.
import type { SecretName } from '../../base/ports.ts';
import { keptErrorView } from '../../contract/error-words.ts';
import type { RunReport } from '../../contract/run-report.ts';
import type { AppStore, ConnectionView } from '../../contract/stores.ts';
import type { Settings } from '../../settings/index.ts';
import type { ConnectionMemory } from '../connection-memory.ts';

interface ConnectionFacts {
  readonly settings: Settings;
  readonly isPractice: boolean;
  readonly secrets: Readonly<Record<SecretName, boolean>>;
  readonly company: AppStore['company'];
  readonly report: RunReport | null;
  /** What each account answered when a person connected it. */
  readonly answers: ConnectionMemory;
}

/** Practice, sandbox, live or custom: what the violet strip says. */
export function realmOf(settings: Settings, isPractice: boolean): AppStore['realm'] {
  return isPractice ? 'practice' : settings.connections.joor.environment;
}

const realmTags: Readonly<Record<AppStore['realm'], string>> = {
  practice: 'Practice',
  sandbox: 'Sandbox',
  live: 'Live',
  custom: 'Custom',
};

/** The connection to Cin7 Core. */
export function cin7View(facts: ConnectionFacts): ConnectionView {
  const { company, answers } = facts;
  const known = answers.of('cin7') ?? company;
  return viewOf('cin7', facts, true, known?.name ?? '', known?.currency ?? '');
}

/** The connection to JOOR. */
export function joorView(facts: ConnectionFacts): ConnectionView {
  const { settings, isPractice } = facts;
  const { accountId } = settings.connections.joor;
  const name = accountId === '' ? '' : `Brand account ${accountId}`;
  return viewOf('joor', facts, accountId !== '', name, realmTags[realmOf(settings, isPractice)]);
}

function viewOf(
  api: 'cin7' | 'joor',
  { secrets, report, answers }: ConnectionFacts,
  isKnown: boolean,
  name: string,
  tag: string,
): ConnectionView {
  const own = Object.entries(secrets).filter(([secret]) => secret.startsWith(`${api}.`));
  const present = Object.fromEntries(own.map(([secret, isThere]) => [secret.slice(api.length + 1), isThere]));
  const answered = answers.of(api);
  // A good answer that is newer than the last run says more than that run.
  const isNewer = answered !== null && (report === null || answered.at >= report.endedAt);
  const error = !isNewer && report?.error?.api === api ? report.error : null;
  const state = (): ConnectionView['state'] => {
    if (!isKnown || own.some(([, isThere]) => !isThere)) return 'not-set';
    if (isNewer) return 'connected';
    if (report === null) return 'not-tried';
    if (error === null) return report.error === null || report.company !== '' ? 'connected' : 'not-tried';
    return error.code === 'key-rejected' ? 'rejected' : 'unreachable';
  };
  const found = state();
  return {
    state: found,
    name: found === 'not-set' || found === 'not-tried' ? '' : name,
    tag,
    secrets: present,
    checkedAt: isNewer ? answered.at : (report?.endedAt ?? null),
    error: error === null ? null : keptErrorView(error),
  };
}
