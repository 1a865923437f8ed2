// Small words in a box: a plain one for what a thing carries, a violet one for what is not for real, an amber one for what
// is held.
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './tag.module.css';

interface TagProps {
  readonly tone?: 'plain' | 'test' | 'warn' | 'ok' | 'bad';
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly title?: string;
}

export function Tag({ tone = 'plain', icon, children, title }: TagProps) {
  return (
    <span className={cx(styles.tag, styles[tone])} title={title}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      <span className={styles.text}>{children}</span>
    </span>
  );
}
