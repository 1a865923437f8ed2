// Points on which JOOR's documents disagree or are silent and Seamline has to choose. Each is one named switch with the
// section of the reference and a cautious default, so that a proof on the sandbox changes one word here. What Seamline
// bears in every position needs no switch: docs/api-fidelity.md lists it.

export interface JoorSwitches {
  /** How `/auth/` gets its five fields: as three public clients send them, or as the documents say (JOOR 3.1). */
  readonly signInForm: 'urlencoded' | 'multipart';
  /** Credits that a sign-in costs: none, since it is another host, or a write's five (JOOR 4.2). */
  readonly signInCost: 0 | 5;
  /** v4's lists of styles, SKUs, prices and linesheets: whole in one answer, or paged by `page` (JOOR 4). */
  readonly v4Lists: 'whole' | 'paged';
  /** Whether v2's `count` is the number of all styles, so that v4's unpaged list can be held against it (JOOR 4). */
  readonly countIsTotal: boolean;
  /** Name of the query parameter for a linesheet's item action (JOOR 5.8). Unknown names fall back to replacing. */
  readonly itemActionParameter: string;
  /** What a colour's picture is sent as (JOOR 5.11). */
  readonly colourImageType: 'image' | 'swatch';
  /** Path of the order read (JOOR 6.1). */
  readonly orderPath: 'order' | 'order/';
  /** What names a SKU in a stock row (JOOR 6.2): our style number, identifier, colour code and size, or the barcode. */
  readonly stockKey: 'style' | 'barcode';
  /** The documents spell one field `style_identifer` (JOOR 6.2). */
  readonly stockIdentifierField: 'style_identifier' | 'style_identifer';
  /** Root of a stock body: a bare list, or a list inside `inventory_item` (JOOR 6.2). */
  readonly stockRoot: 'list' | 'nested';
  /** `inventory_date` of stock that can be sold now (JOOR 6.2): the word, or left out. */
  readonly stockDate: 'IMMEDIATE' | 'omitted';
  /** Whether an export mark repeats the order's status (JOOR 7, ORD-8). */
  readonly exportMarkWithStatus: boolean;
}

export const defaultJoorSwitches: JoorSwitches = {
  signInForm: 'urlencoded',
  signInCost: 0,
  v4Lists: 'whole',
  countIsTotal: true,
  itemActionParameter: 'action',
  colourImageType: 'image',
  orderPath: 'order',
  stockKey: 'style',
  stockIdentifierField: 'style_identifier',
  stockRoot: 'list',
  stockDate: 'IMMEDIATE',
  exportMarkWithStatus: false,
};
