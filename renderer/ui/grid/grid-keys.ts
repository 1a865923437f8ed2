// The keys of a grid (design language, section 8), for the row that has the focus.
import { useCallback, type KeyboardEvent } from 'react';
import { copyText } from '../copy.ts';

interface GridKeys {
  readonly ids: readonly string[];
  readonly activeIndex: number;
  /** Rows that a page holds. */
  readonly page: number;
  readonly isOpen: boolean;
  readonly moveTo: (index: number) => void;
  readonly open: (id: string | null) => void;
  readonly toggle: (id: string) => void;
  readonly extend: (from: number, to: number) => void;
  readonly selectAll: () => void;
  readonly numberOf: (id: string) => string;
}

/** Where a key moves the focus, before the ends of the list are minded; null for other keys. */
function targetOf(key: string, at: number, page: number, last: number, isOpen: boolean): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'j':
      return isOpen ? at + 1 : null;
    case 'k':
      return isOpen ? at - 1 : null;
    default:
      return null;
  }
}

export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const { ids, activeIndex, moveTo, open } = grid;
      const id = ids[activeIndex];
      const isInRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
      if (id === undefined || !isInRow) return;
      const isCommand = event.ctrlKey || event.metaKey;
      const last = ids.length - 1;
      const target = isCommand ? null : targetOf(event.key, activeIndex, grid.page, last, grid.isOpen);
      if (target !== null) {
        const index = Math.min(last, Math.max(0, target));
        if (event.shiftKey) grid.extend(activeIndex, index);
        const next = ids[index];
        if (grid.isOpen && next !== undefined) open(next);
        moveTo(index);
      } else if (event.key === 'Enter') open(id);
      else if (event.key === ' ') grid.toggle(id);
      else if (event.key === 'Escape' && grid.isOpen) open(null);
      else if (isCommand && event.key === 'c' && String(getSelection()) === '') void copyText(grid.numberOf(id));
      else if (isCommand && event.key === 'a') grid.selectAll();
      else return;
      event.preventDefault();
    },
    [grid],
  );
}
