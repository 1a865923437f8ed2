// Plans the products flow: walks every source of a style in chunks, decides what goes to JOOR and why the rest doesn't,
// and stores the differences as the run's plan. Nothing is written to an account here.
import { fold } from '../../base/text.ts';
import { chunks, inSlices, startSlices, type Slices } from '../../base/slices.ts';
import { composeStyle, pairKey, type Composed } from '../../catalog/compose.ts';
import { styleDifference } from '../../catalog/difference.ts';
import { membershipsOf } from '../../catalog/membership.ts';
import { priceFeeds, type PriceFeed } from '../../catalog/prices.ts';
import { selectSource } from '../../catalog/selection.ts';
import { splitSource } from '../../catalog/split.ts';
import { sharedBarcodes } from './barcodes.ts';
import { confirmedPrices, contentsOf, knownSplit, knownStyle } from './known.ts';
import { refusalKey } from '../../ledger/plans.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import type { Change, LinesheetMember } from '../../model/plan.ts';
import type { StyleSource } from '../../model/product.ts';
import type { Issue, Reason } from '../../model/standing.ts';
import type { Style } from '../../model/style.ts';
import { nowOf, type FlowContext } from '../context.ts';

/** What one style needs, and what is to be said of it. */
export interface PlannedStyle {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly leftOut: Reason | null;
  readonly issues: readonly Issue[];
  readonly pending: readonly string[];
  readonly isInJoor: boolean;
}

/** A linesheet as the tags want it: its name and the styles in it. */
export interface WantedMembers {
  readonly name: string;
  readonly members: LinesheetMember[];
}

export interface ProductsPlan {
  readonly styles: ReadonlyMap<string, PlannedStyle>;
  /** By the name in lower case. */
  readonly linesheets: ReadonlyMap<string, WantedMembers>;
  /** Keys of styles that JOOR would get anew. */
  readonly created: readonly string[];
  /** SKUs of selected styles that were compared. */
  readonly skus: number;
  readonly unknownPriceTypes: readonly string[];
}

interface Working {
  readonly context: FlowContext;
  readonly feeds: readonly PriceFeed[];
  readonly sharedBarcodes: ReadonlySet<string>;
  readonly refusals: ReadonlyMap<string, { readonly target: string; readonly words: string }>;
  readonly styles: Map<string, PlannedStyle>;
  readonly linesheets: Map<string, WantedMembers>;
  readonly created: string[];
  skus: number;
}

const familiesPerChunk = 32;
const productsPerChunk = 60;
/** Products looked at for a family in one go. */
const productsPerLook = 2_000;

/** Plans every style. The mirror must be up to date. */
export async function planProducts(context: FlowContext): Promise<ProductsPlan> {
  const { ledger, settings, listener } = context;
  const { feeds, unknown } = priceFeeds(settings.products, ledger.references.list('priceType'));
  const working: Working = {
    context,
    feeds,
    sharedBarcodes: await sharedBarcodes(ledger, settings.products),
    refusals: ledger.plans.refusals(),
    styles: new Map(),
    linesheets: new Map(),
    created: [],
    skus: 0,
  };
  listener.begin('products', 'comparing', null);
  const slices = startSlices();
  const planChunk = async (sources: readonly StyleSource[]) => {
    planSources(working, sources);
    listener.advance(working.styles.size);
    if (slices.due()) await slices.rest();
  };
  let after = '';
  for (;;) {
    const families = ledger.products.familySources(after, familiesPerChunk);
    if (families.length === 0) break;
    await planChunk(families);
    after = families.at(-1)?.id ?? after;
  }
  for (const ids of chunks(await idsWithoutFamily(ledger, slices), productsPerChunk))
    await planChunk(ledger.products.sources(ids));
  return { ...working, unknownPriceTypes: unknown };
}

async function idsWithoutFamily({ products }: FlowContext['ledger'], slices: Slices): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const looked = products.withoutFamily(after, productsPerLook);
    if (looked === null) return ids;
    ids.push(...looked.ids);
    after = looked.last;
    if (slices.due()) await slices.rest();
  }
}

/** Plans some sources again, after what is known of them changed (they were found in JOOR). */
export async function replanSources(
  context: FlowContext,
  plan: ProductsPlan,
  sourceIds: readonly string[],
): Promise<ProductsPlan> {
  const { ledger, settings, runId } = context;
  const keys = ledger.styles.bySources(sourceIds).map(({ key }) => key);
  ledger.plans.withdraw(runId, keys);
  const again = new Set(keys);
  const linesheets = new Map(
    [...plan.linesheets].map(([name, wanted]) => [
      name,
      { ...wanted, members: wanted.members.filter(({ styleKey }) => !again.has(styleKey)) },
    ]),
  );
  const working: Working = {
    context,
    feeds: priceFeeds(settings.products, ledger.references.list('priceType')).feeds,
    sharedBarcodes: await sharedBarcodes(ledger, settings.products),
    refusals: ledger.plans.refusals(),
    styles: new Map(plan.styles),
    linesheets,
    created: plan.created.filter((key) => !again.has(key)),
    skus: plan.skus,
  };
  await inSlices(sourceIds, familiesPerChunk, (ids) => planSources(working, ledger.products.sources(ids)));
  return { ...working, unknownPriceTypes: plan.unknownPriceTypes };
}

function planSources(working: Working, sources: readonly StyleSource[]): void {
  const { context } = working;
  const { ledger, runId } = context;
  const records = new Map<string, StyleRecord[]>();
  for (const record of ledger.styles.bySources(sources.map(({ id }) => id)))
    records.set(record.sourceId, [...(records.get(record.sourceId) ?? []), record]);
  const changes: Change[] = [];
  const held: Change[] = [];
  ledger.transaction(() => {
    for (const source of sources) planSource(working, source, records.get(source.id) ?? [], changes, held);
    if (changes.length > 0) ledger.plans.add(runId, 'products', changes);
    if (held.length > 0) ledger.plans.add(runId, 'products', held, 'held');
  });
}

function planSource(
  working: Working,
  source: StyleSource,
  records: readonly StyleRecord[],
  changes: Change[],
  held: Change[],
): void {
  const { context } = working;
  const settings = context.settings.products;
  const selection = selectSource(source, settings);
  if (!selection.selected) {
    leaveOut(working, source, records, selection.reason);
    return;
  }
  for (const part of splitSource(source, selection.live, knownSplit(records), settings)) {
    const record = records.find(({ key }) => key === part.source.id);
    const composed = composeStyle(part.source, part.live, knownStyle(record), {
      settings,
      feeds: working.feeds,
      sharedBarcodes: working.sharedBarcodes,
    });
    planStyle(working, source, part.source, composed, record, changes, held);
  }
}

function planStyle(
  working: Working,
  source: StyleSource,
  part: StyleSource,
  { style, issues }: Composed,
  record: StyleRecord | undefined,
  changes: Change[],
  held: Change[],
): void {
  const { context } = working;
  const { ledger, settings } = context;
  if (record === undefined || !isSameRecord(style, record)) ledger.styles.save(style, source);
  const { changes: wanted, settled } = styleDifference(style, {
    joorId: record?.joorId ?? null,
    parts: contentsOf(record),
    skus: new Map((record?.skus ?? []).map((sku) => [pairKey(sku.colour, sku.size), sku])),
    prices: () => confirmedPrices(ledger, record),
  });
  if (!context.isDryRun)
    for (const { part: name, target } of settled)
      ledger.styles.confirmPart(style.key, name, target, null, nowOf(context));

  const refused: Issue[] = [];
  for (const change of wanted) {
    const refusal = working.refusals.get(refusalKey(change.key, change.part));
    if (refusal?.target === change.target) {
      refused.push(refusedIssue(style.key, style.number, change.part, refusal.words, true));
      held.push(change);
    } else changes.push(change);
  }
  if (record?.joorId == null && wanted.some(({ part: name }) => name === 'product')) working.created.push(style.key);

  const memberships = membershipsOf(part, style, settings.linesheets);
  for (const { linesheet, pairs } of memberships) {
    const wantedSheet = working.linesheets.get(fold(linesheet)) ?? { name: linesheet, members: [] };
    wantedSheet.members.push({ styleKey: style.key, pairs: [...pairs] });
    working.linesheets.set(fold(linesheet), wantedSheet);
  }
  const unseen =
    settings.flows.linesheets && memberships.length === 0 ? [noLinesheetIssue(style, settings.linesheets)] : [];
  working.skus += style.skus.filter(({ productId }) => productId !== null).length;
  working.styles.set(style.key, {
    key: style.key,
    number: style.number,
    name: style.name,
    leftOut: null,
    issues: [...refused, ...issues, ...unseen],
    pending: [...new Set(wanted.filter((change) => !held.includes(change)).map(({ part: name }) => name))],
    isInJoor: record?.joorId != null,
  });
}

function leaveOut(working: Working, source: StyleSource, records: readonly StyleRecord[], reason: Reason): void {
  // A style that was in JOOR before keeps its keys; one that never was is known by its source.
  const keys = records.length === 0 ? [source.id] : records.map(({ key }) => key);
  for (const key of keys)
    working.styles.set(key, {
      key,
      number: source.sku,
      name: source.name,
      leftOut: reason,
      issues: [],
      pending: [],
      isInJoor: records.some((record) => record.key === key && record.joorId !== null),
    });
}

function isSameRecord(style: Style, record: StyleRecord): boolean {
  const traits = (list: Style['colours']) =>
    list.map(({ code, name, position }) => `${code}\u0000${name}\u0000${position}`).join('\n');
  if (style.number !== record.number) return false;
  if (traits(style.colours) !== traits(record.colours) || traits(style.sizes) !== traits(record.sizes)) return false;
  if (style.skus.length !== record.skus.length) return false;
  const known = new Map(record.skus.map((sku) => [pairKey(sku.colour, sku.size), sku]));
  return style.skus.every((sku) => {
    const same = known.get(pairKey(sku.colour, sku.size));
    return (
      same !== undefined &&
      same.productId === sku.productId &&
      same.offered === sku.offered &&
      same.barcode === sku.barcode
    );
  });
}

const partWords: Readonly<Record<string, string>> = {
  product: 'the style',
  skus: 'its SKUs',
  prices: 'its prices',
};

/** The issue of content that JOOR refused, in JOOR's own words. */
export function refusedIssue(key: string, number: string, part: string, words: string, isLasting: boolean): Issue {
  return {
    kind: 'style',
    key,
    code: `refused:${part}`,
    sentence: `JOOR refused ${partWords[part] ?? part} of ${number}: ${words.replace(/[.]?$/, '.')}`,
    nextStep: isLasting
      ? 'Change it in Cin7; Seamline sends it again as soon as it differs.'
      : 'The next run looks again. If it stays so, look for it in JOOR.',
    together: null,
  };
}

function noLinesheetIssue(style: Style, settings: FlowContext['settings']['linesheets']): Issue {
  const { from } = settings;
  return {
    kind: 'style',
    key: style.key,
    code: 'no-linesheet',
    sentence: "It is in no linesheet, so buyers can't see it.",
    nextStep:
      from.kind === 'tagPrefix'
        ? `Add a tag that begins with ${from.prefix} to ${style.number} in Cin7.`
        : `Fill the field that names the linesheet on ${style.number} in Cin7.`,
    together: {
      sentence: "are in no linesheet, so buyers can't see them.",
      nextStep:
        from.kind === 'tagPrefix'
          ? `Add a tag that begins with ${from.prefix} to each in Cin7.`
          : 'Fill the field that names the linesheet on each in Cin7.',
    },
  };
}
