// Three of the brand's own styles, before and after: one that changes, one that is new, one that is held in part. Seeing
// those first is what makes the totals believable.
import { count } from '../../base/text.ts';
import { fold } from '../../base/text.ts';
import type { PlanView } from '../../contract/queries.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PlannedItem } from '../../ledger/plans.ts';
import {
  linesheetChangeSchema,
  pricesChangeSchema,
  productChangeSchema,
  skusChangeSchema,
  stockChangeSchema,
} from '../../model/plan.ts';
import type { Settings } from '../../settings/index.ts';

type Sample = PlanView['samples'][number];
type Line = Sample['lines'][number];

const looked = 400;

/** At most three samples of a run's plan. */
export function planSamples(ledger: Ledger, settings: Settings, runId: string): Sample[] {
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
  return three.map((one) =>
    sampleOf(ledger, settings, runId, one.key, isHeld(one) ? 'held' : one.operation === 'create' ? 'create' : 'update'),
  );
}

function sampleOf(ledger: Ledger, settings: Settings, runId: string, key: string, tag: Sample['tag']): Sample {
  const items = ledger.plans.ofSubject(runId, key);
  const [listed] = ledger.styleList.rows([key]);
  const [first] = ledger.standings.issues('style').get(key) ?? [];
  const lines = [
    ...productLines(ledger, key, items),
    ...linesheetLines(ledger, runId, key),
    ...priceLines(ledger, settings, items),
    ...stockLines(items),
    ...(first === undefined ? [] : [{ label: 'Held', before: '', after: first.sentence, note: '', isHeld: true }]),
  ];
  return { number: listed?.number ?? key, name: listed?.name ?? '', tag, lines };
}

const line = (label: string, before: string, after: string, note = ''): Line => ({
  label,
  before,
  after,
  note,
  isHeld: false,
});

function productLines(ledger: Ledger, key: string, items: readonly PlannedItem[]): Line[] {
  const [record] = ledger.styles.byKeys([key]);
  const size = `${count(record?.colours.length ?? 0, 'colour')} × ${count(record?.sizes.length ?? 0, 'size')}`;
  const lines: Line[] = [];
  for (const { part, operation, before, after, state } of items) {
    if (state === 'held') continue;
    if (part === 'product' && operation === 'create') lines.push(line('Product', '', 'New', size));
    else if (part === 'product') {
      const told = productChangeSchema.safeParse(before);
      const next = productChangeSchema.parse(after);
      const isRenamed = told.success && told.data.name !== next.name;
      lines.push(isRenamed ? line('Name', told.data.name, next.name) : line('Product', '', 'Changed'));
    } else if (part === 'skus') {
      const { skus } = skusChangeSchema.parse(after);
      lines.push(line('SKUs', '', count(skus.length, operation === 'create' ? 'new SKU' : 'changed SKU')));
    }
  }
  return lines;
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
  return [line('Linesheets', removed.join(', '), added.map((name) => `+ ${name}`).join(', '), kept.join(', '))];
}

function priceLines(ledger: Ledger, settings: Settings, items: readonly PlannedItem[]): Line[] {
  const changes = items
    .filter(({ part, state }) => part === 'prices' && state !== 'held')
    .flatMap(({ after }) => pricesChangeSchema.parse(after).prices);
  return ledger.references
    .list('priceType')
    .filter(({ name, currency }) =>
      settings.products.priceTypes.some(
        ({ joorPriceType }) => joorPriceType.name === name && joorPriceType.currency === currency,
      ),
    )
    .flatMap(({ id, currency }) => {
      const own = changes.filter(({ priceTypeId }) => priceTypeId === id);
      const [first] = own;
      if (first === undefined) return [];
      const isOne = own.every(({ wholesale }) => wholesale === first.wholesale);
      const note = first.retail === null ? '' : `RRP ${first.retail}`;
      return [line(`Whsl ${currency}`, '', isOne ? first.wholesale : count(own.length, 'price'), note)];
    });
}

function stockLines(items: readonly PlannedItem[]): Line[] {
  const stock = items.filter(({ part }) => part === 'stock');
  if (stock.length === 0) return [];
  const units = stock.reduce((sum, { after }) => sum + stockChangeSchema.parse(after).units, 0);
  const before = stock.reduce((sum, item) => sum + (typeof item.before === 'number' ? item.before : 0), 0);
  return [line('Stock', String(before), String(units), 'of the SKUs that change')];
}
