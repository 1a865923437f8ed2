// One style whole, for its drawer: where it stands and why, the way it took through selection, its parts, what differs now.
import { SeamlineError } from '../../base/errors.ts';
import { fold } from '../../base/text.ts';
import type { StyleDetail } from '../../contract/styles.ts';
import { lookAtStyle } from '../../flows/products/look.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Style } from '../../model/style.ts';
import type { Settings } from '../../settings/index.ts';
import { styleAnswer, styleDifferences, styleParts, styleTrace } from '../../status/style-detail.ts';
import { readLedger, type Services } from '../services.ts';
import { styleRows } from './list.ts';

/** A style by its key. Throws `not-found` when Seamline doesn't know it any more. */
export function styleDetail(ledger: Ledger, settings: Settings, key: string): StyleDetail {
  const [listed] = ledger.styleList.rows([key]);
  const [row] = styleRows(ledger, settings, [key]);
  if (listed === undefined || row === undefined) throw notThere(key);
  const { facts, traitsInJoor } = lookAtStyle(ledger, settings, listed);
  return {
    ...row,
    answer: styleAnswer(facts),
    trace: styleTrace(facts),
    advice: facts.issues[0]?.nextStep ?? row.reason.nextStep,
    comparedAt: ledger.runs.lastSuccess()?.endedAt ?? null,
    parts: styleParts(facts),
    differences: styleDifferences(facts, traitsInJoor),
    productId: ledger.products.sources([listed.sourceId])[0]?.variants[0]?.product.id ?? null,
    skuRows: facts.style === null ? [] : skuRows(ledger, facts.style),
  };
}

/** The same by the style's number, as a person types it. */
export function styleByNumber(services: Services, number: string): Promise<StyleDetail> {
  return readLedger(
    services,
    (ledger, settings) => {
      const { ids } = ledger.styleList.open({ states: [], cause: null, search: number, sort: null });
      const found = ledger.styleList.rows(ids).find((row) => fold(row.number) === fold(number));
      if (found === undefined) throw notThere(number);
      return styleDetail(ledger, settings, found.key);
    },
    () => {
      throw notThere(number);
    },
  );
}

function skuRows(ledger: Ledger, { key, colours, sizes, skus }: Style): StyleDetail['skuRows'] {
  const shown = ledger.stock.shown(key);
  const named = (traits: Style['colours'], code: string) => traits.find((trait) => trait.code === code)?.name ?? code;
  return skus
    .filter(({ productId }) => productId !== null)
    .map(({ colour, size, sku, offered }) => ({
      sku: sku ?? '',
      colour: named(colours, colour),
      size: named(sizes, size),
      stock: shown.find((one) => one.colour === colour && one.size === size)?.units ?? null,
      isOffered: offered,
    }));
}

function notThere(asked: string): SeamlineError {
  return new SeamlineError('not-found', {
    sentence: "This style isn't in Seamline's records.",
    nextStep: 'Look for it among all styles; what Cin7 got since the last run comes with the next one.',
    details: { asked },
  });
}
