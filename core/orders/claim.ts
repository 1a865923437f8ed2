// Whether a sale claims stock at once (authorised) or waits as a draft (ORD-5, SCOPE-3). Availability is reduced locally
// as orders are decided in the order of their approval, so that two of them never claim the same unit.
import { wholeUnits } from '../base/decimal.ts';
import type { SaleDraft } from '../model/sale.ts';
import type { Settings } from '../settings/index.ts';

export interface ClaimDecision {
  readonly status: 'DRAFT' | 'AUTHORISED';
  /** Why it waits as a draft; empty when it is authorised. */
  readonly why: string;
}

/** Units free at the sale's location by product id; changed as orders claim them. */
export type FreeStock = Map<string, number>;

/** Free units from scaled quantities (see base/decimal). */
export function freeStock(lines: Iterable<{ readonly productId: string; readonly available: number }>): FreeStock {
  const free: FreeStock = new Map();
  for (const { productId, available } of lines)
    free.set(productId, (free.get(productId) ?? 0) + Math.max(0, wholeUnits(available)));
  return free;
}

/** Decides for one sale and, when it claims, takes its units out of `free`. */
export function decideClaim(
  draft: SaleDraft,
  settings: Settings['orders'],
  environment: string,
  free: FreeStock,
): ClaimDecision {
  if (environment === 'sandbox') return { status: 'DRAFT', why: 'Sandbox orders stay drafts.' };
  if (settings.claim === 'never') return { status: 'DRAFT', why: 'The settings leave sales as drafts.' };
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of draft.lines)
    wanted.set(productId, (wanted.get(productId) ?? 0) + Number(quantity));
  if (settings.claim === 'when-available') {
    const short = [...wanted].reduce((sum, [id, units]) => sum + Math.max(0, units - (free.get(id) ?? 0)), 0);
    if (short > 0)
      return { status: 'DRAFT', why: `${short} ${short === 1 ? 'unit is' : 'units are'} short in ${draft.location}.` };
  }
  for (const [id, units] of wanted) free.set(id, Math.max(0, (free.get(id) ?? 0) - units));
  return { status: 'AUTHORISED', why: '' };
}
