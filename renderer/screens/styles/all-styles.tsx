// Every style: where it stands and why. Left-out ones are listed with the selected, so that nothing is skipped in silence.
import { useMemo, useState } from 'react';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { styleStates, styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { styleList, useList } from '../../state/use-list.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorLine } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterBar, GridSearch } from '../../ui/grid/grid-parts.tsx';
import { GridScreen } from '../../ui/grid/grid-screen.tsx';
import { ColumnChooser, useStyleColumnChoice } from './column-chooser.tsx';
import { useStyleColumns } from './columns.tsx';
import { StyleDrawer } from './drawer.tsx';
import { FilterButton, FilterChips } from './filter.tsx';

export function AllStyles() {
  const { styles: place, setStyles } = useNavigation();
  const { styles: revision } = useStoreOf('revisions');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<QueryInput<'styles.open'>['sort']>(null);
  const choice = useStyleColumnChoice();
  const columns = useStyleColumns(choice.prices);
  const shown = useMemo(() => columns.filter(({ id }) => !choice.hidden.has(id)), [columns, choice.hidden]);
  const { state, cause, filters } = place;
  const selection = useMemo(
    () => ({ states: state === null ? [] : [state], cause, search, filters: [...filters] }),
    [state, cause, search, filters],
  );
  const input = useMemo(() => ({ ...selection, sort }), [selection, sort]);
  const list = useList(styleList, input, revision);
  const { opened } = list;
  const all = styleStates.reduce((sum, each) => sum + (opened?.counts[each] ?? 0), 0);
  const listed = opened?.total ?? 0;
  const showAll = () => {
    setSearch('');
    setStyles({ state: null, cause: null, filters: [] });
  };
  return (
    <>
      <FilterBar
        search={<GridSearch placeholder="Number, name, SKU" value={search} onChange={setSearch} />}
        tools={
          <>
            <FilterButton selection={selection} />
            <ColumnChooser columns={columns} choice={choice} />
          </>
        }
      >
        <Chip
          label="All"
          count={formats.count(all)}
          isChosen={state === null && cause === null}
          onChoose={() => setStyles({ state: null, cause: null })}
        />
        {styleStates.map((each) => (
          <Chip
            key={each}
            label={styleWords[each].label}
            words={styleWords[each]}
            count={formats.count(opened?.counts[each] ?? 0)}
            isChosen={state === each && cause === null}
            onChoose={() => setStyles({ state: state === each ? null : each, cause: null })}
          />
        ))}
        {cause !== null && (
          <Chip
            label="One cause only"
            count={formats.count(listed)}
            isChosen
            onChoose={() => setStyles({ cause: null })}
          />
        )}
      </FilterBar>
      <FilterChips selection={selection} />
      <GridScreen
        name="Styles"
        list={{ ...list, ids: opened?.ids ?? null }}
        columns={shown}
        rowHeight={48}
        hasPicture
        sort={sort}
        onSort={setSort}
        openId={place.open}
        onOpen={(open) => setStyles({ open })}
        numberOf={(row) => row.number}
        nouns={['style', 'styles']}
        bulk={(ids, clear) => <CheckAgain keys={ids} onDone={clear} />}
        empty={<StylesEmpty search={search} all={all} onAll={showAll} />}
        footer={`${formats.countOf(listed, 'style', 'styles')}, ${formats.countOf(opened?.skus ?? 0, 'SKU', 'SKUs')}`}
        file={{ kind: 'styles-csv', queryId: opened?.queryId ?? null }}
      >
        {place.open !== null && (
          <StyleDrawer
            key={place.open}
            styleKey={place.open}
            prices={choice.prices}
            onClose={() => setStyles({ open: null })}
          />
        )}
      </GridScreen>
    </>
  );
}

function CheckAgain({ keys, onDone }: { readonly keys: readonly string[]; readonly onDone: () => void }) {
  const action = useAction();
  const check = async () => {
    if ((await action.run('styles.check', { keys: [...keys] })) !== null) onDone();
  };
  return (
    <>
      <Button small busy={action.busy !== null} onClick={() => void check()}>
        Check again
      </Button>
      <ErrorLine error={action.error} />
    </>
  );
}

interface EmptyProps {
  readonly search: string;
  readonly all: number;
  readonly onAll: () => void;
}

function StylesEmpty({ search, all, onAll }: EmptyProps) {
  const { state, filters } = useNavigation((navigation) => navigation.styles);
  const { selectTags } = useStoreOf('settings').settings.products;
  const goTo = useNavigation((navigation) => navigation.goTo);
  const where = state === null ? '' : ` in ${styleWords[state].label}`;
  if (search !== '')
    return (
      <Empty
        icon="search"
        title={`Nothing matches “${search}”${where}${filters.length > 0 ? ' under this filter' : ''}`}
        actions={
          <Button small look="primary" onClick={onAll}>
            {filters.length > 0 ? 'Search all styles' : 'Search all states'}
          </Button>
        }
      >
        Search looks at the number, the name and every SKU.
      </Empty>
    );
  if (filters.length > 0 || all > 0)
    return (
      <Empty
        icon={state === 'needs-you' ? 'circle-check' : 'hanger'}
        tone={state === 'needs-you' && filters.length === 0 ? 'ok' : 'plain'}
        title={
          filters.length > 0
            ? `No style${where} fits this filter`
            : state === 'needs-you'
              ? 'No style needs you'
              : `No style${where}`
        }
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
