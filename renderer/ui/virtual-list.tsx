// A long list of rows of one height, of which only those in view are in the page. It scrolls by itself where it has a height of
// its own, else with the box around it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { designPixel } from './grid/use-width.ts';
import styles from './virtual-list.module.css';

interface VirtualListProps<Item> {
  readonly name: string;
  readonly items: readonly Item[];
  /** In design pixels. */
  readonly rowHeight: number;
  readonly className?: string | undefined;
  readonly children: (item: Item, index: number) => ReactNode;
}

export function VirtualList<Item>({ name, items, rowHeight, className, children }: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const pixel = designPixel();
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * pixel,
    overscan: 10,
  });
  return (
    <div ref={scroller} className={cx(styles.scroll, className)} tabIndex={0} role="group" aria-label={name}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ height: rowHeight * pixel, transform: `translateY(${start}px)` }}
            >
              {children(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
