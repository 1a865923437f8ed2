import { describe, expect, test } from 'vitest';
import { hiddenColumns } from './fit-columns.ts';
import { allToggled, extended, toggled } from './selection.ts';

const columns = [
  { id: 'style', width: 180, priority: null },
  { id: 'state', width: 160, priority: null },
  { id: 'skus', width: 60, priority: 2 },
  { id: 'stock', width: 70, priority: null },
  { id: 'linesheets', width: 120, priority: 3 },
  { id: 'since', width: 80, priority: 1 },
];

describe('a grid with little room', () => {
  test('hides by priority and keeps identity, state and amounts', () => {
    expect([...hiddenColumns(columns, 800)]).toEqual([]);
    expect([...hiddenColumns(columns, 600)]).toEqual(['since']);
    expect([...hiddenColumns(columns, 560)]).toEqual(['since', 'skus']);
    const first = columns.slice(0, 1).map((column) => ({ ...column, comfort: 240 }));
    expect([...hiddenColumns([...first, ...columns.slice(1)], 620)]).toEqual(['since', 'skus']);
    expect([...hiddenColumns(columns, 10)]).toEqual(['since', 'skus', 'linesheets']);
  });
});

describe('selecting rows', () => {
  const ids = ['a', 'b', 'c', 'd'];

  test('Space ticks and unticks, Shift extends both ways', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a', 'b']), 'b')]).toEqual(['a']);
    expect([...extended(new Set(), ids, 2, 0)]).toEqual(['a', 'b', 'c']);
    expect([...extended(new Set(['d']), ids, 0, 1)]).toEqual(['d', 'a', 'b']);
  });

  test('the box in the header takes all, then none', () => {
    expect(allToggled(new Set(['a']), ids).size).toBe(4);
    expect(allToggled(new Set(ids), ids).size).toBe(0);
  });
});
