// The drawer: docks at the right and pushes the grid; where there is no room for both it covers it. Actions stay at its foot.
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './drawer.module.css';
import { cx } from '../cx.ts';

interface DrawerProps {
  readonly name: string;
  readonly wide?: boolean;
  /** Its last part takes the height that is left, and scrolls by itself. */
  readonly isFilled?: boolean;
  readonly header: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

export function Drawer({ name, wide = false, isFilled = false, header, footer, children, onClose }: DrawerProps) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    // From the top: what lies over the drawer closes first and keeps its Esc.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null)
        return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value !== '')
        return;
      close.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside className={cx(styles.drawer, wide && styles.wide)} aria-label={name}>
      <div className={styles.header}>{header}</div>
      <div className={cx(styles.body, isFilled && styles.filled)} tabIndex={-1}>
        {children}
      </div>
      <div className={styles.footer}>{footer}</div>
    </aside>
  );
}

/** A titled part of a drawer, between two hairlines. */
export function DrawerPart({ title, count, aside, children }: PartProps) {
  return (
    <section className={cx(styles.part, children === undefined && styles.bare)}>
      {title !== undefined && (
        <header className={styles.partHeader}>
          <h3 className={styles.partTitle}>{title}</h3>
          {count !== undefined && <span className={styles.partCount}>{count}</span>}
          {aside !== undefined && <span className={styles.partAside}>{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}

interface PartProps {
  readonly title?: string;
  readonly count?: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}
