// A list that is edited row by row: add, change, remove. By keyboard alone: after adding, focus is in the new row; after
// removing, in the row that took its place, else in the one before, else on the button that adds.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from './entries.module.css';

interface EntriesProps<Entry> {
  /** What a row is, for people: `warehouse`. */
  readonly what: string;
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
  readonly make: () => Entry;
  /** Which row it is, in words: `Main`; empty while nothing is chosen. */
  readonly nameOf: (entry: Entry) => string;
  /** Headings of the columns; without them a row is a block of fields with labels of their own. */
  readonly columns?: readonly string[];
  /** The grid of a row's fields, as CSS writes it. */
  readonly layout: string;
  readonly children: (entry: Entry, set: (entry: Entry) => void, index: number) => ReactNode;
  /** What an empty list means, and what waits because of it. */
  readonly empty: ReactNode;
  readonly addLabel?: string;
}

const controls = 'input, select, button';

export function Entries<Entry>({
  what,
  entries,
  onChange,
  make,
  nameOf,
  columns,
  layout,
  children,
  empty,
  addLabel = `Add a ${what}`,
}: EntriesProps<Entry>) {
  const list = useRef<HTMLUListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const goTo = useRef<number | null>(null);
  const id = useId();
  useEffect(() => {
    if (goTo.current === null) return;
    const row = list.current?.children[Math.min(goTo.current, entries.length - 1)];
    const target = row?.querySelector<HTMLElement>(controls) ?? adder.current;
    goTo.current = null;
    target?.focus();
  }, [entries]);
  const style = { gridTemplateColumns: layout };
  return (
    <div className={styles.editor}>
      {entries.length === 0 && <p className={styles.empty}>{empty}</p>}
      {entries.length > 0 && columns !== undefined && (
        <div className={styles.heads} aria-hidden="true">
          <div className={styles.fields} style={style}>
            {columns.map((column) => (
              <span key={column}>{column}</span>
            ))}
          </div>
          <span className={styles.gone} />
        </div>
      )}
      <ul ref={list}>
        {entries.map((entry, index) => {
          const name = nameOf(entry);
          return (
            <li
              // Rows have no identity of their own: their place is all there is.
              key={`${id}-${index}`}
              className={cx(styles.entry, columns === undefined && styles.block)}
              aria-label={name === '' ? `New ${what}` : name}
            >
              <div className={styles.fields} style={style}>
                {children(entry, (next) => onChange(entries.with(index, next)), index)}
              </div>
              <IconButton
                name={name === '' ? `Remove this ${what}` : `Remove ${name}`}
                icon="x"
                onClick={() => {
                  goTo.current = index;
                  onChange(entries.toSpliced(index, 1));
                }}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <Button
          ref={adder}
          small
          onClick={() => {
            goTo.current = entries.length;
            onChange([...entries, make()]);
          }}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  );
}
