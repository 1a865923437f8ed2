// What can be wrong with a run's outcome.

/** An order without its sale, something that exists twice, something sent again blindly, or anything else that is wrong. */
export type FindingKind = 'lost' | 'doubled' | 'resent' | 'wrong';

export interface Finding {
  readonly kind: FindingKind;
  readonly sentence: string;
}
