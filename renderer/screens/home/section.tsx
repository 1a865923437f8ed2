// A titled part of Home.
import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** Beside the title, lighter: a count. */
  readonly count?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, count, aside, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <span className={styles.gap} />
        {aside}
      </header>
      {children}
    </section>
  );
}
