// The page of one step of set-up: its answer, its content, and the footer with Back, a status sentence and one primary button.
import { useEffect, useRef, type ReactNode } from 'react';
import type { AppStore } from '../../../core/contract/stores.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { FooterGap } from '../../ui/dialog.tsx';
import styles from './step-page.module.css';

export type Step = Exclude<AppStore['setUpStep'], 'done'>;

interface StepPageProps {
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
  /** Where Back goes; null on the first step. */
  readonly back: Step | null;
  readonly status: ReactNode;
  readonly primary: ReactNode;
}

export function StepPage({ title, subtitle, children, back, status, primary }: StepPageProps) {
  const action = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that led here went with its step: reading goes on at the new step's title.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <main className={styles.main}>
      {/* Scrolled with the keys as well. */}
      <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
        <header className={styles.header}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          <p className={styles.subtitle}>{subtitle}</p>
        </header>
        {children}
      </div>
      <footer className={styles.footer}>
        {back !== null && (
          <Button
            busy={action.busy !== null}
            onClick={() => void action.run('setup.goTo', { step: back }, { isSilent: true })}
          >
            Back
          </Button>
        )}
        <FooterGap />
        <ErrorLine error={action.error} />
        <span className={styles.status}>{status}</span>
        {primary}
      </footer>
    </main>
  );
}
