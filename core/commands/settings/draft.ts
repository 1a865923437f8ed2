// What a draft of the settings would change in JOOR, before it is saved: counted over all styles in short slices, and one of
// the brand's own styles shown line by line. Nothing is stored, no account is asked.
import { instantOf } from '../../base/dates.ts';
import { hashOf } from '../../base/hash.ts';
import { chunks, startSlices } from '../../base/slices.ts';
import { describeStyle, type DescribedLine } from '../../catalog/describe.ts';
import type {
  EffectStyle,
  SettingChange,
  SettingsEffect,
  SettingsPreview,
  StyleLine,
} from '../../contract/settings.ts';
import { desireUnder, type Desire, type DesiredStyle } from '../../flows/products/desired.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import type { StyleSource } from '../../model/product.ts';
import type { Settings } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import { withChanges } from './values.ts';

const examplesShown = 5;
const sourcesAtOnce = 12;
/** Products looked at for a family in one go. */
const productsAtOnce = 2_000;

/** How many styles a draft changes, brings to JOOR or takes out. Throws `settings-refused` for one that breaks a rule. */
export async function draftEffect(services: Services, changes: readonly SettingChange[]): Promise<SettingsEffect> {
  const settings = await services.profile.settings.load();
  return effectOf(services, settings, withChanges(settings, changes));
}

/** The same for whole settings in the place of others. */
export async function effectOf(services: Services, settings: Settings, draft: Settings): Promise<SettingsEffect> {
  const effect = { styles: 0, changed: 0, added: 0, left: 0, examples: [] as EffectStyle[] };
  if (!concernsStyles(settings, draft)) return effect;
  await overLedger(services, settings, async (ledger) => {
    const pair = { present: await desireUnder(ledger, settings), drafted: await desireUnder(ledger, draft) };
    const slices = startSlices();
    for (const some of sourcesOf(ledger)) {
      for (const [source, records] of withRecords(ledger, some)) {
        count(effect, source, records, pair);
        if (slices.due()) await slices.rest();
      }
    }
  });
  return effect;
}

/** One style under the present settings and under the draft. `at` counts from 0 and goes round. */
export async function draftPreview(
  services: Services,
  changes: readonly SettingChange[],
  at: number,
): Promise<SettingsPreview> {
  const settings = await services.profile.settings.load();
  const draft = withChanges(settings, changes);
  return overLedger(services, settings, async (ledger) => {
    const { ids } = ledger.styleList.open({ states: [], cause: null, search: '', sort: null });
    const shown = ledger.styleList.open({
      states: ['in-step', 'to-send', 'needs-you', 'sending'],
      cause: null,
      search: '',
      sort: { column: 'number', isDescending: false },
    }).ids;
    const keys = shown.length > 0 ? shown : ids;
    const place = keys.length === 0 ? 0 : ((at % keys.length) + keys.length) % keys.length;
    const [listed] = ledger.styleList.rows(keys.slice(place, place + 1));
    const [source] = listed === undefined ? [] : ledger.products.sources([listed.sourceId]);
    if (listed === undefined || source === undefined) return null;
    const records = ledger.styles.bySources([source.id]);
    const [present, drafted] = [await desireUnder(ledger, settings), await desireUnder(ledger, draft)];
    const before = present.of(source, records);
    const after = drafted.of(source, records);
    const [one, other] = [styleOf(before.styles, listed.key), styleOf(after.styles, listed.key)];
    return {
      number: listed.number,
      name: listed.name,
      at: place,
      of: keys.length,
      leftOut: after.leftOut === '' ? null : after.leftOut,
      lines: linesOf(one, present, other, drafted),
    };
  });
}

/** The style of that key; under a draft that splits or joins colours, the one that stands in for it. */
const styleOf = (styles: readonly DesiredStyle[], key: string) =>
  styles.find(({ style }) => style.key === key) ?? styles[0];

/** True when what the styles are made from differs; the rest of the settings changes no style. */
function concernsStyles(settings: Settings, draft: Settings): boolean {
  const made = ({ products, linesheets }: Settings) => hashOf({ products, from: linesheets.from });
  return made(settings) !== made(draft);
}

interface Pair {
  readonly present: Desire;
  readonly drafted: Desire;
}

function count(
  effect: { -readonly [Key in keyof SettingsEffect]: SettingsEffect[Key] },
  source: StyleSource,
  records: readonly StyleRecord[],
  { present, drafted }: Pair,
): void {
  const before = byKey(present.of(source, records).styles);
  const after = byKey(drafted.of(source, records).styles);
  effect.styles += before.size;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)];
    const named = other ?? one;
    if (named === undefined || (one !== undefined && other !== undefined && isSame(one, other))) continue;
    const kind = one === undefined ? 'added' : other === undefined ? 'left' : 'changed';
    effect[kind] += 1;
    if (effect.examples.length >= examplesShown) continue;
    const { number, name } = named.style;
    const lines = linesOf(one, present, other, drafted).filter((line) => line.before !== line.after);
    effect.examples.push({ number, name, kind, lines });
  }
}

const byKey = (styles: readonly DesiredStyle[]) => new Map(styles.map((one) => [one.style.key, one]));

const isSame = (one: DesiredStyle, other: DesiredStyle) => JSON.stringify(one) === JSON.stringify(other);

/** The lines of both, in one order: the present ones, and what the draft adds in its place. */
function linesOf(
  one: DesiredStyle | undefined,
  present: Desire,
  other: DesiredStyle | undefined,
  drafted: Desire,
): StyleLine[] {
  const described = (style: DesiredStyle | undefined, desire: Desire): DescribedLine[] =>
    style === undefined ? [] : describeStyle(style.style, style.linesheets, desire.feeds);
  const before = described(one, present);
  const after = described(other, drafted);
  const labels = after.map(({ label }) => label);
  for (const [index, { label }] of before.entries())
    if (!labels.includes(label)) labels.splice(Math.min(index, labels.length), 0, label);
  const valueIn = (lines: readonly DescribedLine[], label: string) =>
    lines.find((line) => line.label === label)?.value ?? '';
  return labels.map((label) => ({ label, before: valueIn(before, label), after: valueIn(after, label) }));
}

function* sourcesOf(ledger: Ledger): Generator<StyleSource[]> {
  let after = '';
  for (;;) {
    const families = ledger.products.familySources(after, sourcesAtOnce);
    if (families.length === 0) break;
    yield families;
    after = families.at(-1)?.id ?? after;
  }
  after = '';
  for (;;) {
    const looked = ledger.products.withoutFamily(after, productsAtOnce);
    if (looked === null) return;
    for (const ids of chunks(looked.ids, sourcesAtOnce)) yield ledger.products.sources(ids);
    after = looked.last;
  }
}

function* withRecords(ledger: Ledger, sources: readonly StyleSource[]): Generator<[StyleSource, StyleRecord[]]> {
  const records = ledger.styles.bySources(sources.map(({ id }) => id));
  for (const source of sources) yield [source, records.filter(({ sourceId }) => sourceId === source.id)];
}

/** Works on a look of its own into the ledger, for as long as it takes; null-like nothing where none was ever read. */
async function overLedger<Result>(
  { profile, clock }: Services,
  settings: Settings,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result | null> {
  const ledger = profile.openLatestLedger(settings, instantOf(clock.now()));
  if (ledger === null) return null;
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}
