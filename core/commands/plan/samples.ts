// Three of the brand's own styles, before and after: one that changes, one that is new, one that is held in part, or those
// that the person picks. Seeing those first is what makes the totals believable.
import { count, fold } from '../../base/text.ts';
import type { PlanSample, QueryOutput } from '../../contract/queries.ts';
import { wholesaleSpans } from '../../flows/products/look.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PlannedItem } from '../../ledger/plans.ts';
import type { ListedStyle } from '../../ledger/style-list.ts';
import { linesheetChangeSchema, pricesChangeSchema, stockChangeSchema } from '../../model/plan.ts';
import type { StyleState } from '../../model/standing.ts';
import type { Settings } from '../../settings/index.ts';
import { changeLines } from '../../status/change-lines.ts';
import { priceLabels } from '../styles/price-labels.ts';

type Line = PlanSample['lines'][number];

const looked = 400;
const mostFound = 30;

/** At most three samples of a run's plan. */
export function planSamples(ledger: Ledger, settings: Settings, runId: string): PlanSample[] {
  const subjects = ledger.plans.subjects(runId, 'products', looked);
  const needing = new Set(
    ledger.standings
      .list('style')
      .filter(({ state }) => state === 'needs-you')
      .map(({ key }) => key),
  );
  const isHeld = ({ key, isHeld: held }: { key: string; isHeld: boolean }) => held || needing.has(key);
  const picks = [
    subjects.find((one) => one.operation === 'update' && !isHeld(one)),
    ...subjects.filter((one) => one.operation === 'create' && !isHeld(one)).slice(0, 2),
    subjects.find(isHeld),
  ].flatMap((one) => one ?? []);
  // With nothing changed or nothing held, a second new style stands in.
  const three = picks.length > 3 ? [...picks.slice(0, 2), ...picks.slice(-1)] : picks;
  return three.map(({ key }) => sampleOf(ledger, settings, runId, key));
}

/** These styles as JOOR shows them now and after, in this order; those that are gone are missing. */
export function samplesOf(ledger: Ledger, settings: Settings, runId: string, keys: readonly string[]): PlanSample[] {
  const known = ledger.standings.named('style', keys);
  return keys.filter((key) => known.has(key)).map((key) => sampleOf(ledger, settings, runId, key));
}

/** Styles to pick from: those that fit the text; without one those that change most. */
export function stylesOfPlan(ledger: Ledger, runId: string, search: string): QueryOutput<'runs.planStyles'> {
  const keys =
    search.trim() === ''
      ? ledger.plans.subjects(runId, 'products', mostFound).map(({ key }) => key)
      : ledger.styleList
          .open({ states: [], cause: null, search, sort: { column: 'number', isDescending: false } })
          .ids.slice(0, mostFound);
  const named = ledger.standings.named('style', keys);
  return keys.flatMap((key) => {
    const style = named.get(key);
    if (style === undefined) return [];
    const tag = tagOf(ledger.plans.ofSubject(runId, key), style.state);
    return [{ key, number: style.label, name: style.name, tag }];
  });
}

function tagOf(items: readonly PlannedItem[], state: StyleState | undefined): PlanSample['tag'] {
  if (state === 'needs-you' || items.some((item) => item.state === 'held')) return 'held';
  if (items.some(({ part, operation }) => part === 'product' && operation === 'create')) return 'create';
  return items.length > 0 ? 'update' : 'same';
}

function sampleOf(ledger: Ledger, settings: Settings, runId: string, key: string): PlanSample {
  const items = ledger.plans.ofSubject(runId, key);
  const [listed] = ledger.styleList.rows([key]);
  const [first] = ledger.standings.issues('style').get(key) ?? [];
  const tag = tagOf(items, listed?.state);
  const lines = [
    ...productLines(ledger, key, items),
    ...linesheetLines(ledger, runId, key),
    ...(listed?.state === 'left-out' ? [] : priceLines(ledger, settings, items, listed)),
    ...stockLines(items, listed?.stock ?? null),
    ...(first === undefined || first.code.startsWith('no-price:')
      ? []
      : [{ label: 'Held', before: '', after: first.sentence, note: '', isHeld: true }]),
    ...(listed?.state === 'left-out' ? [line('Left out', '', listed.reason, 'same')] : []),
  ];
  return { key, number: listed?.number ?? key, name: listed?.name ?? '', tag, lines };
}

const line = (label: string, before: string, after: string, note = ''): Line => ({
  label,
  before,
  after,
  note,
  isHeld: false,
});

/** Fields that change are shown one by one, so many at most. */
const fieldsShown = 3;

function productLines(ledger: Ledger, key: string, items: readonly PlannedItem[]): Line[] {
  const sent = items.filter(({ state, part }) => state !== 'held' && (part === 'product' || part === 'skus'));
  const isNew = sent.some(({ part, operation }) => part === 'product' && operation === 'create');
  if (isNew) {
    const [record] = ledger.styles.byKeys([key]);
    const size = `${count(record?.colours.length ?? 0, 'colour')} × ${count(record?.sizes.length ?? 0, 'size')}`;
    return [line('Product', '', 'New', size)];
  }
  const fields = sent.flatMap((item) => changeLines(item, { priceLabel: () => '', isNew: () => false }));
  const more = fields.length - fieldsShown;
  return [
    ...fields.slice(0, fieldsShown).map(({ field, before, after }) => line(field, before, after || 'empty')),
    ...(more > 0 ? [line('Besides', '', count(more, 'field'))] : []),
  ];
}

function linesheetLines(ledger: Ledger, runId: string, key: string): Line[] {
  const changes = ledger.plans.ofPart(runId, 'linesheet').map(({ after }) => linesheetChangeSchema.parse(after));
  const added = changes.filter(({ add }) => add.some(({ styleKey }) => styleKey === key)).map(({ name }) => name);
  const removed = changes
    .filter(({ remove }) => remove.some(({ styleKey }) => styleKey === key))
    .map(({ name }) => name);
  const has = (list: readonly string[], name: string) => list.some((one) => fold(one) === fold(name));
  const kept = (ledger.styleList.rows([key])[0]?.linesheets ?? []).filter(
    (name) => !has(removed, name) && !has(added, name),
  );
  if (added.length + removed.length + kept.length === 0) return [];
  if (added.length + removed.length === 0) return [line('Linesheets', '', kept.join(', '), 'same')];
  return [line('Linesheets', removed.join(', '), added.map((name) => `+ ${name}`).join(', '), kept.join(', '))];
}

/** Each mapped price type: what changes, what stays, what Cin7 Core lacks. */
function priceLines(
  ledger: Ledger,
  settings: Settings,
  items: readonly PlannedItem[],
  listed: ListedStyle | undefined,
): Line[] {
  const changes = items
    .filter(({ part, state }) => part === 'prices' && state !== 'held')
    .flatMap(({ after }) => pricesChangeSchema.parse(after).prices);
  const known = ledger.references.list('priceType');
  const [source] = listed === undefined ? [] : ledger.products.sources([listed.sourceId]);
  const spans = wholesaleSpans(source, settings);
  const labels = priceLabels(settings);
  return settings.products.priceTypes.map(({ joorPriceType: { name, currency } }, index) => {
    const label = `Whsl ${labels[index] ?? currency}`;
    const id = known.find((one) => one.name === name && one.currency === currency)?.id;
    const own = changes.filter(({ priceTypeId }) => priceTypeId === id);
    const span = spans[index] ?? null;
    const [first] = own;
    if (span === null) return { ...line(label, '', 'empty in Cin7', 'nothing sent'), isHeld: true };
    if (first === undefined) return line(label, '', span, 'same');
    const isOne = own.every(({ wholesale }) => wholesale === first.wholesale);
    const note = first.retail === null ? '' : `RRP ${first.retail}`;
    return line(label, '', isOne ? first.wholesale : count(own.length, 'price'), note);
  });
}

function stockLines(items: readonly PlannedItem[], shown: number | null): Line[] {
  const stock = items.filter(({ part }) => part === 'stock');
  if (stock.length === 0) return shown === null ? [] : [line('Stock', '', String(shown), 'same')];
  const units = stock.reduce((sum, { after }) => sum + stockChangeSchema.parse(after).units, 0);
  const before = stock.reduce((sum, item) => sum + (typeof item.before === 'number' ? item.before : 0), 0);
  if (shown === null) return [line('Stock', '', String(units), 'in all')];
  return [line('Stock', String(shown), String(shown - before + units), 'in all')];
}
