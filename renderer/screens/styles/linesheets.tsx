// The linesheets: which of them Seamline manages, what is in them, what the next run would change, whether buyers see them.
import { useMemo, useState } from 'react';
import type { LinesheetRow } from '../../../core/contract/styles.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { GridSort } from '../../ui/grid/data-grid.tsx';
import { FilterBar, GridSearch } from '../../ui/grid/grid-parts.tsx';
import { GridScreen, wholeList } from '../../ui/grid/grid-screen.tsx';
import { useLinesheetColumns, type LinesheetColumn } from './linesheet-columns.tsx';
import { LinesheetDrawer } from './linesheet-drawer.tsx';

const kinds = {
  all: { label: 'All', fits: () => true },
  changes: { label: 'With changes', fits: ({ toAdd, toRemove }: LinesheetRow) => toAdd + toRemove > 0 },
  hidden: { label: 'Not visible yet', fits: ({ visibility }: LinesheetRow) => visibility !== 'visible' },
  managed: { label: 'Managed here', fits: ({ isManaged }: LinesheetRow) => isManaged },
  theirs: { label: 'Managed in JOOR', fits: ({ isManaged }: LinesheetRow) => !isManaged },
} as const;

type Kind = keyof typeof kinds;
const kindNames: readonly Kind[] = ['all', 'changes', 'hidden', 'managed', 'theirs'];

const keyOf = (row: LinesheetRow) => row.key;

export function LinesheetsView() {
  const { styles: place, setStyles } = useNavigation();
  const { linesheets, runs } = useStoreOf('revisions');
  const asked = useQuery('linesheets.list', {}, `${linesheets}/${runs}`);
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [sort, setSort] = useState<GridSort<LinesheetColumn> | null>(null);
  const columns = useLinesheetColumns();
  const found = useMemo(() => {
    const text = search.trim().toLowerCase();
    return asked.data?.filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(text)) ?? null;
  }, [asked.data, search]);
  const shown = useMemo(() => {
    const rows = found?.filter(kinds[kind].fits) ?? null;
    return rows === null || sort === null ? rows : sorted(rows, sort);
  }, [found, kind, sort]);
  const list = useMemo(() => wholeList({ ...asked, data: shown }, keyOf), [asked, shown]);
  const all = () => {
    setSearch('');
    setKind('all');
  };
  // A linesheet that is opened from elsewhere is named as a person would.
  const open = asked.data?.find(
    ({ key, name }) => place.open !== null && (key === place.open || isNamed(name, place.open)),
  );
  return (
    <>
      <FilterBar search={<GridSearch placeholder="Name, code" value={search} onChange={setSearch} />}>
        {kindNames.map((name) => (
          <Chip
            key={name}
            label={kinds[name].label}
            count={formats.count(found?.filter(kinds[name].fits).length ?? 0)}
            isChosen={kind === name}
            onChoose={() => setKind(kind === name ? 'all' : name)}
          />
        ))}
      </FilterBar>
      <GridScreen
        name="Linesheets"
        list={list}
        columns={columns}
        rowHeight={48}
        sort={sort}
        onSort={setSort}
        openId={open?.key ?? null}
        onOpen={(key) => setStyles({ open: key })}
        numberOf={(row) => row.name}
        empty={<LinesheetsEmpty search={search} isNone={asked.data?.length === 0} onAll={all} />}
        footer={formats.countOf(shown?.length ?? 0, 'linesheet', 'linesheets')}
        file={{ kind: 'linesheets-csv', queryId: null }}
      >
        {open !== undefined && (
          <LinesheetDrawer key={open.key} sheetKey={open.key} onClose={() => setStyles({ open: null })} />
        )}
      </GridScreen>
    </>
  );
}

const isNamed = (name: string, wanted: string) => name.trim().toLowerCase() === wanted.trim().toLowerCase();

function sorted(rows: readonly LinesheetRow[], { column, isDescending }: GridSort<LinesheetColumn>): LinesheetRow[] {
  const by = {
    name: (row: LinesheetRow) => row.name.toLowerCase(),
    styles: (row: LinesheetRow) => row.styles,
    changes: (row: LinesheetRow) => row.toAdd + row.toRemove,
    start: (row: LinesheetRow) => row.start ?? '9',
  }[column];
  const ordered = rows.toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
  return isDescending ? ordered.reverse() : ordered;
}

interface EmptyProps {
  readonly search: string;
  /** JOOR has none at all, and none is planned. */
  readonly isNone: boolean;
  readonly onAll: () => void;
}

function LinesheetsEmpty({ search, isNone, onAll }: EmptyProps) {
  const { linesheets } = useStoreOf('settings').settings;
  const goTo = useNavigation((navigation) => navigation.goTo);
  if (!isNone)
    return (
      <Empty
        icon={search === '' ? 'tags' : 'search'}
        title={search === '' ? 'No linesheet is in this state' : `Nothing matches “${search}”`}
        actions={
          <Button small look={search === '' ? 'bordered' : 'primary'} onClick={onAll}>
            Show all linesheets
          </Button>
        }
      />
    );
  return (
    <Empty
      icon="tags"
      title="No linesheet yet"
      actions={
        <Button small look="primary" onClick={() => goTo({ to: 'settings', section: 'linesheets' })}>
          Choose where linesheets come from
        </Button>
      }
    >
      {linesheets.from.kind === 'tagPrefix'
        ? `A tag in Cin7 that begins with ${linesheets.from.prefix} puts a style into the linesheet of that name.`
        : 'The field chosen in the settings puts a style into the linesheet that it names.'}
    </Empty>
  );
}
