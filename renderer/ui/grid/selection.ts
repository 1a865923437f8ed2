// Which rows are ticked, as a set of ids, and how Space, Shift and the header's box change it.

/** With one id more or less. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** With everything between two places, both included. */
export function extended(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...selected, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

/** All of them, or none when all are ticked already. */
export function allToggled(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return ids.every((id) => selected.has(id)) ? new Set() : new Set(ids);
}
