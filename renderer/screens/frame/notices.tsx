// What concerns the window itself, over whatever screen is open: Seamline is quitting, it is out of touch with Seamline, it can't
// read what it is told, or something failed that has no place of its own.
import { useIsUnreadable, useLost, useStoreOf } from '../../state/host.tsx';
import { useFailures } from '../../state/failures.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './notices.module.css';

export function Notices() {
  const lost = useLost();
  const isUnreadable = useIsUnreadable();
  const { isLeaving } = useStoreOf('run');
  const { error, close } = useFailures();
  if (lost === null && !isUnreadable && !isLeaving && error === null) return null;
  return (
    <div className={styles.notices}>
      {isLeaving && (
        <Banner isLive tone="plain" icon="hourglass" statement="Seamline is quitting.">
          It waits a few seconds for the answer to what it just sent, so that nothing stays unclear. Quit again to leave
          at once: it is looked up the next time.
        </Banner>
      )}
      {lost !== null && (
        <Banner isLive tone="plain" icon="plug-off" statement={lost.sentence}>
          {lost.nextStep}
        </Banner>
      )}
      {isUnreadable && (
        <Banner isLive tone="warn" icon="refresh-alert" statement="This window may show what was true before.">
          Close Seamline and open it again. Nothing was lost.
        </Banner>
      )}
      {error !== null && (
        <Banner
          isLive
          tone="warn"
          icon="alert-circle-filled"
          statement={error.sentence}
          action={
            <Button small onClick={close}>
              Close
            </Button>
          }
        >
          {error.nextStep}
        </Banner>
      )}
    </div>
  );
}
