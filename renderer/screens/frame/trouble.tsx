// What keeps runs from going on by themselves, over every screen but Home, which shows it as its own card: a rejected key, a
// locked keychain, no network, another Seamline.
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useErrorAction } from './error-action.ts';
import styles from './trouble.module.css';

export function Trouble() {
  const { stoppedBy } = useStoreOf('app').schedule;
  const screen = useNavigation((navigation) => navigation.screen);
  const action = useErrorAction(stoppedBy);
  if (stoppedBy === null || screen === 'home') return null;
  const isRejected = stoppedBy.action === 'enter-key';
  const isCalm = stoppedBy.isRetryable || stoppedBy.action === 'show-other-run';
  const icon: IconName = isRejected ? 'alert-octagon-filled' : isCalm ? 'info-circle' : 'lock';
  return (
    <div className={styles.place}>
      <Banner
        tone={isRejected ? 'bad' : isCalm ? 'plain' : 'warn'}
        icon={icon}
        statement={stoppedBy.sentence}
        action={
          action !== null && (
            <Button small busy={action.isBusy} onClick={action.run}>
              {stoppedBy.actionLabel}
            </Button>
          )
        }
      >
        {stoppedBy.nextStep}
      </Banner>
    </div>
  );
}
