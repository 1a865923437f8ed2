// Points on which the sources about Cin7 Core disagree or are silent and Seamline has to choose. Each is one named switch
// with the section of the reference and a cautious default, so that a proof on a real account changes one word here.
// What Seamline bears in every position needs no switch: docs/api-fidelity.md lists it.

export interface Cin7Switches {
  /**
   * Line `Total` sent with an order and an invoice (Cin7 9.6, conflict): quantity x price - discount; the same with tax
   * added; or without tax first and, when Cin7 Core refuses just the Total, once more with tax.
   */
  readonly lineTotal: 'without-tax' | 'with-tax' | 'without-tax-first';
  /** Rows per page asked of saleList: 1000, or 100 where larger values are refused (Cin7 1.5, conflict). */
  readonly saleListPage: 1000 | 100;
  /** Rows per page asked of the location list: 500 is the most that was seen to work (Cin7 1.5). */
  readonly locationPage: 1000 | 500;
  /** How "changed since" is written: without the Z as the documents show it, or as a full UTC instant (Cin7 12). */
  readonly sinceForm: 'without-zone' | 'utc';
  /** Files of no declared type (`application/octet-stream`): images by their name, or left out (Cin7 5). */
  readonly untypedFiles: 'by-name' | 'left-out';
}

export const defaultCin7Switches: Cin7Switches = {
  lineTotal: 'without-tax-first',
  saleListPage: 1000,
  locationPage: 1000,
  sinceForm: 'without-zone',
  untypedFiles: 'by-name',
};
