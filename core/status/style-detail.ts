// One style told whole: a plain answer to "why isn't it in JOOR?", the trace of conditions up to the first that fails, what
// each part comes to, and the fields that differ. From facts alone; the same facts always tell the same.
import { count, grouped } from '../base/text.ts';
import { productChangeSchema, skusChangeSchema, type Change } from '../model/plan.ts';
import type { Issue, Reason, StyleState } from '../model/standing.ts';
import { styleFieldNames, type Style, type Trait } from '../model/style.ts';
import { fieldWords, shortened } from './field-words.ts';

export interface TraceStep {
  readonly state: 'yes' | 'fails' | 'follows';
  readonly sentence: string;
  readonly value: string;
}

export interface PartView {
  readonly name: 'product' | 'skus' | 'prices' | 'linesheets' | 'images' | 'stock';
  readonly state: 'same' | 'to-send' | 'needs-you' | 'off' | 'not-built';
  readonly value: string;
}

export interface FieldDifference {
  readonly field: string;
  readonly cin7: string;
  readonly joor: string;
}

export interface StyleFactsWhole {
  readonly state: StyleState;
  readonly reason: Reason;
  /** Selection's conditions in their order. */
  readonly selection: readonly { readonly name: string; readonly state: TraceStep['state'] }[];
  readonly issues: readonly Issue[];
  /** Null for a style that is left out. */
  readonly style: Style | null;
  readonly changes: readonly Change[];
  /** Mapped price types: label, and what Cin7 Core has for them over the style's SKUs. */
  readonly prices: readonly { readonly label: string; readonly value: string | null }[];
  /** Linesheets by its tags, and those of them in which JOOR has it. */
  readonly linesheets: readonly { readonly name: string; readonly isThere: boolean }[];
  readonly flows: { readonly linesheets: boolean; readonly inventory: boolean };
  readonly isInJoor: boolean;
  /** Units that JOOR shows over all warehouses; null when none were ever sent. */
  readonly stock: number | null;
}

/** The answer in a sentence or two. */
export function styleAnswer({ state, reason, isInJoor, linesheets, issues }: StyleFactsWhole): string {
  if (state === 'left-out') return isInJoor ? `${reason.sentence} It is still in JOOR from before.` : reason.sentence;
  if (!isInJoor)
    return issues.length === 0 ? 'Not yet: the next run sends it.' : `It isn't in JOOR. ${issues[0]?.sentence ?? ''}`;
  const seen = linesheets.filter(({ isThere }) => isThere).length;
  const where =
    seen === 0
      ? "It is in JOOR, but in no linesheet, so buyers can't see it."
      : `It is in JOOR, in ${count(seen, 'linesheet')}.`;
  return [where, issues.find(({ code }) => code !== 'no-linesheet')?.sentence ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The conditions on the way to buyers: ticks until the first that fails, what follows as to come. */
export function styleTrace(facts: StyleFactsWhole): TraceStep[] {
  const selected = facts.selection.every(({ state }) => state === 'yes');
  if (!selected) return facts.selection.map(({ name, state }) => ({ state, sentence: name, value: '' }));
  const { style, prices, linesheets, isInJoor } = facts;
  const steps: { holds: boolean; sentence: string; value: string }[] = [
    {
      holds: true,
      sentence: inOneSentence(facts.selection.map(({ name }) => name).slice(-4)),
      value: '',
    },
  ];
  if (style !== null) {
    const real = style.skus.filter(({ productId }) => productId !== null).length;
    const matrix = `${count(style.colours.length, 'colour')} × ${count(style.sizes.length, 'size')}`;
    steps.push({ holds: real > 0, sentence: `${count(real, 'SKU')}: ${matrix}`, value: '' });
  }
  for (const { label, value } of prices)
    steps.push({ holds: value !== null, sentence: `Wholesale ${label}`, value: value ?? 'empty' });
  if (facts.flows.linesheets)
    steps.push({
      holds: linesheets.length > 0,
      sentence: linesheets.length > 0 ? `In ${linesheets.map(({ name }) => name).join(', ')}` : 'In a linesheet',
      value: linesheets.length > 0 ? '' : 'none',
    });
  steps.push({ holds: isInJoor, sentence: 'In JOOR', value: isInJoor ? '' : 'with the next run' });
  const failing = steps.findIndex(({ holds }) => !holds);
  return steps.map(({ sentence, value }, index) => ({
    state: failing === -1 || index < failing ? 'yes' : index === failing ? 'fails' : 'follows',
    sentence,
    value,
  }));
}

/** `Active in Cin7, sellable, tagged JOOR`: the first keeps its capital. */
function inOneSentence(conditions: readonly string[]): string {
  return conditions
    .map((condition, index) => (index === 0 ? condition : `${condition.charAt(0).toLowerCase()}${condition.slice(1)}`))
    .join(', ');
}

/** What each part comes to, in the order in which they are sent. */
export function styleParts(facts: StyleFactsWhole): PartView[] {
  const { style, changes, issues, prices, linesheets, flows, stock } = facts;
  const refused = (part: string) => issues.some(({ code }) => code === `refused:${part}`);
  const waiting = (part: Change['part']) => changes.filter((change) => change.part === part);
  const state = (part: 'product' | 'skus' | 'prices', needsPerson: boolean): PartView['state'] =>
    refused(part) || needsPerson ? 'needs-you' : waiting(part).length > 0 ? 'to-send' : 'same';
  const skus = style?.skus.filter(({ productId }) => productId !== null).length ?? 0;
  const changed = waiting('skus').reduce((sum, { after }) => sum + skusChangeSchema.parse(after).skus.length, 0);
  const missing = prices.filter(({ value }) => value === null);
  const there = linesheets.filter(({ isThere }) => isThere).length;
  const noLinesheet = issues.some(({ code }) => code === 'no-linesheet');
  return [
    { name: 'product', state: state('product', false), value: waiting('product').length > 0 ? 'changed' : 'same' },
    { name: 'skus', state: state('skus', false), value: changed > 0 ? `${changed} to send` : grouped(skus) },
    {
      name: 'prices',
      state: state('prices', missing.length > 0),
      value:
        missing.length > 0
          ? `${missing.map(({ label }) => label).join(', ')} empty`
          : waiting('prices').length > 0
            ? 'changed'
            : 'same',
    },
    {
      name: 'linesheets',
      state: !flows.linesheets ? 'off' : noLinesheet ? 'needs-you' : there < linesheets.length ? 'to-send' : 'same',
      value: flows.linesheets ? `${there} of ${linesheets.length}` : 'off',
    },
    { name: 'images', state: 'not-built', value: 'not in this version yet' },
    { name: 'stock', state: flows.inventory ? 'same' : 'off', value: stock === null ? 'not sent yet' : grouped(stock) },
  ];
}

/** The fields in which JOOR differs from Cin7 Core now; a style that JOOR never had differs in nothing yet. */
export function styleDifferences(facts: StyleFactsWhole, known: readonly Trait[]): FieldDifference[] {
  if (!facts.isInJoor) return [];
  const differences: FieldDifference[] = [];
  for (const change of facts.changes.filter(({ part }) => part === 'product')) {
    const after = productChangeSchema.parse(change.after);
    const before = productChangeSchema.safeParse(change.before);
    const told = before.success ? before.data : null;
    for (const field of ['number', 'name'] as const)
      if (told?.[field] !== after[field])
        differences.push({ field: fieldWords[field] ?? field, cin7: after[field], joor: told?.[field] ?? 'not set' });
    for (const field of styleFieldNames) {
      const [value, old] = [after.fields[field] ?? '', told?.fields[field] ?? ''];
      if (old !== value)
        differences.push({
          field: fieldWords[field] ?? field,
          cin7: shortened(value) || 'empty',
          joor: shortened(old) || 'not set',
        });
    }
  }
  const renamed = (field: string, traits: readonly Trait[]) => {
    for (const { code, name } of traits) {
      const old = known.find((trait) => trait.code === code)?.name ?? name;
      if (old !== name) differences.push({ field: `${field} ${code}`, cin7: name, joor: old });
    }
  };
  renamed('Colour', facts.style?.colours ?? []);
  renamed('Size', facts.style?.sizes ?? []);
  for (const { label, value } of facts.prices)
    if (value === null) differences.push({ field: `Wholesale ${label}`, cin7: 'empty', joor: 'not set' });
  for (const { name, isThere } of facts.linesheets)
    if (!isThere) differences.push({ field: 'Linesheets', cin7: name, joor: 'not in it' });
  return differences;
}
