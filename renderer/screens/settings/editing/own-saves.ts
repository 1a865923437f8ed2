// Which revisions of the settings this window made of one another. Its own next change, begun before the last one was told
// back, is no conflict; anybody else's change in between still is.

export interface OwnSaves {
  /** The revision to save from for what began at this one. */
  follow(revision: number): number;
  /** One save made `to` of `from`. */
  note(from: number, to: number): void;
  /** After a conflict nothing is known any more. */
  forget(): void;
}

/** An unbroken row of own saves: every revision in it may be followed to its end. */
export function ownSaves(): OwnSaves {
  let row: { readonly from: number; readonly to: number } | null = null;
  return {
    follow: (revision) => (row !== null && revision >= row.from && revision <= row.to ? row.to : revision),
    note(from, to) {
      row = { from: row?.to === from ? row.from : from, to };
    },
    forget() {
      row = null;
    },
  };
}
