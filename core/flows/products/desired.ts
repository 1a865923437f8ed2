// What JOOR should have of a source under given settings, with nothing stored: for holding a draft of the settings against the
// present ones.
import { composeStyle } from '../../catalog/compose.ts';
import { membershipsOf, type Membership } from '../../catalog/membership.ts';
import { priceFeeds, type PriceFeed } from '../../catalog/prices.ts';
import { selectSource } from '../../catalog/selection.ts';
import { splitSource } from '../../catalog/split.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { StyleRecord } from '../../ledger/styles.ts';
import type { StyleSource } from '../../model/product.ts';
import type { Style } from '../../model/style.ts';
import type { Settings } from '../../settings/index.ts';
import { sharedBarcodes } from './barcodes.ts';
import { knownSplit, knownStyle } from './known.ts';

export interface DesiredStyle {
  readonly style: Style;
  readonly linesheets: readonly Membership[];
}

export interface Desired {
  readonly styles: readonly DesiredStyle[];
  /** Why the source goes to JOOR not at all; empty when it does. */
  readonly leftOut: string;
}

export interface Desire {
  readonly feeds: readonly PriceFeed[];
  /** The styles of a source, `records` being what is remembered of it. */
  of(source: StyleSource, records: readonly StyleRecord[]): Desired;
}

/** What JOOR should have under these settings. */
export async function desireUnder(ledger: Ledger, { products, linesheets }: Settings): Promise<Desire> {
  const { feeds } = priceFeeds(products, ledger.references.list('priceType'));
  const context = { settings: products, feeds, sharedBarcodes: await sharedBarcodes(ledger, products) };
  return {
    feeds,
    of(source, records) {
      const selection = selectSource(source, products);
      if (!selection.selected) return { styles: [], leftOut: selection.reason.sentence };
      const styles = splitSource(source, selection.live, knownSplit(records), products).map((part) => {
        const known = knownStyle(records.find(({ key }) => key === part.source.id));
        const { style } = composeStyle(part.source, part.live, known, context);
        return { style, linesheets: membershipsOf(part.source, style, linesheets) };
      });
      return { styles, leftOut: '' };
    },
  };
}
