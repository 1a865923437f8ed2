// Figures as the bench prints them: what was measured, what the formula gives, and the mark that it must not miss.

export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  /** How the figure comes about, with this brand's numbers in it. */
  readonly formula: string;
  /** The most that is allowed; null for a figure that is only told. */
  readonly mark: number | null;
}

/** Prints figures as aligned lines and tells whether all marks were met. */
export function printFigures(title: string, figures: readonly Figure[]): boolean {
  console.log(`\n${title}`);
  const rows = figures.map(({ name, measured, unit, formula, mark }) => ({
    name,
    value: `${shown(measured)} ${unit}`.trim(),
    mark: mark === null ? '' : `at most ${shown(mark)}`,
    verdict: mark === null ? ' ' : measured <= mark ? '✓' : '✗',
    formula,
  }));
  const width = (pick: (row: (typeof rows)[number]) => string) => Math.max(...rows.map((row) => pick(row).length));
  const [names, values, marks] = [width((row) => row.name), width((row) => row.value), width((row) => row.mark)];
  for (const row of rows)
    console.log(
      `  ${row.verdict} ${row.name.padEnd(names)}  ${row.value.padStart(values)}  ${row.mark.padEnd(marks)}  ${row.formula}`.trimEnd(),
    );
  return figures.every(({ measured, mark }) => mark === null || measured <= mark);
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });
}
