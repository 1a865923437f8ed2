// Set-up takes the place of the navigation until it is done: five steps, resumable, nothing typed is lost. The footer holds Back,
// a sentence on where things stand, and one primary button.
import type { ReactNode } from 'react';
import type { AppStore } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useCommand } from '../../state/failures.ts';
import { TextLink } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Toast } from '../../ui/toast.tsx';
import { DryRunSheet } from '../dry-run/dry-run.tsx';
import { Notices } from '../frame/notices.tsx';
import { Strip } from '../frame/strip.tsx';
import { GoLiveDialog } from '../go-live/go-live.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { ConnectStep } from './connect.tsx';
import { DryRunStep } from './dry-run-step.tsx';
import { GoLiveStep } from './go-live-step.tsx';
import { ReadStep } from './read.tsx';
import { ReviewStep } from './review.tsx';
import styles from './set-up.module.css';
import type { Step } from './step-page.tsx';

const steps: readonly { readonly step: Step; readonly label: string; readonly detail: string }[] = [
  { step: 'connect', label: 'Connect', detail: 'Both accounts' },
  { step: 'read', label: 'Read', detail: 'What each one holds' },
  { step: 'review', label: 'Review', detail: 'What Seamline inferred' },
  { step: 'dry-run', label: 'Dry run', detail: 'Three styles, then totals' },
  { step: 'go-live', label: 'Go live', detail: 'Flow by flow' },
];

const screenOf: Readonly<Record<Step, () => ReactNode>> = {
  connect: ConnectStep,
  read: ReadStep,
  review: ReviewStep,
  'dry-run': DryRunStep,
  'go-live': GoLiveStep,
};

/** What outlives closing the window: practice accounts never do. */
function keptWords({ profile, keychain }: AppStore): string {
  if (profile.isPractice) return 'Practice begins afresh each time you open Seamline.';
  return `${keychain === 'ok' ? 'Everything you enter' : 'Everything but keys'} is kept. You can close Seamline and go on later.`;
}

export function SetUp() {
  const app = useStoreOf('app');
  const step: Step = app.setUpStep === 'done' ? 'go-live' : app.setUpStep;
  const Shown = screenOf[step];
  const over = useNavigation((navigation) => navigation.over);
  const run = useCommand();
  const at = steps.findIndex((candidate) => candidate.step === step);
  return (
    <div className={styles.window}>
      <Strip realm={app.realm} />
      <div className={styles.frame}>
        <nav className={styles.sidebar} aria-label="Steps of set-up">
          <div className={styles.brand}>
            <Mark />
            <div>
              <div className={styles.brandName}>Seamline</div>
              <div className={styles.brandDetail}>Set-up</div>
            </div>
          </div>
          <ol className={styles.steps}>
            {steps.map((each, index) => (
              <li
                key={each.step}
                className={cx(styles.step, index === at && styles.now, index < at && styles.done)}
                aria-current={index === at ? 'step' : undefined}
              >
                <span className={styles.number}>
                  {index < at ? <Icon name="check" size={14} colour="ok" /> : index + 1}
                </span>
                <span className={styles.stepText}>
                  <span className={styles.stepLabel}>
                    {each.label}
                    {index < at && <span className="heard">, done</span>}
                  </span>
                  <span className={styles.stepDetail}>{each.detail}</span>
                </span>
              </li>
            ))}
          </ol>
          <div className={styles.kept}>
            <p>{keptWords(app)}</p>
            {app.profile.isPractice ? (
              <TextLink onClick={() => void run('profile.useReal', {})}>Use your own accounts</TextLink>
            ) : (
              <TextLink onClick={() => void run('profile.usePractice', {})}>Use practice accounts</TextLink>
            )}
          </div>
        </nav>
        <div className={styles.main}>
          <Notices />
          <Shown />
        </div>
      </div>
      {over?.kind === 'go-live' && <GoLiveDialog />}
      {over?.kind === 'dry-run' && <DryRunSheet />}
      {over?.kind === 'settings' && <SettingsDialog section={over.section} />}
      <Toast />
    </div>
  );
}
