// Step 1: both accounts. Each is asked who it is before anything is read; keys go into the keychain and nowhere else.
import type { AppStore } from '../../../core/contract/stores.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { useRuns } from '../frame/use-runs.ts';
import { Cin7Card } from './cin7-card.tsx';
import styles from './connect.module.css';
import { JoorCard } from './joor-card.tsx';
import { StepPage } from './step-page.tsx';

export function ConnectStep() {
  const app = useStoreOf('app');
  const formats = useFormats();
  const action = useAction();
  const runs = useRuns();
  // Keys that are there from before can be read with; reading tells whether they still open the accounts.
  const isReady = [app.cin7, app.joor].every(({ state }) => state === 'connected' || state === 'not-tried');
  const isConnected = app.cin7.state === 'connected' && app.joor.state === 'connected';
  const checkedAt = [app.cin7.checkedAt, app.joor.checkedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  const read = async () => {
    if ((await action.run('setup.goTo', { step: 'read' }, { isSilent: true })) !== null) await runs.dryRun();
  };
  return (
    <StepPage
      title="Connect both accounts"
      subtitle={`Seamline asks each account who it is before anything is read. ${keysWords[app.keychain]}`}
      back={null}
      status={
        isConnected
          ? `Both accounts answered${checkedAt === undefined ? '' : ` at ${formats.clock(checkedAt)}`}`
          : isReady
            ? 'Both accounts’ keys are here'
            : missingWords(app.cin7.state === 'connected', app.joor.state === 'connected')
      }
      primary={
        <Button look="primary" disabled={!isReady} busy={action.busy !== null} onClick={() => void read()}>
          Read both accounts
        </Button>
      }
    >
      <KeychainNotice />
      <div className={styles.cards}>
        <Cin7Card />
        <JoorCard />
      </div>
      {app.realm === 'sandbox' && (
        <Banner tone="plain" icon="info-circle" statement="Start in the sandbox.">
          Live starts afresh later, with its own first contact and dry run. Your settings come along; what the sandbox
          remembered doesn’t.
        </Banner>
      )}
    </StepPage>
  );
}

const keysWords: Readonly<Record<AppStore['keychain'], string>> = {
  ok: 'Keys go into this PC’s keychain and nowhere else.',
  locked: 'Keys go into this PC’s keychain and nowhere else, once it is unlocked.',
  'session-only': 'Keys stay in memory until you close Seamline.',
  unavailable: 'Keys never go into a file.',
};

function missingWords(isCin7: boolean, isJoor: boolean): string {
  if (!isCin7 && !isJoor) return 'Connect Cin7 Core and JOOR to go on';
  return isCin7 ? 'Connect JOOR to go on' : 'Connect Cin7 Core to go on';
}

/** A keychain that can't be used is said plainly, with the one other way: memory, never a file. */
export function KeychainNotice() {
  const { keychain } = useStoreOf('app');
  const action = useAction();
  if (keychain === 'ok' || keychain === 'session-only') return null;
  return (
    <ErrorCard
      error={{
        code: keychain === 'locked' ? 'keychain-locked' : 'keychain-unavailable',
        sentence:
          keychain === 'locked' ? 'This PC’s keychain is locked' : 'This PC has no keychain that Seamline can use',
        nextStep:
          keychain === 'locked'
            ? 'Keys can’t be kept until you unlock it, often after a restart without sign-in.'
            : 'Keys can be kept in memory until you close Seamline; you type them again next time.',
        scope: 'account',
        isRetryable: false,
        action: keychain === 'locked' ? 'unlock-keychain' : 'none',
        actionLabel: 'Unlock keychain',
      }}
      onAction={() => void action.run('connections.unlockKeychain', {})}
      isBusy={action.busy === 'connections.unlockKeychain'}
      aside={
        <Button small onClick={() => void action.run('connections.keepKeysForSession', {})}>
          Keep keys until I close Seamline
        </Button>
      }
    />
  );
}
