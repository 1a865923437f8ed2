// What stands around a grid: the filter bar over it, its footer with the CSV of exactly what is shown, and the bulk bar that
// takes the footer's place while rows are ticked.
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import styles from './grid-parts.module.css';

interface SearchProps {
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where a slash is a letter; on a tick box or a segment it isn't. */
const typedInto = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** The search field of a grid; `/` brings the focus here, Esc clears it. */
export function GridSearch({ placeholder, value, onChange }: SearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches(typedInto);
      if (event.key !== '/' || isTyping || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={styles.search}>
      <Icon name="search" size={14} colour="text2" />
      <input
        ref={input}
        type="search"
        className={styles.searchInput}
        aria-label={placeholder}
        placeholder={placeholder}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
    </div>
  );
}

export function FilterBar({
  name = 'State',
  search,
  children,
  tools,
}: {
  /** What the chips choose, for screen readers. */
  readonly name?: string;
  readonly search: ReactNode;
  readonly children: ReactNode;
  readonly tools?: ReactNode;
}) {
  return (
    <div className={styles.filters}>
      {search}
      <div role="group" aria-label={name} className={styles.chips}>
        {children}
      </div>
      {tools}
    </div>
  );
}

interface FooterProps {
  readonly text: string;
  readonly csv: string;
  readonly isBusy: boolean;
  readonly onCsv: () => void;
}

export function GridFooter({ text, csv, isBusy, onCsv }: FooterProps) {
  return (
    <footer className={styles.footer}>
      <span className="numbers" role="status">
        {text}
      </span>
      <Button small look="quiet" icon="download" busy={isBusy} className={styles.csv} onClick={onCsv}>
        {csv}
      </Button>
    </footer>
  );
}

interface BulkBarProps {
  readonly text: string;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

export function BulkBar({ text, onClear, children }: BulkBarProps) {
  return (
    <footer className={styles.bulk} role="group" aria-label="For what is ticked">
      <b className="numbers" role="status">
        {text}
      </b>
      {children}
      <Button small look="quiet" className={styles.csv} onClick={onClear}>
        Untick all
      </Button>
    </footer>
  );
}
