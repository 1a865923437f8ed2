// Both connections and where their keys are.
import { KeychainNotice } from '../set-up/connect.tsx';
import { Cin7Card } from '../set-up/cin7-card.tsx';
import { JoorCard } from '../set-up/joor-card.tsx';
import styles from './connections.module.css';
import { useStoreOf } from '../../state/host.tsx';

export function ConnectionsSection() {
  const { keychain } = useStoreOf('app');
  return (
    <>
      <KeychainNotice />
      <p className={styles.note}>
        {keychain === 'session-only'
          ? 'Keys are in memory until you close Seamline; the keychain couldn’t be used.'
          : 'Keys are in this PC’s keychain and nowhere else. Connecting another account starts afresh: settings come along, memory doesn’t.'}
      </p>
      <div className={styles.cards}>
        <Cin7Card />
        <JoorCard />
      </div>
    </>
  );
}
