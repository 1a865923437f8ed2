// Linesheets as a screen lists them: JOOR's own as last read and those that Seamline means to create, with what the latest
// comparison would add and take out. What isn't managed is shown and never touched (SHEET-1).
import { SeamlineError } from '../../base/errors.ts';
import { fold } from '../../base/text.ts';
import type { LinesheetDetail, LinesheetRow } from '../../contract/styles.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Linesheet } from '../../model/linesheet.ts';
import { linesheetChangeSchema, type LinesheetChange } from '../../model/plan.ts';
import type { Settings } from '../../settings/index.ts';
import { latestComparison } from '../plan/latest.ts';

interface Facts {
  readonly present: readonly Linesheet[];
  /** By JOOR's id. */
  readonly managed: ReadonlyMap<string, string>;
  /** Open changes by the linesheet's name, folded. */
  readonly planned: ReadonlyMap<string, LinesheetChange>;
}

/** All linesheets by name; managed ones first. */
export function linesheetRows(ledger: Ledger, settings: Settings): LinesheetRow[] {
  const facts = factsOf(ledger);
  const standings = new Map(ledger.standings.list('linesheet').map((one) => [one.key, one]));
  const issues = ledger.standings.issues('linesheet');
  const names = new Map<string, { name: string; sheet: Linesheet | null }>();
  for (const sheet of facts.present) names.set(sheet.id, { name: sheet.name, sheet });
  const presentManaged = new Set(facts.present.flatMap(({ id }) => facts.managed.get(id) ?? []).map(fold));
  for (const change of facts.planned.values())
    if (!facts.present.some(({ name }) => fold(name) === fold(change.name)) && !presentManaged.has(fold(change.name)))
      names.set(fold(change.name), { name: change.name, sheet: null });
  const rows = [...names].map(([key, { name, sheet }]): LinesheetRow => {
    const own = sheet === null ? name : (facts.managed.get(sheet.id) ?? null);
    const change = own === null ? undefined : facts.planned.get(fold(own));
    const standing = own === null ? undefined : standings.get(fold(own));
    const [issue] = own === null ? [] : (issues.get(fold(own)) ?? []);
    const details = Object.entries(settings.linesheets.details).find(
      ([known]) => fold(known) === fold(own ?? name),
    )?.[1];
    const window = sheet?.window ?? { start: null, complete: null, cancel: null };
    const planned = change?.window ?? {};
    return {
      key,
      name,
      code: sheet?.code ?? change?.code ?? '',
      isManaged: own !== null,
      visibility: sheet === null ? 'not-in-joor' : sheet.isHidden ? 'hidden' : 'visible',
      state: own === null ? 'left-out' : (standing?.state ?? 'to-send'),
      reason: {
        code: issue?.code ?? '',
        sentence: issue?.sentence ?? (own === null ? 'Managed in JOOR. Seamline leaves it as it is.' : ''),
        nextStep: issue?.nextStep ?? '',
      },
      styles: sheet?.items.length ?? 0,
      toAdd: change?.add.length ?? 0,
      toRemove: change?.remove.length ?? 0,
      start: planned.start ?? window.start,
      complete: planned.complete ?? window.complete,
      cancel: planned.cancel ?? window.cancel,
      season: details?.season ?? '',
      isMadeToOrder: details?.madeToOrder === true || (sheet?.code ?? details?.code ?? '').toUpperCase() === 'MTO',
    };
  });
  return rows.sort(
    (one, other) => Number(other.isManaged) - Number(one.isManaged) || (fold(one.name) < fold(other.name) ? -1 : 1),
  );
}

function factsOf(ledger: Ledger): Facts {
  const runId = latestComparison(ledger)?.runId ?? null;
  const items = runId === null ? [] : ledger.plans.ofPart(runId, 'linesheet');
  const planned = items
    .filter(({ state }) => state !== 'applied')
    .map(({ key, after }) => [fold(key), linesheetChangeSchema.parse(after)] as const);
  return {
    present: ledger.linesheets.read(),
    managed: new Map(
      ledger.linesheets.managed().flatMap(({ name, joorId }) => (joorId === null ? [] : [[joorId, name] as const])),
    ),
    planned: new Map(planned),
  };
}

/** One linesheet with its styles: those in it, those that come, those that go. Throws `not-found`. */
export function linesheetDetail(ledger: Ledger, settings: Settings, key: string): LinesheetDetail {
  const row = linesheetRows(ledger, settings).find((one) => one.key === key || fold(one.name) === fold(key));
  if (row === undefined)
    throw new SeamlineError('not-found', {
      sentence: "This linesheet isn't in JOOR any more.",
      nextStep: 'Look at the list again; the next run reads it anew.',
      details: { key },
    });
  const facts = factsOf(ledger);
  const sheet = facts.present.find(({ id }) => id === row.key) ?? null;
  const own = sheet === null ? row.name : (facts.managed.get(sheet.id) ?? null);
  const change = own === null ? undefined : facts.planned.get(fold(own));
  const keys = ledger.styles.keysByJoorId();
  const ours = new Set(
    own === null || sheet === null ? [] : ledger.linesheets.members(own).map(({ productId }) => productId),
  );
  const leaving = new Set(change?.remove.map(({ styleKey }) => styleKey));
  const present = new Set<string>();
  const inJoor = (sheet?.items ?? []).map(({ productId }) => {
    const styleKey = keys.get(productId) ?? null;
    if (styleKey !== null) present.add(styleKey);
    const isLeaving = styleKey !== null && leaving.has(styleKey);
    return {
      styleKey,
      change: isLeaving ? ('remove' as const) : ours.has(productId) ? ('in' as const) : ('by-hand' as const),
    };
  });
  const coming = (change?.add ?? [])
    // More SKUs of a style that is in it already.
    .filter(({ styleKey }) => !present.has(styleKey))
    .map(({ styleKey }) => ({ styleKey, change: 'add' as const }));
  const all = [...coming, ...inJoor];
  const named = ledger.standings.named(
    'style',
    all.flatMap(({ styleKey }) => styleKey ?? []),
  );
  const members = all.map(({ styleKey, change: kind }) => {
    const style = styleKey === null ? undefined : named.get(styleKey);
    return {
      key: style === undefined ? null : styleKey,
      number: style?.label ?? 'Unknown style',
      name: style?.name ?? 'Not from Seamline',
      change: kind,
    };
  });
  const rank = { add: 0, remove: 1, in: 2, 'by-hand': 3 } as const;
  members.sort(
    (one, other) => rank[one.change] - rank[other.change] || (fold(one.number) < fold(other.number) ? -1 : 1),
  );
  return { ...row, members };
}
