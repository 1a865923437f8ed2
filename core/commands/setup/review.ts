// The review of set-up: what Seamline inferred from both accounts' own data, and the few things that only a person can
// choose. Flows that need such an answer wait for it, the rest can go on (design 7).
import { count, grouped } from '../../base/text.ts';
import type { QueryOutput, ReviewRow } from '../../contract/queries.ts';
import { codeRow, priceRows, rankedSources, rateRows, stockRows, type SetupFacts } from './choices.ts';

/** Figures, questions and findings, in the order in which data flows. */
export function setupReview(facts: SetupFacts): QueryOutput<'setup.review'> {
  const rows = [
    tagRow(facts),
    optionRow(facts),
    ...priceRows(facts),
    linesheetRow(facts),
    ...stockRows(facts),
    codeRow(facts),
    salesRow(facts),
    ...rateRows(facts),
  ];
  return { figures: figures(facts), sentence: summary(rows), rows };
}

function summary(rows: readonly ReviewRow[]): string {
  const open = rows.filter(({ isSettled }) => !isSettled).length;
  const found = `${count(rows.length - open, 'choice comes', 'choices come')} from your own data.`;
  if (open === 0) return `${found} Nothing is left to choose.`;
  return `${found} ${count(open, 'is for you to make', 'are for you to make')}; flows that need it stay off until then.`;
}

function figures({ ledger, settings }: SetupFacts): { value: string; label: string }[] {
  const counts = ledger.standings.counts('style');
  const leftOut = counts.get('left-out') ?? 0;
  const all = [...counts.values()].reduce((sum, number) => sum + number, 0);
  const { retailers, ranked } = rankedSources({ ledger });
  const from = settings.customers.codeFrom;
  const matched =
    from === undefined
      ? (ranked[0]?.matched ?? 0)
      : ledger.customers.codesFound(ledger.survey.joorCustomerCodes(), from);
  return [
    { value: grouped(all - leftOut), label: 'styles selected' },
    { value: grouped(leftOut), label: 'left out, with reasons' },
    { value: grouped(ledger.survey.selectedSkus()), label: 'SKUs' },
    { value: grouped(linesheetNames({ ledger, settings }).length), label: 'linesheets by tag' },
    { value: `${grouped(matched)} of ${grouped(retailers)}`, label: 'retailers matched' },
  ];
}

function tagRow({ ledger, settings }: SetupFacts): ReviewRow {
  const counts = ledger.standings.counts('style');
  const leftOut = counts.get('left-out') ?? 0;
  const selected = [...counts.values()].reduce((sum, number) => sum + number, 0) - leftOut;
  const { selectTags } = settings.products;
  const tags = ledger.survey.tags().slice(0, 40);
  return {
    key: 'tags',
    title: 'Which styles',
    finding:
      selected === 0
        ? `No style carries the tag ${selectTags.join(' or ')}`
        : `${grouped(selected)} are selected, ${grouped(leftOut)} are not${leftOut === 0 ? '' : `: ${leftOutWhy(ledger)}`}`,
    chosen: `Tag ${selectTags.join(' or ')}`,
    isSettled: selected > 0,
    holds: selected > 0 ? [] : ['products'],
    editor: {
      kind: 'many-of',
      options: tags.map(({ name, styles }) => ({ value: name, label: name, why: count(styles, 'style') })),
      selected: selectTags,
    },
  };
}

const reasonsShown = 2;

/** The most frequent reasons of what is left out: `no JOOR tag in Cin7 (90), discontinued in Cin7 (8), others (15)`. */
function leftOutWhy(ledger: SetupFacts['ledger']): string {
  const numbers = new Map<string, number>();
  for (const { state, reason } of ledger.standings.list('style'))
    if (state === 'left-out') numbers.set(reason, (numbers.get(reason) ?? 0) + 1);
  const ranked = [...numbers].toSorted(([, a], [, b]) => b - a);
  const others = ranked.slice(reasonsShown).reduce((sum, [, number]) => sum + number, 0);
  const words = ranked
    .slice(0, reasonsShown)
    .map(([sentence, number]) => `${sentence.replace(/^Left out: |\.$/g, '')} (${grouped(number)})`);
  return [...words, ...(others === 0 ? [] : [`others (${grouped(others)})`])].join(', ');
}

function optionRow({ ledger, settings }: SetupFacts): ReviewRow {
  const { colorOptionNames, sizeOptionNames } = settings.products;
  const known = new Set([...colorOptionNames, ...sizeOptionNames].map((name) => name.toLowerCase()));
  const names = ledger.survey.optionNames();
  const used = names.filter(({ name }) => known.has(name.toLowerCase()));
  const others = names.filter(({ name }) => !known.has(name.toLowerCase()));
  const list = (part: typeof names) =>
    part
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ');
  return {
    key: 'options',
    title: 'Colour and size',
    finding:
      used.length === 0
        ? 'No family names an option for colour or size; every style is one colour and one size'
        : `${list(used)} found${others.length === 0 ? '' : `; ${list(others)} joins the colour`}`,
    chosen: count(used.length, 'option name'),
    isSettled: true,
    holds: [],
    editor: { kind: 'settings', section: 'products' },
  };
}

/** Linesheets as the tags name them. */
function linesheetNames({ ledger, settings }: Pick<SetupFacts, 'ledger' | 'settings'>): string[] {
  const { from } = settings.linesheets;
  if (from.kind !== 'tagPrefix') return [];
  const prefix = from.prefix.toLowerCase();
  return ledger.survey
    .tags()
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().startsWith(prefix));
}

function linesheetRow(facts: SetupFacts): ReviewRow {
  const { from } = facts.settings.linesheets;
  const names = linesheetNames(facts);
  const isSettled = from.kind !== 'tagPrefix' || names.length > 0;
  return {
    key: 'linesheets',
    title: 'Linesheets',
    finding:
      from.kind !== 'tagPrefix'
        ? 'Each style goes into the linesheet that its field names'
        : `${count(names.length, 'tag begins', 'tags begin')} with ${from.prefix}`,
    chosen: from.kind === 'tagPrefix' ? `Prefix ${from.prefix}` : 'A field',
    isSettled,
    holds: isSettled ? [] : ['linesheets'],
    editor:
      from.kind === 'tagPrefix'
        ? { kind: 'text', value: from.prefix, placeholder: 'Collection_', suffix: '' }
        : { kind: 'settings', section: 'linesheets' },
  };
}

const claimWords = { 'when-available': 'claim when available', always: 'always claim', never: 'never claim' } as const;

function salesRow({ settings }: SetupFacts): ReviewRow {
  const { saleType, claim, invoice } = settings.orders;
  return {
    key: 'sales',
    title: 'Sales',
    finding: 'How an approved order becomes a sale in Cin7',
    chosen: [saleType, claimWords[claim], ...(invoice === 'none' ? [] : [`${invoice} invoice`])].join(', '),
    isSettled: true,
    holds: [],
    editor: { kind: 'settings', section: 'orders' },
  };
}
