// A bold statement and its plain rest, over the content it concerns. At most one button.
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './banner.module.css';
import { Icon, type IconName } from './icon.tsx';

interface BannerProps {
  readonly tone: 'plain' | 'warn' | 'bad' | 'test';
  readonly icon: IconName;
  readonly statement: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read out when it appears. */
  readonly isLive?: boolean;
}

export function Banner({ tone, icon, statement, children, action, isLive = false }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[tone])} role={isLive ? 'alert' : undefined}>
      <Icon name={icon} className={styles.icon} />
      <p className={styles.text}>
        <b className={styles.statement}>{statement}</b> {children}
      </p>
      {action}
    </div>
  );
}
