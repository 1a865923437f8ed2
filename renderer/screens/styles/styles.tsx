// Every style: where it stands and why. Left-out ones are listed with the selected, so that nothing is skipped in silence.
import { useEffect, useMemo, useState } from 'react';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { styleStates, styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { styleList, useList } from '../../state/use-list.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DataGrid } from '../../ui/grid/data-grid.tsx';
import { BulkBar, FilterBar, GridFooter, GridSearch } from '../../ui/grid/grid-parts.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { TopBar } from '../frame/top-bar.tsx';
import { useStyleColumns } from './columns.tsx';
import { StyleDrawer } from './drawer.tsx';

const noIds: readonly string[] = [];

export function StylesScreen() {
  const { styles: place, setStyles } = useNavigation();
  const { styles: revision } = useStoreOf('revisions');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<QueryInput<'styles.open'>['sort']>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const action = useAction();
  const priceColumns = useQuery('styles.priceColumns', {}, revision);
  const columns = useStyleColumns(priceColumns.data);
  const input = useMemo(
    () => ({ states: place.state === null ? [] : [place.state], cause: place.cause, search, sort }),
    [place.state, place.cause, search, sort],
  );
  const list = useList(styleList, input, revision);
  const { opened } = list;
  const ids = opened?.ids ?? noIds;
  const all = styleStates.reduce((sum, state) => sum + (opened?.counts[state] ?? 0), 0);
  useEffect(
    () => setSelected((before) => (before.size === 0 ? before : new Set(ids.filter((id) => before.has(id))))),
    [ids],
  );
  const showAll = () => {
    setSearch('');
    setStyles({ state: null, cause: null });
  };
  const numberOf = (id: string) => list.row(id)?.number ?? id;
  const check = async () => {
    if ((await action.run('styles.check', { keys: [...selected] })) !== null) setSelected(new Set());
  };
  return (
    <>
      <TopBar title="Styles" />
      <FilterBar search={<GridSearch placeholder="Number, name, SKU" value={search} onChange={setSearch} />}>
        <Chip
          label="All"
          count={formats.count(all)}
          isChosen={place.state === null && place.cause === null}
          onChoose={() => setStyles({ state: null, cause: null })}
        />
        {styleStates.map((state) => (
          <Chip
            key={state}
            label={styleWords[state].label}
            words={styleWords[state]}
            count={formats.count(opened?.counts[state] ?? 0)}
            isChosen={place.state === state && place.cause === null}
            onChoose={() => setStyles({ state: place.state === state ? null : state, cause: null })}
          />
        ))}
        {place.cause !== null && (
          <Chip
            label="One cause only"
            count={formats.count(ids.length)}
            isChosen
            onChoose={() => setStyles({ cause: null })}
          />
        )}
      </FilterBar>
      <div className={screen.columns}>
        <div className={screen.list}>
          {list.error !== null && <ErrorCard error={list.error} onAction={list.reload} />}
          {opened === null && list.error === null ? (
            <LoadingRows count={10} height={48} hasPicture />
          ) : ids.length === 0 && opened !== null ? (
            <StylesEmpty search={search} all={all} onAll={showAll} />
          ) : (
            <DataGrid
              name="Styles"
              ids={ids}
              row={list.row}
              columns={columns}
              rowHeight={48}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={setSelected}
              openId={place.open}
              onOpen={(open) => setStyles({ open })}
              onWant={list.want}
              numberOf={numberOf}
            />
          )}
          <ErrorLine error={action.error} />
          {selected.size > 0 ? (
            <BulkBar
              text={`${formats.countOf(selected.size, 'style', 'styles')} ticked`}
              onClear={() => setSelected(new Set())}
            >
              <Button small busy={action.busy === 'styles.check'} onClick={() => void check()}>
                Check these again
              </Button>
            </BulkBar>
          ) : (
            <GridFooter
              text={formats.countOf(ids.length, 'style', 'styles')}
              csv={`CSV of these ${formats.count(ids.length)}`}
              isBusy={action.busy === 'artifacts.save'}
              onCsv={() => void action.run('artifacts.save', { kind: 'styles-csv', queryId: opened?.queryId ?? null })}
            />
          )}
        </div>
        {place.open !== null && (
          <StyleDrawer
            key={place.open}
            styleKey={place.open}
            priceColumns={priceColumns.data ?? []}
            onClose={() => setStyles({ open: null })}
          />
        )}
      </div>
    </>
  );
}

interface EmptyProps {
  readonly search: string;
  readonly all: number;
  readonly onAll: () => void;
}

function StylesEmpty({ search, all, onAll }: EmptyProps) {
  const { state } = useNavigation((navigation) => navigation.styles);
  const { selectTags } = useStoreOf('settings').settings.products;
  const goTo = useNavigation((navigation) => navigation.goTo);
  const where = state === null ? '' : ` in ${styleWords[state].label}`;
  const showAll = (
    <Button small look="primary" onClick={onAll}>
      Search all states
    </Button>
  );
  if (search !== '')
    return (
      <Empty icon="search" title={`Nothing matches “${search}”${where}`} actions={showAll}>
        Search looks at the number, the name and every SKU.
      </Empty>
    );
  if (all > 0)
    return (
      <Empty
        icon={state === 'needs-you' ? 'circle-check' : 'hanger'}
        tone={state === 'needs-you' ? 'ok' : 'plain'}
        title={state === 'needs-you' ? 'No style needs you' : `No style${where}`}
        actions={
          <Button small onClick={onAll}>
            Show all styles
          </Button>
        }
      />
    );
  return (
    <Empty
      icon="hanger"
      title={`No style carries the tag ${selectTags.join(' or ')}`}
      actions={
        <Button small look="primary" onClick={() => goTo({ to: 'settings', section: 'products' })}>
          Choose tag
        </Button>
      }
    >
      Add the tag to a family in Cin7, or choose another one. The next run brings what carries it here.
    </Empty>
  );
}
