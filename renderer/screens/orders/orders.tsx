// The export queue: did each approved order reach Cin7, once? Chips with counts, search, order, and one order open beside it.
import { useMemo, useState } from 'react';
import { orderStates, orderWords } from '../../../core/contract/words.ts';
import type { QueryInput } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { orderList, useList } from '../../state/use-list.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/cards.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FilterBar, GridSearch } from '../../ui/grid/grid-parts.tsx';
import { GridScreen } from '../../ui/grid/grid-screen.tsx';
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
  const columns = useOrderColumns();
  const input = useMemo(
    () => ({ states: place.state === null ? [] : [place.state], search, sort }),
    [place.state, search, sort],
  );
  const list = useList(orderList, input, revision);
  const { opened } = list;
  const all = orderStates.reduce((sum, state) => sum + (opened?.counts[state] ?? 0), 0);
  const showAll = () => {
    setSearch('');
    setOrders({ state: null });
  };
  const goLive = settings.orders.goLive;
  const shown = formats.countOf(opened?.total ?? 0, 'order', 'orders');
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
      <GridScreen
        name="Orders"
        list={{ ...list, ids: opened?.ids ?? null }}
        columns={columns}
        rowHeight={46}
        sort={sort}
        onSort={setSort}
        openId={place.open}
        onOpen={(open) => setOrders({ open })}
        numberOf={(row) => row.id}
        nouns={['order', 'orders']}
        bulk={(ids, clear) => <OrderBulk ids={ids} read={list.read} onDone={clear} />}
        empty={<OrdersEmpty search={search} all={all} onAll={showAll} />}
        footer={`${shown}${goLive === undefined ? '' : ` since go-live on ${formats.day(goLive)}`}`}
        file={{ kind: 'orders-csv', queryId: opened?.queryId ?? null }}
      >
        {place.open !== null && (
          <OrderDrawer key={place.open} orderId={place.open} onClose={() => setOrders({ open: null })} />
        )}
      </GridScreen>
    </>
  );
}

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
