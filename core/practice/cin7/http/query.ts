// Query parameters: names in any case, values read leniently where the reference says so, else refused with 400.
import { Refusal, refuse } from './answers.ts';
import type { Cin7PracticeSwitches } from '../switches.ts';
import { parseMoment } from '../wire/dates.ts';
import { parsePlainDate, type PlainDate } from '../../../base/dates.ts';

export interface Query {
  /** Null when it isn't there or empty. */
  text(name: string): string | null;
  /** `true` and `1` are true (Cin7 3.1); anything else isn't. Null when it isn't there. */
  flag(name: string): boolean | null;
  /** Null when it isn't there or no whole number. */
  integer(name: string): number | null;
  guid(name: string): string | null;
  /** Epoch milliseconds; an invalid date is refused (Cin7 14.2). */
  moment(name: string): number | null;
  date(name: string): PlainDate | null;
  requiredGuid(name: string): string;
  names(): string[];
}

const guidPattern = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** True for the text of a GUID in either case. */
export function isGuid(value: string): boolean {
  return guidPattern.test(value);
}

/** The parameters of a request's URL. When one comes twice the first counts. */
export function readQuery(parameters: URLSearchParams, zone: Cin7PracticeSwitches['momentZone']): Query {
  const values = new Map<string, string>();
  for (const [name, value] of parameters) if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);

  const text = (name: string) => {
    const value = values.get(name.toLowerCase())?.trim() ?? '';
    return value === '' ? null : value;
  };
  const guid = (name: string) => {
    const value = text(name);
    if (value !== null && !isGuid(value)) refuse(`${name} parameter must be of GUID type`);
    return value;
  };
  return {
    text,
    flag(name) {
      const value = text(name);
      return value === null ? null : value.toLowerCase() === 'true' || value === '1';
    },
    integer(name) {
      const value = text(name);
      return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
    },
    guid,
    moment(name) {
      const value = text(name);
      if (value === null) return null;
      const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(value);
      const isForm = zone === 'either' || hasZone === (zone === 'always');
      // Invented message: the reference only says 400.
      return (isForm ? parseMoment(value) : null) ?? refuse(`Parameter '${name}' is not a valid date.`);
    },
    date(name) {
      const value = text(name);
      if (value === null) return null;
      return parsePlainDate(value) ?? refuse(`Parameter '${name}' is not a valid date.`);
    },
    requiredGuid: (name) => guid(name) ?? refuse(`Required attribute '${name}' not provided.`),
    names: () => [...values.keys()],
  };
}

/** Refuses parameters that an endpoint doesn't have; only with the switch strict (14.1). Invented message. */
export function refuseUnknownParameters(query: Query, known: readonly string[]): void {
  const folded = new Set(known.map((name) => name.toLowerCase()));
  const unknown = query.names().filter((name) => !folded.has(name));
  if (unknown.length > 0) throw new Refusal(unknown.map((name) => `Unknown parameter '${name}'.`));
}
