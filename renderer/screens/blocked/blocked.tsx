// The one thing that keeps Seamline from starting: what happened, what is safe, and the button that helps.
import type { ErrorAction, ErrorView } from '../../../core/contract/errors.ts';
import { useAction } from '../../state/use-action.ts';
import { ErrorCard, ErrorLine } from '../../ui/cards.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Toast } from '../../ui/toast.tsx';
import { showProfileFolder } from '../frame/show-folder.ts';
import styles from './blocked.module.css';

export function BlockedScreen({ error }: { readonly error: ErrorView }) {
  const action = useAction();
  const does: Partial<Record<ErrorAction, () => void>> = {
    'unlock-keychain': () => void action.run('connections.unlockKeychain', {}),
    'restore-backup': () => void action.run('backUps.restore', {}),
    'restore-settings': () => void action.run('settings.restore', {}),
    // The settings can't be shown, so their file is.
    'open-settings': () => void showProfileFolder(action),
    'free-space': () => void showProfileFolder(action),
    'save-report': () => void action.run('artifacts.save', { kind: 'diagnostics', queryId: null }),
  };
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.header}>
          <Mark />
          <h1 className={styles.name}>Seamline</h1>
        </header>
        <ErrorCard error={error} onAction={does[error.action]} isBusy={action.busy !== null} />
        <ErrorLine error={action.error} />
      </div>
      <Toast />
    </main>
  );
}
