// The changes behind a row of the dry run, or all that is held: what stands in JOOR now and what will, each with its reason
// where it is held.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChangePart } from '../../../core/contract/styles.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { changeList, useList } from '../../state/use-list.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DataGrid, type GridSort } from '../../ui/grid/data-grid.tsx';
import { GridSearch } from '../../ui/grid/grid-parts.tsx';
import { useChangeColumns, useOrderChangeColumns, type ChangeColumn } from '../styles/change-columns.tsx';
import styles from './changes.module.css';

/** Which changes: those of one row, or those that are held. */
export interface ChangeScope {
  readonly label: string;
  readonly parts: readonly ChangePart[];
  readonly isHeldOnly: boolean;
}

interface PlanChangesProps {
  readonly runId: string;
  readonly scope: ChangeScope;
  readonly onBack: () => void;
}

const nothingTicked: ReadonlySet<string> = new Set();

export function PlanChanges({ runId, scope, onBack }: PlanChangesProps) {
  const { runs: revision } = useStoreOf('revisions');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [isHeldOnly, setHeldOnly] = useState(scope.isHeldOnly);
  const [sort, setSort] = useState<GridSort<ChangeColumn> | null>(null);
  const isOfOrders = scope.parts.every((part) => part === 'orders');
  const changeColumns = useChangeColumns();
  const orderColumns = useOrderChangeColumns();
  const input = useMemo(
    () => ({ runId, parts: [...scope.parts], isHeldOnly, search, sort }),
    [runId, scope.parts, isHeldOnly, search, sort],
  );
  const list = useList(changeList, input, revision);
  const { opened } = list;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const [one, many] = isOfOrders ? (['order', 'orders'] as const) : (['change', 'changes'] as const);
  return (
    <section className={styles.changes} aria-label={scope.label}>
      <header className={styles.header}>
        <Button ref={back} small look="quiet" icon="chevron-left" onClick={onBack}>
          Everything
        </Button>
        <h2 className={styles.title}>{scope.label}</h2>
        <span className={styles.count}>
          {opened === null ? '' : formats.countOf(opened.total, one, many)}
          {opened !== null &&
            opened.subjects !== opened.total &&
            ` in ${formats.countOf(opened.subjects, 'style', 'styles')}`}
        </span>
        <span className={styles.gap} />
        {!scope.isHeldOnly && (
          <Chip
            label="Held"
            count={formats.count(opened?.held ?? 0)}
            isChosen={isHeldOnly}
            onChoose={() => setHeldOnly(!isHeldOnly)}
          />
        )}
        <GridSearch placeholder="Number, name, field" value={search} onChange={setSearch} />
      </header>
      <div className={styles.box}>
        {list.error !== null && <ErrorCard error={list.error} onAction={list.reload} />}
        {opened === null && list.error === null && <LoadingRows count={8} height={32} />}
        {opened !== null && opened.total === 0 && (
          <Empty icon="search" title={search === '' ? 'Nothing is held here' : `Nothing matches “${search}”`} />
        )}
        {opened !== null && opened.total > 0 && (
          <DataGrid
            name={scope.label}
            ids={opened.ids}
            row={list.row}
            columns={isOfOrders ? orderColumns : changeColumns}
            rowHeight={32}
            sort={sort}
            onSort={setSort}
            selected={nothingTicked}
            onSelect={null}
            openId={null}
            onOpen={() => undefined}
            onWant={list.want}
            numberOf={(id) => list.row(id)?.subject ?? id}
          />
        )}
      </div>
    </section>
  );
}
