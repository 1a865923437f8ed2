// What happened: the runs, newest first, found by what came of them or by what they touched; each with what it read, changed and
// cost. Only the rows in view are in the page; arrows move, Enter opens.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { runFilters, type RunFilter } from '../../../core/contract/activity.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { runList, useList, type List } from '../../state/use-list.ts';
import type { QueryOutput } from '../../../core/contract/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterBar, GridFooter, GridSearch } from '../../ui/grid/grid-parts.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { designPixel } from '../../ui/grid/use-width.ts';
import { TopBar } from '../frame/top-bar.tsx';
import styles from './activity.module.css';
import { RunDetail } from './run-detail.tsx';
import { RunRow } from './run-row.tsx';

const filterWords: Readonly<Record<RunFilter, string>> = {
  changed: 'Changed something',
  failed: 'Failed',
  stopped: 'Stopped',
  'dry-run': 'Dry runs',
};

export function ActivityScreen() {
  const { runs: revision } = useStoreOf('revisions');
  const { runId, openRun } = useNavigation();
  const formats = useFormats();
  const [filter, setFilter] = useState<RunFilter | null>(null);
  const [search, setSearch] = useState('');
  const csv = useAction();
  const input = useMemo(() => ({ filter, search }), [filter, search]);
  const list = useList(runList, input, revision);
  const { opened, want } = list;
  // One that was opened from elsewhere may not be among those shown.
  useEffect(() => {
    if (runId !== null) want([runId]);
  }, [runId, want]);
  const open = runId === null ? null : (list.row(runId) ?? null);
  const count = opened?.total ?? 0;
  return (
    <>
      <TopBar title="Activity" />
      <FilterBar search={<GridSearch placeholder="Style, order, words" value={search} onChange={setSearch} />}>
        <Chip
          label="All"
          count={formats.count(opened?.all ?? 0)}
          isChosen={filter === null}
          onChoose={() => setFilter(null)}
        />
        {runFilters.map((name) => (
          <Chip
            key={name}
            label={filterWords[name]}
            count={formats.count(opened?.counts[name] ?? 0)}
            isChosen={filter === name}
            onChoose={() => setFilter(filter === name ? null : name)}
          />
        ))}
      </FilterBar>
      <div className={screen.columns}>
        <div className={screen.list}>
          {list.error !== null && <ErrorCard error={list.error} onAction={list.reload} />}
          {opened === null && list.error === null ? (
            <LoadingRows count={10} height={rowHeight} />
          ) : count === 0 ? (
            <NoRuns isNarrowed={filter !== null || search !== ''} onAll={() => (setFilter(null), setSearch(''))} />
          ) : (
            <Runs list={list} ids={opened?.ids ?? []} openId={runId} onOpen={openRun} />
          )}
          <ErrorLine error={csv.error} />
          <GridFooter
            text={formats.countOf(count, 'run', 'runs')}
            csv={`CSV of these ${formats.count(count)}`}
            isBusy={csv.busy !== null}
            onCsv={() => void csv.run('artifacts.save', { kind: 'runs-csv', queryId: opened?.queryId ?? null })}
          />
        </div>
        {open !== null && <RunDetail key={open.id} run={open} onClose={() => openRun(null)} />}
      </div>
    </>
  );
}

const rowHeight = 48;

interface RunsProps {
  readonly list: List<QueryOutput<'runs.open'>, QueryOutput<'runs.rows'>[number]>;
  readonly ids: readonly string[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Runs({ list, ids, openId, onOpen }: RunsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const activeIndex = Math.min(active, ids.length - 1);
  const isFocusWanted = useRef(false);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * designPixel(),
    overscan: 8,
    // The row that has the focus stays, however far the list is scrolled.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return inView.includes(activeIndex) ? inView : [activeIndex, ...inView];
    },
  });
  const items = rows.getVirtualItems();
  const inView = items.flatMap(({ index }) => ids[index] ?? []);
  const latest = useRef(inView);
  latest.current = inView;
  const { want } = list;
  const inViewKey = inView.join(' ');
  useEffect(() => want(latest.current), [inViewKey, want]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = ids.length - 1;
    const to = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    isFocusWanted.current = true;
    setActive(Math.min(last, Math.max(0, to)));
    rows.scrollToIndex(Math.min(last, Math.max(0, to)));
  };
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isFocusWanted.current) return;
    isFocusWanted.current = false;
    row.current?.focus({ preventScroll: true });
  });
  return (
    <div ref={scroller} className={styles.scroll}>
      <ol className={styles.list} style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown} aria-label="Runs">
        {items.map(({ index, start, size }) => {
          const id = ids[index] ?? '';
          return (
            <li
              key={id}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <RunRow
                ref={index === activeIndex ? row : undefined}
                run={list.row(id)}
                isOpen={id === openId}
                tabIndex={index === activeIndex ? 0 : -1}
                onFocus={() => setActive(index)}
                onOpen={() => onOpen(id)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function NoRuns({ isNarrowed, onAll }: { readonly isNarrowed: boolean; readonly onAll: () => void }) {
  if (!isNarrowed)
    return (
      <Empty icon="activity" title="No run yet">
        Sync now starts one. Each run leaves here what it read, what it changed and what it cost.
      </Empty>
    );
  return (
    <Empty
      icon="search"
      title="No run fits"
      actions={
        <Button small look="primary" onClick={onAll}>
          Show all runs
        </Button>
      }
    >
      Search looks at what a run said of itself, at the styles that it changed and the orders that it wrote.
    </Empty>
  );
}
