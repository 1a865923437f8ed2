// What waits for a person: one thing per cause, whatever it is about and however many have it.

/** In the order in which they are shown: alarms, then orders, guards, styles and the rest; oldest first inside each. */
export const attentionKinds = [
  'alarm',
  'order',
  'guard',
  'style',
  'linesheet',
  'stock',
  'customer',
  'account',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export interface AttentionCause {
  /** Stable while the cause lasts: `order:1029384`, `style:no-price:EUR`. */
  readonly key: string;
  readonly kind: AttentionKind;
  /** What it is about: ids of orders, keys of styles, names of linesheets and warehouses. */
  readonly subjects: readonly string[];
  /** Stable, the same for the same cause. */
  readonly code: string;
  /** One line that says what is so: `4 styles have no EUR price`. */
  readonly title: string;
  readonly reason: string;
  readonly nextStep: string;
}
