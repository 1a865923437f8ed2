// Remembers what was computed from an object for as long as the object lives.

/** The function, computed once per object. */
export function oncePer<Subject extends object, Result>(
  compute: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const results = new WeakMap<Subject, { readonly value: Result }>();
  return (subject) => {
    const known = results.get(subject);
    if (known !== undefined) return known.value;
    const value = compute(subject);
    results.set(subject, { value });
    return value;
  };
}
