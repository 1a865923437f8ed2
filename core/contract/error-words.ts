// Every error code with the one button that goes with it. The sentence and the next step come with each error, because they
// name what it is about; what the button does depends on the code alone. A code without an entry doesn't compile.
import { z } from 'zod';
import { isErrorCode, kindOfError, type ErrorCode, type SeamlineError } from '../base/errors.ts';
import type { ErrorAction, ErrorView } from './errors.ts';

interface Button {
  readonly action: ErrorAction;
  /** A verb with its object; empty where waiting is all there is to do. */
  readonly label: string;
}

const none: Button = { action: 'none', label: '' };
const tryAgain: Button = { action: 'try-again', label: 'Try again' };
const openSettings: Button = { action: 'open-settings', label: 'Open settings' };
const openNetwork: Button = { action: 'open-network-settings', label: 'Open network settings' };
const enterKey: Button = { action: 'enter-key', label: 'Enter a key' };
const unlockKeychain: Button = { action: 'unlock-keychain', label: 'Unlock the keychain' };
const restoreBackup: Button = { action: 'restore-backup', label: 'Restore a copy' };
const saveReport: Button = { action: 'save-report', label: 'Save a report' };

export const errorButtons: Readonly<Record<ErrorCode, Button>> = {
  'settings-unreadable': { action: 'restore-settings', label: 'Restore the last copy' },
  'settings-refused': openSettings,
  'settings-changed': tryAgain,
  'settings-incomplete': openSettings,
  'profile-busy': { action: 'show-other-run', label: 'Show the other run' },
  'profile-refused': none,
  'ledger-damaged': restoreBackup,
  'ledger-newer': none,
  'ledger-busy': tryAgain,
  'disk-full': { action: 'free-space', label: 'Show the folder' },
  'disk-refused': { action: 'free-space', label: 'Show the folder' },
  'key-missing': enterKey,
  'keychain-locked': unlockKeychain,
  'keychain-unavailable': { action: 'unlock-keychain', label: 'Look again' },
  'key-rejected': { action: 'enter-key', label: 'Enter a new key' },
  'wrong-account': enterKey,
  unreachable: tryAgain,
  'proxy-login': openNetwork,
  untrusted: openNetwork,
  'not-the-api': openNetwork,
  'unexpected-answer': saveReport,
  'server-fault': tryAgain,
  'timed-out': tryAgain,
  'limit-stuck': tryAgain,
  'incomplete-read': tryAgain,
  refused: none,
  'outcome-unknown': none,
  cancelled: none,
  usage: none,
  'not-found': none,
  'not-built': none,
  internal: saveReport,
};

/** An error as it crosses to a screen. */
export function errorView(error: SeamlineError): ErrorView {
  const problems = problemsSchema.safeParse(error.details['problems']);
  const view = viewOf(error.code, error.message, error.nextStep);
  if (!problems.success) return view;
  return {
    ...view,
    problems: problems.data.map(({ path, sentence }) => ({ path, sentence: `It ${sentence}.` })),
  };
}

/** What settings that are refused say about each value (settings/read.ts). */
const problemsSchema = z.array(z.object({ path: z.string(), sentence: z.string() }));

/** An error that was kept in words, a run's for example, as a screen gets it. */
export function keptErrorView(kept: { code: string; sentence: string; nextStep: string }): ErrorView {
  return viewOf(isErrorCode(kept.code) ? kept.code : 'internal', kept.sentence, kept.nextStep);
}

function viewOf(code: ErrorCode, sentence: string, nextStep: string): ErrorView {
  const { scope, retryable } = kindOfError(code);
  const { action, label } = errorButtons[code];
  return { code, sentence, nextStep, scope, isRetryable: retryable, action, actionLabel: label };
}
