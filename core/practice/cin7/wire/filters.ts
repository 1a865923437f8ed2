// Text filters of lists. All of them ignore case; a filter that isn't given lets everything through.

/** "Starts with", as customers and reference books filter (Cin7 7, 8.1). */
export function startsWith(value: string | null, filter: string | null): boolean {
  return filter === null || (value ?? '').toLowerCase().startsWith(filter.toLowerCase());
}

/** "Contains", as products and families filter (Cin7 14.2). */
export function contains(value: string | null, filter: string | null): boolean {
  return filter === null || (value ?? '').toLowerCase().includes(filter.toLowerCase());
}

/** The whole value. A comma list is no list: it equals nothing (Cin7 13, gotcha 51). */
export function equals(value: string | null, filter: string | null): boolean {
  return filter === null || (value ?? '').toLowerCase() === filter.toLowerCase();
}

/** ModifiedSince and its kin (Cin7 14.2). */
export function isSince(moment: number, since: number | null, way: 'inclusive' | 'exclusive'): boolean {
  return since === null || (way === 'inclusive' ? moment >= since : moment > since);
}
