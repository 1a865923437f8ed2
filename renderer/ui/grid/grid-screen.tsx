// A screen that is one list: its grid with a drawer beside it, the footer with the CSV of exactly what is shown, and while rows
// are ticked the bulk bar in the footer's place. What can be ticked, and what happens with it, the screen says.
import { useEffect, useState, type ReactNode } from 'react';
import type { ArtifactKind } from '../../../core/contract/commands.ts';
import type { ErrorView } from '../../../core/contract/errors.ts';
import { useFormats } from '../../state/format.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../button.tsx';
import { ErrorCard, ErrorLine, LoadingRows } from '../cards.tsx';
import { copyNumbers } from '../copy.ts';
import { DataGrid, type GridColumn, type GridSort } from './data-grid.tsx';
import { BulkBar, GridFooter } from './grid-parts.tsx';
import screen from './grid-screen.module.css';

/** What the grid needs of a list, wherever its rows come from. */
export interface GridList<Row> {
  /** Null until it was opened. */
  readonly ids: readonly string[] | null;
  readonly row: (id: string) => Row | undefined;
  readonly want: (ids: readonly string[]) => void;
  readonly read: (ids: readonly string[]) => Promise<readonly Row[]>;
  readonly error: ErrorView | null;
  readonly reload: () => void;
}

interface GridScreenProps<Row, Column extends string> {
  readonly name: string;
  readonly list: GridList<Row>;
  readonly columns: readonly GridColumn<Row, Column>[];
  readonly rowHeight: number;
  readonly hasPicture?: boolean;
  readonly sort: GridSort<Column> | null;
  readonly onSort: (sort: GridSort<Column>) => void;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly numberOf: (row: Row) => string;
  /** One and many, for what is ticked; absent where nothing can be ticked. */
  readonly nouns?: readonly [string, string];
  /** The buttons of the bulk bar beside Copy numbers and CSV. */
  readonly bulk?: (ids: readonly string[], clear: () => void) => ReactNode;
  readonly empty: ReactNode;
  readonly footer: string;
  /** A list that the host didn't open has no id there: its rows are named one by one. */
  readonly file: { readonly kind: ArtifactKind; readonly queryId: string | null };
  readonly children: ReactNode;
}

const noIds: readonly string[] = [];

export function GridScreen<Row, Column extends string>({
  list,
  nouns,
  bulk,
  numberOf,
  empty,
  footer,
  file,
  hasPicture = false,
  children,
  ...grid
}: GridScreenProps<Row, Column>) {
  const formats = useFormats();
  const csv = useAction();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const ids = list.ids ?? noIds;
  // What is ticked and no longer listed isn't ticked.
  useEffect(() => {
    const listed = new Set(ids);
    setSelected((before) => (before.size === 0 ? before : new Set([...before].filter((id) => listed.has(id)))));
  }, [ids]);
  const clear = () => setSelected(new Set());
  const save = (some?: readonly string[]) =>
    void csv.run('artifacts.save', { ...file, ...(some === undefined ? {} : { ids: [...some] }) });
  const copy = async () => copyNumbers((await list.read(ticked)).map(numberOf));
  // In the order of the list, whatever the order of ticking.
  const ticked = selected.size === 0 ? noIds : ids.filter((id) => selected.has(id));
  return (
    <div className={screen.columns}>
      <div className={screen.list}>
        {list.error !== null && <ErrorCard error={list.error} onAction={list.reload} />}
        {list.ids === null ? (
          list.error === null && <LoadingRows count={10} height={grid.rowHeight} hasPicture={hasPicture} />
        ) : ids.length === 0 ? (
          empty
        ) : (
          <DataGrid
            {...grid}
            ids={ids}
            row={list.row}
            onWant={list.want}
            selected={selected}
            onSelect={nouns === undefined ? null : setSelected}
            numberOf={(id) => {
              const row = list.row(id);
              return row === undefined ? id : numberOf(row);
            }}
          />
        )}
        <ErrorLine error={csv.error} />
        {ticked.length > 0 && nouns !== undefined ? (
          <BulkBar text={`${formats.countOf(ticked.length, ...nouns)} ticked`} onClear={clear}>
            {bulk?.(ticked, clear)}
            <Button small onClick={() => void copy()}>
              {ticked.length === 1 ? 'Copy number' : 'Copy numbers'}
            </Button>
            <Button small icon="download" busy={csv.busy !== null} onClick={() => save(ticked)}>
              CSV of these {formats.count(ticked.length)}
            </Button>
          </BulkBar>
        ) : (
          <GridFooter
            text={footer}
            csv={`CSV of these ${formats.count(ids.length)}`}
            isBusy={csv.busy !== null}
            onCsv={() => save(file.queryId === null ? ids : undefined)}
          />
        )}
      </div>
      {children}
    </div>
  );
}

/** A list whose rows all came at once. */
export function wholeList<Row>(
  {
    data,
    error,
    reload,
  }: { readonly data: readonly Row[] | null; readonly error: ErrorView | null; readonly reload: () => void },
  idOf: (row: Row) => string,
): GridList<Row> {
  const rows = new Map((data ?? []).map((row) => [idOf(row), row]));
  return {
    ids: data === null ? null : [...rows.keys()],
    row: (id) => rows.get(id),
    want: () => undefined,
    read: (ids) => Promise.resolve(ids.flatMap((id) => rows.get(id) ?? [])),
    error,
    reload,
  };
}
