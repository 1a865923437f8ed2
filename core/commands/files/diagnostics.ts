// The file for support (SEC-4): how this Seamline is and what happened lately, as one JSON file. Built from what is allowed in
// it, never from what is taken out: settings without hosts and accounts, versions, counts, codes. Free text goes in masked, and not
// at all while the keychain is locked, because what it holds can't be told from other words then. Bodies of requests never do.
import { instantOf } from '../../base/dates.ts';
import { toSeamlineError } from '../../base/errors.ts';
import { isRecord } from '../../base/guards.ts';
import { personalMask } from '../../base/mask.ts';
import { secretNames } from '../../base/ports.ts';
import { inSlices, turn } from '../../base/slices.ts';
import { cut } from '../../base/text.ts';
import { runReportSchema } from '../../contract/run-report.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { orderStates } from '../../model/standing.ts';
import { portable, type Settings } from '../../settings/index.ts';
import { heldSecrets, secretMask } from '../../sync/connect.ts';
import { modesOf } from '../../sync/modes.ts';
import type { Services } from '../services.ts';
import type { Artifact } from './artifacts.ts';

export interface DiagnosticsFacts {
  readonly version: string;
  /** Which of the doors made the file. */
  readonly host: string;
}

const runsTold = 20;
const requestsTold = 300;
const logLinesTold = 300;
const longestText = 500;

/** A free text as it may leave this computer. */
type Mask = (text: string) => string;

/** Makes the file. Damaged settings or records are told in it instead of keeping it from being made. */
export async function diagnosticsFile(services: Services, facts: DiagnosticsFacts): Promise<Artifact> {
  const { profile, clock, log } = services;
  const problems: string[] = [];
  const attempt = async <Value>(what: string, work: () => Value | Promise<Value>): Promise<Value | null> => {
    try {
      return await work();
    } catch (thrown) {
      const { code } = toSeamlineError(thrown);
      problems.push(`${what}: ${code}`);
      log.write('warn', 'a part of the diagnostics file could not be made', { part: what, code });
      return null;
    }
  };
  const settings = await attempt('settings', () => profile.settings.load());
  const ledger =
    settings === null
      ? null
      : await attempt('records', () => profile.openLatestLedger(settings, instantOf(clock.now())));
  try {
    const secrets = settings === null ? null : await attempt('keychain', () => heldSecrets({ settings, ...services }));
    const mask = secrets === null ? null : await maskOf(ledger, Object.values(secrets));
    const content = {
      made: instantOf(clock.now()),
      seamline: facts.version,
      host: facts.host,
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      freeText: mask === null ? 'left out: the keychain is locked or the settings are damaged' : 'masked',
      settings: settings === null ? null : settingsTold(settings),
      secrets: secrets === null ? null : Object.fromEntries(secretNames.map((name) => [name, secrets[name] !== ''])),
      records:
        ledger === null || settings === null ? null : await attempt('records', () => recordsTold(ledger, settings)),
      runs: ledger === null ? [] : ((await attempt('runs', () => runsOf(ledger, mask))) ?? []),
      requests: ledger === null ? [] : ((await attempt('requests', () => requestsOf(ledger, mask))) ?? []),
      log: (await attempt('log', () => logOf(profile.logTail(logLinesTold), mask))) ?? [],
      problems,
    };
    return {
      name: 'seamline-diagnostics.json',
      mediaType: 'application/json',
      text: `${JSON.stringify(content, null, 1)}\n`,
    };
  } finally {
    ledger?.close();
  }
}

/** Masks secrets and all personal data that the records know. */
async function maskOf(ledger: Ledger | null, secrets: readonly string[]): Promise<Mask> {
  const redact = secretMask(secrets);
  const personal = personalMask(ledger === null ? [] : await personsIn(ledger));
  return (text) => cut(personal(redact(text)), longestText);
}

async function personsIn(ledger: Ledger): Promise<Set<string>> {
  const known = new Set<string>();
  const add = (...texts: readonly string[]) => {
    for (const text of texts) if (text.trim() !== '') known.add(text);
  };
  for (const { name, displayName, contacts, addresses } of ledger.customers.all()) {
    add(name, displayName);
    for (const contact of contacts) add(contact.name, contact.email, contact.phone, ...contact.name.split(/\s+/));
    for (const { line1, line2, city, postcode } of addresses) add(line1, line2, city, postcode);
  }
  await turn();
  await inSlices(ledger.orderList.ids([...orderStates], '', null), 20, (ids) => {
    for (const id of ids) {
      const order = ledger.orders.get(id)?.order;
      if (order === undefined) continue;
      add(order.customerName, order.buyerName, order.salesRep, ...order.buyerName.split(/\s+/), order.comments);
      for (const { name, phone, email, line1, line2, city, postcode } of [order.shipTo, order.billTo])
        add(name, phone, email, line1, line2, city, postcode);
    }
  });
  return known;
}

/** What differs from the defaults, without hosts and accounts; the names of sales representatives are people. */
function settingsTold(settings: Settings): Record<string, unknown> {
  const told = structuredClone(portable(settings));
  const { orders } = told;
  if (isRecord(orders) && isRecord(orders['maps'])) {
    const reps = orders['maps']['salesRep'];
    if (isRecord(reps)) orders['maps']['salesRep'] = `${Object.keys(reps).length} entries`;
  }
  return { ...told, joorEnvironment: settings.connections.joor.environment };
}

async function recordsTold(ledger: Ledger, settings: Settings) {
  const { health } = ledger;
  const tables: Record<string, number> = {};
  const damage: string[] = [];
  for (const table of health.tables()) {
    tables[table] = health.rowsIn(table);
    await turn();
    // What SQLite says of damage may quote what stands there.
    if (health.check(table) !== 'ok') damage.push(table);
    await turn();
  }
  return {
    schema: health.schema(),
    integrity: damage.length === 0 ? 'ok' : `damaged: ${damage.join(', ')}`,
    tables,
    flows: modesOf(ledger, settings).map(({ flow, mode, since }) => ({ flow, mode, since })),
    orders: Object.fromEntries(ledger.orders.counts()),
    styles: Object.fromEntries(ledger.standings.counts('style')),
    attention: ledger.attention.open().map(({ kind, code, subjects, since }) => ({
      kind,
      code,
      subjects: subjects.length,
      since,
    })),
  };
}

function runsOf(ledger: Ledger, mask: Mask | null) {
  const told = (text: string) => (mask === null ? '' : mask(text));
  return ledger.runs.page(null, runsTold).flatMap(({ report }) => {
    if (report === null) return [];
    const { company: _company, notes, error, flows, basis: _basis, ...run } = runReportSchema.parse(JSON.parse(report));
    return [
      {
        ...run,
        notes: notes.map(told),
        error: error === null ? null : { ...error, sentence: told(error.sentence), nextStep: told(error.nextStep) },
        flows: flows.map((flow) => ({ ...flow, sentence: told(flow.sentence), nextStep: told(flow.nextStep) })),
      },
    ];
  });
}

async function requestsOf(ledger: Ledger, mask: Mask | null) {
  const requests: object[] = [];
  await inSlices(ledger.runs.latestRequests(requestsTold), 25, (group) => {
    for (const { address, response, ...request } of group)
      requests.push({
        ...request,
        address: withoutValues(address),
        // Only what was refused says something; what was read is the brand's own.
        ...(request.status === null || request.status >= 300 ? { words: mask === null ? '' : mask(response) } : {}),
      });
  });
  return requests;
}

/** The path of an address with the names of what was asked for; ids and names in it are left out. */
function withoutValues(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, searchParams } = new URL(address);
  const names = [...new Set(searchParams.keys())].join('&');
  return names === '' ? pathname : `${pathname}?${names}`;
}

const logFacts = new Set(['code', 'kind', 'run', 'operation', 'status', 'flow', 'part', 'api', 'attempt']);

/** Log lines with their time, level and the facts that are codes; words only when they can be masked. */
function logOf(lines: readonly string[], mask: Mask | null): object[] {
  return lines.flatMap((line) => {
    const entry = parsed(line);
    if (!isRecord(entry)) return [];
    const { time, level, msg } = entry;
    const facts = Object.entries(entry).filter(([name]) => logFacts.has(name));
    const words = mask === null || typeof msg !== 'string' ? {} : { words: mask(msg) };
    return [{ time, level, ...Object.fromEntries(facts), ...words }];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
