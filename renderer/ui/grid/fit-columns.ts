// Which columns a grid has room for: those of the lowest priority go first, identity, state and amounts stay.

export interface FittingColumn {
  readonly id: string;
  /** The least width, in design pixels. */
  readonly width: number;
  /** The width it should have before others are shown; the least one where it is the same. */
  readonly comfort?: number;
  /** Null stays whatever happens; else the lowest number is hidden first. */
  readonly priority: number | null;
}

const comfortOf = ({ width, comfort = width }: FittingColumn) => comfort;

/** The ids of the columns to hide so that the rest fits into the given width. */
export function hiddenColumns(columns: readonly FittingColumn[], available: number): ReadonlySet<string> {
  const hidden = new Set<string>();
  let width = columns.reduce((sum, column) => sum + comfortOf(column), 0);
  const inOrder = columns
    .filter(({ priority }) => priority !== null)
    .sort((one, other) => (one.priority ?? 0) - (other.priority ?? 0));
  for (const column of inOrder) {
    if (width <= available) break;
    hidden.add(column.id);
    width -= comfortOf(column);
  }
  return hidden;
}
