// What the one button of an error does, wherever the error is shown.
import type { ErrorAction, ErrorView } from '../../../core/contract/errors.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { showProfileFolder } from './show-folder.ts';
import { useRuns } from './use-runs.ts';

/** The button's action, or null where the error offers none that a screen can do. */
export function useErrorAction(
  error: ErrorView | null,
): { readonly run: () => void; readonly isBusy: boolean; readonly error: ErrorView | null } | null {
  const goTo = useNavigation((navigation) => navigation.goTo);
  const action = useAction();
  const runs = useRuns(true);
  const settings = () => goTo({ to: 'settings', section: 'connections' });
  const does: Readonly<Record<ErrorAction, (() => void) | null>> = {
    none: null,
    'try-again': () => void runs.sync(),
    'enter-key': settings,
    'unlock-keychain': () => void action.run('connections.unlockKeychain', {}),
    'open-settings': settings,
    'open-network-settings': settings,
    'restore-settings': () => void action.run('settings.restore', {}),
    'restore-backup': () => void action.run('backUps.restore', {}),
    'show-other-run': () => goTo({ to: 'home' }),
    'free-space': () => void showProfileFolder(action),
    'save-report': () => void action.run('artifacts.save', { kind: 'diagnostics', queryId: null }),
  };
  const run = error === null ? null : does[error.action];
  return run === null
    ? null
    : { run, isBusy: action.busy !== null || runs.busy !== null, error: action.error ?? runs.error };
}
