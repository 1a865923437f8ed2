// The export queue: did each approved order reach Cin7, once? Chips with counts, search, order, and one order open beside it.
import { useEffect, useMemo, useState } from 'react';
import { orderStates, orderWords } from '../../../core/contract/words.ts';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { orderList, useList } from '../../state/use-list.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DataGrid } from '../../ui/grid/data-grid.tsx';
import { BulkBar, FilterBar, GridFooter, GridSearch } from '../../ui/grid/grid-parts.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { TopBar } from '../frame/top-bar.tsx';
import { OrderBulk } from './bulk.tsx';
import { useOrderColumns } from './columns.tsx';
import { OrderDrawer } from './drawer.tsx';

type Sort = QueryInput<'orders.open'>['sort'];

const chipLabels: Partial<Record<(typeof orderStates)[number], string>> = { checking: 'Checking' };

export function OrdersScreen() {
  const { orders: place, setOrders } = useNavigation();
  const { orders: revision } = useStoreOf('revisions');
  const { settings } = useStoreOf('settings');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const csv = useAction();
  const columns = useOrderColumns();
  const input = useMemo(
    () => ({ states: place.state === null ? [] : [place.state], search, sort }),
    [place.state, search, sort],
  );
  const list = useList(orderList, input, revision);
  const { opened } = list;
  const ids = opened?.ids ?? noIds;
  const all = orderStates.reduce((sum, state) => sum + (opened?.counts[state] ?? 0), 0);
  // What is ticked and no longer listed isn't ticked.
  useEffect(
    () => setSelected((before) => (before.size === 0 ? before : new Set(ids.filter((id) => before.has(id))))),
    [ids],
  );
  const goLive = settings.orders.goLive;
  const shown = formats.countOf(ids.length, 'order', 'orders');
  return (
    <>
      <TopBar title="Orders" />
      <FilterBar search={<GridSearch placeholder="Order, PO, retailer" value={search} onChange={setSearch} />}>
        <Chip
          label="All"
          count={formats.count(all)}
          isChosen={place.state === null}
          onChoose={() => setOrders({ state: null })}
        />
        {orderStates.map((state) => (
          <Chip
            key={state}
            label={chipLabels[state] ?? orderWords[state].label}
            words={orderWords[state]}
            count={formats.count(opened?.counts[state] ?? 0)}
            isChosen={place.state === state}
            onChoose={() => setOrders({ state: place.state === state ? null : state })}
          />
        ))}
      </FilterBar>
      <div className={screen.columns}>
        <div className={screen.list}>
          {list.error !== null && <ErrorCard error={list.error} onAction={list.reload} />}
          {opened === null && list.error === null ? (
            <LoadingRows count={10} height={46} />
          ) : ids.length === 0 && opened !== null ? (
            <OrdersEmpty search={search} all={all} onAll={() => (setSearch(''), setOrders({ state: null }))} />
          ) : (
            <DataGrid
              name="Orders"
              ids={ids}
              row={list.row}
              columns={columns}
              rowHeight={46}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={setSelected}
              openId={place.open}
              onOpen={(open) => setOrders({ open })}
              onWant={list.want}
              numberOf={(id) => id}
            />
          )}
          {selected.size > 0 ? (
            <BulkBar
              text={`${formats.countOf(selected.size, 'order', 'orders')} ticked`}
              onClear={() => setSelected(new Set())}
            >
              <OrderBulk ids={[...selected]} row={list.row} onDone={() => setSelected(new Set())} />
            </BulkBar>
          ) : (
            <GridFooter
              text={`${shown}${goLive === undefined ? '' : ` since go-live on ${formats.day(goLive)}`}`}
              csv={`CSV of these ${formats.count(ids.length)}`}
              isBusy={csv.busy !== null}
              onCsv={() => void csv.run('artifacts.save', { kind: 'orders-csv', queryId: opened?.queryId ?? null })}
            />
          )}
        </div>
        {place.open !== null && (
          <OrderDrawer key={place.open} orderId={place.open} onClose={() => setOrders({ open: null })} />
        )}
      </div>
    </>
  );
}

const noIds: readonly string[] = [];

interface EmptyProps {
  readonly search: string;
  readonly all: number;
  readonly onAll: () => void;
}

function OrdersEmpty({ search, all, onAll }: EmptyProps) {
  const { state } = useNavigation((navigation) => navigation.orders);
  const { orders } = useStoreOf('settings').settings;
  const show = useNavigation((navigation) => navigation.show);
  const where = state === null ? '' : ` in ${orderWords[state].label}`;
  if (search !== '')
    return (
      <Empty
        icon="search"
        title={`Nothing matches “${search}”${where}`}
        actions={
          <Button small look="primary" onClick={onAll}>
            Show all orders
          </Button>
        }
      >
        Search looks at the order number, the PO and the retailer.
      </Empty>
    );
  if (state !== null && all > 0)
    return (
      <Empty
        icon={state === 'needs-you' ? 'circle-check' : 'receipt'}
        tone={state === 'needs-you' ? 'ok' : 'plain'}
        title={state === 'needs-you' ? 'No order needs you' : `No order${where}`}
        actions={
          <Button small onClick={onAll}>
            Show all orders
          </Button>
        }
      />
    );
  if (orders.goLive === undefined)
    return (
      <Empty
        icon="receipt"
        title="Orders aren’t live yet"
        actions={
          <Button small look="primary" onClick={() => show({ kind: 'go-live' })}>
            Go live with orders
          </Button>
        }
      >
        Approved orders of JOOR appear here once you go live. You choose then what happens to the older ones.
      </Empty>
    );
  return (
    <Empty icon="receipt" title="No approved order since go-live">
      When a retailer’s order is approved in JOOR, the next run brings it here and into Cin7.
    </Empty>
  );
}
