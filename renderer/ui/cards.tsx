// Empty, loading and error states. Empty says why and offers the one way on; loading is nothing for 300 ms, then still blocks;
// an error says what happened, why, what to do, with one button and its code small at the right.
import { useEffect, useState, type ReactNode } from 'react';
import type { ErrorAction, ErrorView } from '../../core/contract/errors.ts';
import { titleText } from '../format/titles.ts';
import { useClock } from '../state/host.tsx';
import { Button } from './button.tsx';
import styles from './cards.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

interface EmptyProps {
  readonly icon: IconName;
  readonly tone?: 'plain' | 'ok';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Empty({ icon, tone = 'plain', title, children, actions }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={tone === 'ok' ? 18 : 22} colour={tone === 'ok' ? 'ok' : 'text2'} />
      <h2 className={styles.emptyTitle}>{title}</h2>
      {children !== undefined && <p className={styles.emptyText}>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** True once something has been loading for 300 ms: sooner, nothing is shown. */
function useIsSlow(isLoading: boolean): boolean {
  const clock = useClock();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    return isLoading ? clock.after(300, () => setSlow(true)) : undefined;
  }, [clock, isLoading]);
  return isLoading && isSlow;
}

/** Still blocks in the rows' final size. */
export function LoadingRows({ count, height, hasPicture = false }: LoadingProps) {
  const isSlow = useIsSlow(true);
  return (
    <div aria-busy="true" className={styles.loading}>
      <span className="heard" role="status">
        {isSlow ? 'Loading' : ''}
      </span>
      {isSlow &&
        Array.from({ length: count }, (_, index) => (
          <div key={index} className={styles.loadingRow} style={{ height: `calc(${height} * var(--px))` }}>
            {hasPicture && <span className={styles.blockPicture} />}
            <span className={styles.blockLines}>
              <span className={styles.block} style={{ width: `${14 + ((index * 5) % 8)}%` }} />
              <span className={cx(styles.block, styles.faint)} style={{ width: `${22 + ((index * 7) % 12)}%` }} />
            </span>
            <span className={styles.block} style={{ width: '8%' }} />
          </div>
        ))}
    </div>
  );
}

interface LoadingProps {
  readonly count: number;
  readonly height: number;
  readonly hasPicture?: boolean;
}

const errorIcons: Readonly<Record<ErrorAction, IconName>> = {
  none: 'info-circle',
  'try-again': 'refresh-alert',
  'enter-key': 'alert-octagon-filled',
  'unlock-keychain': 'lock',
  'open-settings': 'settings',
  'open-network-settings': 'wifi-off',
  'restore-settings': 'file-alert',
  'restore-backup': 'file-alert',
  'show-other-run': 'device-desktop',
  'free-space': 'database',
  'save-report': 'file-alert',
};

type Tone = 'text2' | 'warnFill' | 'bad';

/** Offline and another run are grey, a rejected key is red, the rest is amber: a person decides. */
function toneOf({ action }: ErrorView): Tone {
  if (action === 'enter-key') return 'bad';
  return action === 'open-network-settings' || action === 'show-other-run' ? 'text2' : 'warnFill';
}

interface ErrorCardProps {
  readonly error: ErrorView;
  /** Does what the error's own button says; without it the button isn't shown. */
  readonly onAction?: (() => void) | undefined;
  readonly isBusy?: boolean;
  /** One quiet way besides. */
  readonly aside?: ReactNode;
}

export function ErrorCard({ error, onAction, isBusy = false, aside }: ErrorCardProps) {
  const isQuiet = error.isRetryable && error.action !== 'unlock-keychain';
  return (
    <section className={styles.error} role="alert">
      <Icon name={errorIcons[error.action]} colour={toneOf(error)} className={styles.errorIcon} />
      <div className={styles.errorBody}>
        <h2 className={styles.errorTitle}>{titleText(error.sentence)}</h2>
        <p className={styles.errorText}>{error.nextStep}</p>
        <div className={styles.errorActions}>
          {error.action !== 'none' && onAction !== undefined && (
            <Button small look={isQuiet ? 'bordered' : 'primary'} busy={isBusy} onClick={onAction}>
              {error.actionLabel}
            </Button>
          )}
          {aside}
          <span className={styles.code}>{error.code}</span>
        </div>
      </div>
    </section>
  );
}

/** A failure beside the button that caused it. */
export function ErrorLine({ error }: { readonly error: ErrorView | null }) {
  if (error === null) return null;
  return (
    <p className={styles.errorLine} role="alert">
      <Icon name="alert-circle-filled" size={14} colour="warnFill" />
      <span>
        <b>{error.sentence}</b> {error.nextStep}
      </span>
      <span className={styles.code}>{error.code}</span>
    </p>
  );
}
