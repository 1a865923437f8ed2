// The top of every screen: its title and its own tools left, Find, Dry run and Sync now right. While a run goes on, Sync now is
// Stop run, in the same place and of the same width.
import type { ReactNode } from 'react';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { keyName } from './shortcuts.ts';
import styles from './top-bar.module.css';
import { useRuns } from './use-runs.ts';

interface TopBarProps {
  readonly title: string;
  readonly tools?: ReactNode;
}

export function TopBar({ title, tools }: TopBarProps) {
  const { current } = useStoreOf('run');
  const { stoppedBy } = useStoreOf('app').schedule;
  const show = useNavigation((navigation) => navigation.show);
  const runs = useRuns();
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <span className={styles.gap} />
      {tools}
      <button type="button" className={styles.find} onClick={() => show({ kind: 'find' })}>
        <Icon name="search" colour="text2" />
        <span className={styles.findText}>Find anything</span>
        <kbd className={styles.key}>{keyName('K')}</kbd>
      </button>
      <Button icon="list-check" className={styles.dryRun} onClick={() => show({ kind: 'dry-run' })}>
        Dry run
      </Button>
      {current === null ? (
        <Button
          look="primary"
          icon="refresh"
          className={styles.run}
          busy={runs.busy !== null}
          disabled={stoppedBy?.action === 'enter-key' || stoppedBy?.action === 'unlock-keychain'}
          onClick={() => void runs.sync()}
        >
          Sync now
        </Button>
      ) : (
        <Button
          icon="player-stop"
          className={styles.run}
          busy={current.isStopping}
          disabled={!current.canStop}
          onClick={() => void runs.stop()}
        >
          {current.isStopping ? 'Stopping' : 'Stop run'}
        </Button>
      )}
    </header>
  );
}
