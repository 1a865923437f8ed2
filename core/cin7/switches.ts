// Points on which the sources about Cin7 Core disagree or are silent. Each is one named switch with the section of the
// reference and a cautious default, so that a proof on a real account changes one word here.

export interface Cin7Switches {
  /** Line `Total` sent with an order: quantity x price - discount, or with tax added (Cin7 9.6, conflict). */
  readonly lineTotal: 'without-tax' | 'with-tax';
  /** Rows per page asked of saleList: 1000, or 100 where larger values are refused (Cin7 1.5, conflict). */
  readonly saleListPage: 1000 | 100;
}

export const defaultCin7Switches: Cin7Switches = {
  lineTotal: 'without-tax',
  saleListPage: 1000,
};
