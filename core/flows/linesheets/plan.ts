// Plans the linesheets flow: what the tags want against what JOOR has right now. Only managed linesheets are touched;
// one that somebody else made under the same name holds ours back (SHEET-1, GO-1).
import { minute, shiftInstant, type Instant } from '../../base/dates.ts';
import { hashOf } from '../../base/hash.ts';
import { inSlices } from '../../base/slices.ts';
import { cut, fold, slug } from '../../base/text.ts';
import { linesheetDifference, type ProductSkus } from '../../catalog/linesheet-difference.ts';
import type { ManagedLinesheet } from '../../ledger/linesheets.ts';
import type { JoorIds } from '../../ledger/styles.ts';
import type { Linesheet, ShipWindow } from '../../model/linesheet.ts';
import type { Change, LinesheetChange, LinesheetMember } from '../../model/plan.ts';
import type { Issue } from '../../model/standing.ts';
import { nowOf, type FlowContext } from '../context.ts';
import type { WantedMembers } from '../products/plan.ts';
import { joorIdsOf } from './read.ts';

export interface PlannedLinesheet {
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly change: Change | null;
}

export interface LinesheetsPlan {
  readonly linesheets: readonly PlannedLinesheet[];
  /** Styles and SKUs by our keys, of every linked style that any linesheet names. */
  readonly ids: ReadonlyMap<string, JoorIds>;
}

const codeLimit = 45;

/** A linesheet that was asked for may appear for so long. */
const appearsWithin = 15 * minute;

/** True for a linesheet whose creation was asked for so short a while ago that it may still appear. */
export function isRecent(context: FlowContext, askedAt: Instant | null): boolean {
  return askedAt !== null && nowOf(context) < shiftInstant(askedAt, appearsWithin);
}

/** Compares every wanted and every managed linesheet with JOOR's, and stores the differences. */
export async function planLinesheets(
  context: FlowContext,
  wanted: ReadonlyMap<string, WantedMembers>,
  present: readonly Linesheet[],
): Promise<LinesheetsPlan> {
  const { ledger, runId } = context;
  const managed = new Map(ledger.linesheets.managed().map((one) => [fold(one.name), one]));
  const keys = new Set([...wanted.values()].flatMap(({ members }) => members.map(({ styleKey }) => styleKey)));
  for (const key of ledger.styles.keysByJoorId().values()) keys.add(key);
  const ids = await joorIdsOf(context, keys);
  const keyByProduct = new Map([...ids].map(([key, { productId }]) => [productId, key]));

  const linesheets: PlannedLinesheet[] = [];
  await inSlices([...new Set([...wanted.keys(), ...managed.keys()])], 1, ([folded = '']) => {
    const ours = managed.get(folded);
    const members = wanted.get(folded) ?? { name: ours?.name ?? folded, members: [] };
    const current = linkedOrFound(context, ours, present);
    const planned = planOne(context, members, current, ours, present, ids, keyByProduct);
    if (planned.change !== null) ledger.plans.add(runId, 'linesheets', [planned.change]);
    linesheets.push(planned);
  });
  return { linesheets, ids };
}

/** JOOR's linesheet that is ours; one whose creation got no clear answer is recognised by name and code. */
function linkedOrFound(
  context: FlowContext,
  ours: ManagedLinesheet | undefined,
  present: readonly Linesheet[],
): Linesheet | null {
  if (ours === undefined) return null;
  if (ours.joorId !== null) return present.find(({ id }) => id === ours.joorId) ?? null;
  if (ours.askedAt === null) return null;
  const found = present.find(({ name, code }) => fold(name) === fold(ours.name) && code === ours.code) ?? null;
  if (found !== null && !context.isDryRun) {
    context.ledger.linesheets.link(ours.name, found.id, nowOf(context));
    // We created it as a whole, so everything in it is ours.
    const members = found.items.map(({ productId, skuIds }) => ({ productId, skuIds: skuIds ?? [] }));
    context.ledger.linesheets.addMembers(ours.name, members);
  }
  return found;
}

function planOne(
  context: FlowContext,
  wanted: WantedMembers,
  current: Linesheet | null,
  ours: ManagedLinesheet | undefined,
  present: readonly Linesheet[],
  ids: ReadonlyMap<string, JoorIds>,
  keyByProduct: ReadonlyMap<string, string>,
): PlannedLinesheet {
  const { name } = wanted;
  const details = detailsOf(context, name);
  const window = windowOf(details);
  if (current === null) {
    // A new one may be missing from JOOR's list for a while.
    if (ours?.joorId != null && isRecent(context, ours.askedAt)) return { name, issues: [], change: null };
    if (ours?.joorId != null) return { name, issues: [goneIssue(name)], change: null };
    if (wanted.members.length === 0) return { name, issues: [], change: null };
    const stranger = present.find((one) => fold(one.name) === fold(name));
    if (stranger !== undefined) return { name, issues: [existsIssue(name)], change: null };
    const after: LinesheetChange = {
      name,
      code: ours?.code ?? details?.code ?? cut(slug(name), codeLimit),
      window,
      add: wanted.members,
      remove: [],
    };
    return { name, issues: [], change: asChange(name, 'create', null, after, '') };
  }

  const removing = context.settings.linesheets.removeWhenUntagged;
  const difference = linesheetDifference(
    { members: wanted.members.flatMap((member) => productSkus(member, ids)), window },
    current,
    removing && ours !== undefined ? context.ledger.linesheets.members(ours.name) : [],
  );
  const issues = current.isHidden ? [hiddenIssue(name)] : [];
  const hasDates = Object.keys(difference.window).length > 0;
  if (difference.add.length === 0 && difference.remove.length === 0 && !hasDates) return { name, issues, change: null };
  const after: LinesheetChange = {
    name: current.name,
    code: current.code,
    window: difference.window,
    add: difference.add.flatMap((product) => memberOf(product, ids, keyByProduct)),
    remove: difference.remove.flatMap((product) => memberOf(product, ids, keyByProduct)),
  };
  const operation = difference.remove.length > 0 ? 'remove' : 'update';
  return { name, issues, change: asChange(name, operation, { window: current.window }, after, hashOf(current.items)) };
}

function asChange(
  key: string,
  operation: Change['operation'],
  before: unknown,
  after: LinesheetChange,
  basis: string,
): Change {
  return { key, part: 'linesheet', operation, before, after, basis, target: hashOf(after) };
}

/** A member by JOOR's ids; a style or SKU that JOOR doesn't have yet is left for the next run. */
export function productSkus(member: LinesheetMember, ids: ReadonlyMap<string, JoorIds>): ProductSkus[] {
  const style = ids.get(member.styleKey);
  if (style === undefined) return [];
  const skuIds = member.pairs.flatMap(({ colour, size }) => style.skuIds.get(colour)?.get(size) ?? []);
  return skuIds.length === 0 ? [] : [{ productId: style.productId, skuIds }];
}

function memberOf(
  { productId, skuIds }: ProductSkus,
  ids: ReadonlyMap<string, JoorIds>,
  keyByProduct: ReadonlyMap<string, string>,
): LinesheetMember[] {
  const styleKey = keyByProduct.get(productId);
  const style = styleKey === undefined ? undefined : ids.get(styleKey);
  if (styleKey === undefined || style === undefined) return [];
  const wanted = new Set(skuIds);
  const pairs = [...style.skuIds].flatMap(([colour, sizes]) =>
    [...sizes].filter(([, skuId]) => wanted.has(skuId)).map(([size]) => ({ colour, size })),
  );
  return [{ styleKey, pairs }];
}

type Details = FlowContext['settings']['linesheets']['details'][string];

function detailsOf({ settings }: FlowContext, name: string): Details | undefined {
  const found = Object.entries(settings.linesheets.details).find(([known]) => fold(known) === fold(name));
  return found?.[1];
}

function windowOf(details: Details | undefined): Partial<ShipWindow> {
  return {
    ...(details?.start === undefined ? {} : { start: details.start }),
    ...(details?.complete === undefined ? {} : { complete: details.complete }),
    ...(details?.cancel === undefined ? {} : { cancel: details.cancel }),
  };
}

const issue = (
  name: string,
  code: string,
  sentence: string,
  nextStep: string,
  together: Issue['together'] = null,
): Issue => ({
  kind: 'linesheet',
  key: fold(name),
  code,
  sentence,
  nextStep,
  together,
});

/** A linesheet that nobody but the brand sees yet (SHEET-3). */
export function hiddenIssue(name: string): Issue {
  return issue(name, 'hidden', `Linesheet "${name}" isn't visible to buyers yet.`, 'Publish it in JOOR.', {
    sentence: "aren't visible to buyers yet.",
    nextStep: 'Publish them in JOOR.',
  });
}

function existsIssue(name: string): Issue {
  return issue(
    name,
    'exists-in-joor',
    `JOOR already has a linesheet "${name}" that Seamline doesn't manage, so it is left as it is.`,
    'Rename it in JOOR, or give the tag in Cin7 another name.',
  );
}

function goneIssue(name: string): Issue {
  return issue(
    name,
    'gone',
    `Linesheet "${name}" isn't in JOOR any more.`,
    'If that was meant, take its tag off the styles in Cin7; else make it again in JOOR under another name.',
  );
}
