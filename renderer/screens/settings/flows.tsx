// Which flows run, rehearse or rest.
import { useStoreOf } from '../../state/host.tsx';
import { Banner } from '../../ui/banner.tsx';
import { FlowList } from '../home/flows.tsx';
import styles from './flows.module.css';

export function FlowsSection() {
  const { flows } = useStoreOf('app');
  return (
    <>
      <div className={styles.box}>
        <FlowList flows={flows} />
      </div>
      <Banner tone="test" icon="flask-2" statement="Rehearsal is not for real.">
        It reads both accounts and plans on schedule; nothing is written to either account.
      </Banner>
    </>
  );
}
