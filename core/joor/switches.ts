// Points on which JOOR's documents disagree or are silent. Each is one named switch with the section of the reference
// and a cautious default, so that a proof on the sandbox changes one word here.

export interface JoorSwitches {
  /** Name of the query parameter for a linesheet's item action (JOOR 5.8). Unknown names fall back to replacing. */
  readonly itemActionParameter: string;
  /** How `/auth/` gets its five fields (JOOR 3.1). */
  readonly signInForm: 'urlencoded';
  /** What names a SKU in a stock row (JOOR 6.2): our style number, identifier, colour code and size, or the barcode. */
  readonly stockKey: 'style' | 'barcode';
  /** The documents spell one field `style_identifer` (JOOR 6.2). */
  readonly stockIdentifierField: 'style_identifier' | 'style_identifer';
  /** Root of a stock body: a bare list, or a list inside `inventory_item` (JOOR 6.2). */
  readonly stockRoot: 'list' | 'nested';
  /** `inventory_date` of stock that can be sold now (JOOR 6.2): the word, or left out. */
  readonly stockDate: 'IMMEDIATE' | 'omitted';
  /** Whether v2's `count` is the number of all styles, so that v4's unpaged list can be held against it (JOOR 4). */
  readonly countIsTotal: boolean;
  /** Path of the order read (JOOR 6.1). */
  readonly orderPath: 'order' | 'order/';
  /** Whether an export mark repeats the order's status (JOOR 7, ORD-8). */
  readonly exportMarkWithStatus: boolean;
}

export const defaultJoorSwitches: JoorSwitches = {
  itemActionParameter: 'action',
  signInForm: 'urlencoded',
  stockKey: 'style',
  stockIdentifierField: 'style_identifier',
  stockRoot: 'list',
  stockDate: 'IMMEDIATE',
  countIsTotal: true,
  orderPath: 'order',
  exportMarkWithStatus: false,
};
