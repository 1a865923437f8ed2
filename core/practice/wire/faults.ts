// Fault scripts: what shall go wrong, on which request. One engine per practice numbers the requests of both servers in
// the order in which they arrive, so that a test can say "at the n-th request of the run do X". Rules are read in
// order and the first whose turn it is applies; every rule counts the requests that match it, applied or not.
import { z } from 'zod';
import { pathMatcher } from './path-matcher.ts';

const apiNames = ['cin7', 'joor'] as const;
export type ApiName = (typeof apiNames)[number];

const seconds = z.number().nonnegative();
const answer = {
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  contentType: z.string().optional(),
};

const actions = z.discriminatedUnion('kind', [
  /** The socket is destroyed and the request never reaches the account. */
  z.strictObject({ kind: z.literal('dropBefore') }),
  /** The account does the work, then the socket is destroyed without an answer. */
  z.strictObject({ kind: z.literal('dropAfter') }),
  /** The socket is destroyed at once; the account does the work when the clock has moved on by that much. */
  z.strictObject({ kind: z.literal('commitLate'), seconds }),
  /** No answer until the client goes away; the account does nothing. */
  z.strictObject({ kind: z.literal('timeoutBefore') }),
  /** No answer until the client goes away; the account has done the work. */
  z.strictObject({ kind: z.literal('timeoutAfter') }),
  /** This answer instead of the account's; the account does nothing. */
  z.strictObject({ kind: z.literal('status'), ...answer }),
  /** The account does the work, and this answer replaces its own. */
  z.strictObject({ kind: z.literal('statusAfter'), ...answer }),
  /** The account does the work; half of its answer arrives under the full content length. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** A maintenance page with status 200; the account does nothing. */
  z.strictObject({ kind: z.literal('html') }),
  /** A maintenance page with status 200; the account has done the work. */
  z.strictObject({ kind: z.literal('htmlAfter') }),
  /** Before the account handles the request, somebody works in its screens: how lists change between two pages. */
  z.strictObject({ kind: z.literal('edit'), edits: z.array(z.record(z.string(), z.unknown())).min(1) }),
  /** The answer comes that much later on the clock. */
  z.strictObject({ kind: z.literal('delay'), seconds }),
  /** The head comes at once, the body in pieces over that much time on the clock. */
  z.strictObject({ kind: z.literal('slowBody'), seconds, pieces: z.int().min(1).default(4) }),
]);

const bareKinds = [
  'dropBefore',
  'dropAfter',
  'timeoutBefore',
  'timeoutAfter',
  'truncate',
  'html',
  'htmlAfter',
] as const;

const faultActionSchema = z.union([z.enum(bareKinds).transform((kind) => ({ kind })), actions]);

const matchSchema = z.strictObject({
  api: z.enum(apiNames).optional(),
  method: z.string().optional(),
  /** A glob in which `*` is any text, or a regular expression when it begins with `^`; in any case of letters. */
  path: z.string().optional(),
  bodyIncludes: z.string().optional(),
  /** The request with this number in the run, counted over both servers from 1. */
  atRequest: z.int().positive().optional(),
  /** Only the n-th request that matches, counted from 1. */
  nth: z.int().positive().optional(),
  /** Each n-th request that matches. */
  every: z.int().positive().optional(),
  /** At most so many times. */
  times: z.int().positive().optional(),
});

const faultRuleSchema = z.strictObject({ match: matchSchema.default({}), do: faultActionSchema });

/** A script as it lies in a file: a list of rules, `{ "rules": [...] }`, or a single rule. */
const faultScriptSchema = z.union([
  z.array(faultRuleSchema),
  z.strictObject({ rules: z.array(faultRuleSchema) }).transform((script) => script.rules),
  faultRuleSchema.transform((rule) => [rule]),
]);

export type FaultAction = z.output<typeof faultActionSchema>;
export type FaultRule = z.input<typeof faultRuleSchema>;
export type FaultScript = z.input<typeof faultScriptSchema>;

interface FaultHit {
  readonly request: number;
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly kind: FaultAction['kind'];
}

export interface FaultControl {
  /** Appends rules, checked; throws on a rule that can't be read. */
  readonly add: (...rules: FaultRule[]) => void;
  /** Appends one rule for the request with that number in the run (see `requestNumber`). */
  readonly atRequest: (number: number, action: FaultRule['do']) => void;
  /** Removes the rules. On the practice as a whole the numbering of requests starts again too. */
  readonly reset: () => void;
  /** Which requests got which fault. */
  readonly hits: readonly FaultHit[];
  /** The number of the latest request, over both servers. */
  readonly requestNumber: number;
}

interface ArrivingRequest {
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface Faults extends FaultControl {
  /** Numbers a request and says what happens to it. */
  arrive(request: ArrivingRequest): { readonly number: number; readonly action: FaultAction | null };
  /** The same rules as one server's tests see them: what they add and remove concerns only that server. */
  of(api: ApiName): FaultControl;
}

interface LiveRule {
  readonly match: z.output<typeof matchSchema>;
  readonly action: FaultAction;
  readonly concerns: (request: ArrivingRequest, number: number) => boolean;
  seen: number;
  applied: number;
}

/** The rules of a script that came as data; throws on one that can't be read. */
export function readFaultScript(given: unknown): FaultRule[] {
  return faultScriptSchema.parse(given);
}

/** A fault engine, with the rules of a script when one is given: as rules, or as the JSON text of a file. */
export function createFaults(script: FaultScript | string = []): Faults {
  const parsedScript = faultScriptSchema.parse(typeof script === 'string' ? JSON.parse(script) : script);
  let rules: LiveRule[] = parsedScript.map(liveRule);
  let hits: FaultHit[] = [];
  let requestNumber = 0;

  const add = (api: ApiName | undefined, added: FaultRule[]) => {
    const parsed = added.map((rule) => faultRuleSchema.parse(rule));
    for (const rule of parsed) {
      rules.push(liveRule(api === undefined ? rule : { ...rule, match: { ...rule.match, api } }));
    }
  };
  const control = (api: ApiName | undefined): FaultControl => ({
    add: (...added) => add(api, added),
    atRequest: (number, action) => add(api, [{ match: { atRequest: number }, do: action }]),
    reset() {
      rules = api === undefined ? [] : rules.filter((rule) => rule.match.api !== api);
      hits = api === undefined ? [] : hits.filter((hit) => hit.api !== api);
      if (api === undefined) requestNumber = 0;
    },
    get hits() {
      return api === undefined ? hits : hits.filter((hit) => hit.api === api);
    },
    get requestNumber() {
      return requestNumber;
    },
  });

  const whole = control(undefined);
  return {
    add: whole.add,
    atRequest: whole.atRequest,
    reset: whole.reset,
    get hits() {
      return hits;
    },
    get requestNumber() {
      return requestNumber;
    },
    of: control,
    arrive(request) {
      requestNumber += 1;
      let chosen: LiveRule | null = null;
      for (const rule of rules) {
        if (!rule.concerns(request, requestNumber)) continue;
        rule.seen += 1;
        if (chosen === null && isItsTurn(rule)) chosen = rule;
      }
      if (chosen === null) return { number: requestNumber, action: null };
      chosen.applied += 1;
      const { api, method, path } = request;
      hits.push({ request: requestNumber, api, method, path, kind: chosen.action.kind });
      return { number: requestNumber, action: chosen.action };
    },
  };
}

function liveRule(rule: z.output<typeof faultRuleSchema>): LiveRule {
  const { api, method, path, bodyIncludes, atRequest } = rule.match;
  const matchesPath = path === undefined ? null : pathMatcher(path);
  return {
    match: rule.match,
    action: rule.do,
    concerns: (request, number) =>
      (api === undefined || api === request.api) &&
      (method === undefined || method.toUpperCase() === request.method) &&
      (atRequest === undefined || atRequest === number) &&
      (matchesPath === null || matchesPath(request.path)) &&
      (bodyIncludes === undefined || request.body.includes(bodyIncludes)),
    seen: 0,
    applied: 0,
  };
}

function isItsTurn({ match, seen, applied }: LiveRule): boolean {
  if (match.times !== undefined && applied >= match.times) return false;
  if (match.nth !== undefined && seen !== match.nth) return false;
  return match.every === undefined || seen % match.every === 0;
}
