// A linesheet: a list of styles and SKUs with one ship window. JOOR's API calls it a collection; only the joor room
// uses that word.
import type { PlainDate } from '../base/dates.ts';

export interface LinesheetItem {
  /** JOOR's product id. */
  readonly productId: string;
  /** 1-based place in JOOR's display order; null when JOOR gave none. */
  readonly position: number | null;
  /** JOOR's SKU ids; null means every SKU of the product. */
  readonly skuIds: readonly string[] | null;
}

export interface ShipWindow {
  readonly start: PlainDate | null;
  readonly complete: PlainDate | null;
  readonly cancel: PlainDate | null;
}

/** A linesheet as JOOR has it. */
export interface Linesheet {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly window: ShipWindow;
  readonly seasonId: string | null;
  /** True until somebody publishes it in JOOR: customers don't see it yet (JOOR 5.8). */
  readonly isHidden: boolean;
  readonly items: readonly LinesheetItem[];
}
