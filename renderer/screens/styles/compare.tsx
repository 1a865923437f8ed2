// Every difference between Cin7 Core and JOOR, field by field over all styles, as the latest run compared them.
import { useMemo, useState } from 'react';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { changeParts, type ChangePart } from '../../../core/contract/styles.ts';
import { changePartWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { changeList, useList } from '../../state/use-list.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterBar, GridSearch } from '../../ui/grid/grid-parts.tsx';
import { GridScreen } from '../../ui/grid/grid-screen.tsx';
import { useChangeColumns } from './change-columns.tsx';
import { useStyleColumnChoice } from './column-chooser.tsx';
import { StyleDrawer } from './drawer.tsx';
import { LinesheetDrawer } from './linesheet-drawer.tsx';

const parts = changeParts.filter((part) => part !== 'orders');

export function CompareView() {
  const { styles: place, setStyles } = useNavigation();
  const { runs: revision } = useStoreOf('revisions');
  const formats = useFormats();
  const choice = useStyleColumnChoice();
  const [search, setSearch] = useState('');
  const [part, setPart] = useState<ChangePart | null>(null);
  const [isHeldOnly, setHeldOnly] = useState(false);
  const [sort, setSort] = useState<QueryInput<'changes.open'>['sort']>(null);
  const columns = useChangeColumns();
  const input = useMemo(
    () => ({ runId: null, parts: part === null ? [] : [part], isHeldOnly, search, sort }),
    [part, isHeldOnly, search, sort],
  );
  const list = useList(changeList, input, revision);
  const { opened } = list;
  const all = parts.reduce((sum, each) => sum + (opened?.counts[each] ?? 0), 0);
  const total = opened?.total ?? 0;
  const compared = opened?.comparedAt == null ? '' : `, compared ${formats.when(opened.comparedAt)}`;
  const showAll = () => {
    setSearch('');
    setPart(null);
    setHeldOnly(false);
  };
  const openRow = place.open === null ? undefined : list.row(place.open);
  return (
    <>
      <FilterBar
        name="Part"
        search={<GridSearch placeholder="Number, name, field" value={search} onChange={setSearch} />}
      >
        <Chip label="All" count={formats.count(all)} isChosen={part === null} onChoose={() => setPart(null)} />
        {parts.map((each) => (
          <Chip
            key={each}
            label={changePartWords[each]}
            count={formats.count(opened?.counts[each] ?? 0)}
            isChosen={part === each}
            onChoose={() => setPart(part === each ? null : each)}
          />
        ))}
        <Chip
          label="Not sent"
          count={formats.count(opened?.held ?? 0)}
          isChosen={isHeldOnly}
          onChoose={() => setHeldOnly(!isHeldOnly)}
        />
      </FilterBar>
      <GridScreen
        name="Differences"
        list={{ ...list, ids: opened?.ids ?? null }}
        columns={columns}
        rowHeight={32}
        sort={sort}
        onSort={setSort}
        openId={place.open}
        onOpen={(open) => setStyles({ open })}
        numberOf={(row) => row.subject}
        empty={
          <CompareEmpty
            search={search}
            isFiltered={part !== null || isHeldOnly}
            comparedAt={opened?.comparedAt ?? null}
            onAll={showAll}
          />
        }
        footer={`${formats.countOf(total, 'difference', 'differences')} in ${formats.countOf(opened?.subjects ?? 0, 'style', 'styles')}${compared}`}
        file={{ kind: 'changes-csv', queryId: opened?.queryId ?? null }}
      >
        {openRow !== undefined &&
          (openRow.subjectKey === null ? (
            <LinesheetDrawer
              key={openRow.subject}
              sheetKey={openRow.subject}
              onClose={() => setStyles({ open: null })}
            />
          ) : (
            <StyleDrawer
              key={openRow.subjectKey}
              styleKey={openRow.subjectKey}
              prices={choice.prices}
              onClose={() => setStyles({ open: null })}
            />
          ))}
      </GridScreen>
    </>
  );
}

interface EmptyProps {
  readonly search: string;
  readonly isFiltered: boolean;
  readonly comparedAt: string | null;
  readonly onAll: () => void;
}

function CompareEmpty({ search, isFiltered, comparedAt, onAll }: EmptyProps) {
  const formats = useFormats();
  const show = useNavigation((navigation) => navigation.show);
  if (comparedAt === null)
    return (
      <Empty
        icon="list-check"
        title="Nothing was compared yet"
        actions={
          <Button small look="primary" onClick={() => show({ kind: 'dry-run' })}>
            Open dry run
          </Button>
        }
      >
        A dry run reads both accounts and shows here what differs. Nothing is written.
      </Empty>
    );
  if (search !== '' || isFiltered)
    return (
      <Empty
        icon="search"
        title={search === '' ? 'Nothing differs in this part' : `Nothing matches “${search}”`}
        actions={
          <Button small look={search === '' ? 'bordered' : 'primary'} onClick={onAll}>
            Show all differences
          </Button>
        }
      />
    );
  return (
    <Empty icon="circle-check" tone="ok" title="Nothing differs">
      Compared {formats.when(comparedAt)}, field by field.
    </Empty>
  );
}
