// One order: where it stands and why, what pre-flight settled, every line with what is wrong with it, and what can be done.
import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { OrderDetail } from '../../../core/contract/orders.ts';
import { orderWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Drawer, DrawerPart } from '../../ui/grid/drawer.tsx';
import { copyText } from '../../ui/copy.ts';
import { Copyable, OutsideLink, useOutside } from '../../ui/number.tsx';
import { StateLine } from '../../ui/state.tsx';
import { Attempts } from './attempts.tsx';
import styles from './drawer.module.css';
import { HoldDialog } from './hold.tsx';
import { OrderLines } from './lines.tsx';
import { Preflight } from './preflight.tsx';

interface OrderDrawerProps {
  readonly orderId: string;
  readonly onClose: () => void;
}

export function OrderDrawer({ orderId, onClose }: OrderDrawerProps) {
  const { orders } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('orders.detail', { orderId }, orders);
  return (
    <Drawer
      name={`Order ${orderId}`}
      wide
      onClose={onClose}
      header={<Header orderId={orderId} order={data} onClose={onClose} />}
      footer={data === null ? null : <Actions order={data} />}
    >
      {error !== null && (
        <DrawerPart>
          <ErrorCard error={error} onAction={reload} />
        </DrawerPart>
      )}
      {data === null && error === null && <LoadingRows count={6} height={51} hasPicture />}
      {data !== null && (
        <>
          <Holds order={data} />
          {data.checks.length > 0 && <Preflight checks={data.checks} checkedAt={data.checkedAt} />}
          <OrderLines order={data} />
          <Attempts order={data} />
        </>
      )}
    </Drawer>
  );
}

interface HeaderProps extends OrderDrawerProps {
  readonly order: OrderDetail | null;
}

function Header({ orderId, order, onClose }: HeaderProps) {
  const formats = useFormats();
  const outside = useOutside();
  const { show } = useNavigation();
  const sale = order?.sale ?? null;
  return (
    <>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>
          Order <Copyable text={orderId} />
        </h2>
        {outside.knows('joor-order') && (
          <IconButton
            name="Open in JOOR"
            icon="external-link"
            onClick={() => void outside.open('joor-order', orderId, orderId)}
          />
        )}
        <Menu>
          <Menu.Target>
            <IconButton name="More" icon="dots" />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void copyText(orderId)}>Copy {orderId}</Menu.Item>
            {sale !== null && (
              <Menu.Item onClick={() => void outside.open('cin7-sale', sale.id, sale.number)}>
                {outside.knows('cin7-sale') ? `Open ${sale.number} in Cin7` : `Copy ${sale.number}`}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item disabled={order?.can.reExport !== true} onClick={() => show({ kind: 're-export', orderId })}>
              Re-export
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <IconButton name="Close" icon="x" onClick={onClose} />
      </div>
      {order !== null && (
        <>
          <StateLine words={orderWords[order.state]} reason={order.reason.sentence} />
          <dl className={styles.facts}>
            <dt>Retailer</dt>
            <dd title={order.retailer}>{order.retailer}</dd>
            <dt>Value</dt>
            <dd className="numbers">{formats.money(order.value, order.currency)}</dd>
            <dt>PO</dt>
            <dd>{order.poNumber === '' ? 'None' : <Copyable text={order.poNumber} />}</dd>
            <dt>Ship</dt>
            <dd>{formats.window(order.shipStart, order.shipEnd, true) ?? 'None'}</dd>
            <dt>Approved</dt>
            <dd title={order.approvedAt === null ? undefined : formats.exact(order.approvedAt)}>
              {order.approvedAt === null ? 'None' : formats.when(order.approvedAt)}
            </dd>
            <dt>Linesheet</dt>
            <dd title={order.linesheet}>{order.linesheet === '' ? 'None' : order.linesheet}</dd>
            {sale !== null && (
              <>
                <dt>Sale</dt>
                <dd>
                  <OutsideLink kind="cin7-sale" id={sale.id} text={sale.number} fallback={sale.number} />
                </dd>
                <dt>In Cin7</dt>
                <dd className="numbers">
                  {sale.total === null ? 'not read yet' : formats.money(sale.total, order.currency)}
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </>
  );
}

/** What to do about it, when more than its lines hold it. */
function Holds({ order }: { readonly order: OrderDetail }) {
  const formats = useFormats();
  const steps = order.holds.filter(({ nextStep }) => nextStep !== '');
  const shown = steps.length > 0 ? steps : order.reason.nextStep === '' ? [] : [order.reason];
  if (shown.length === 0 && order.nextLookAt === null) return null;
  return (
    <DrawerPart>
      {order.nextLookAt !== null && (
        <p className={styles.look}>
          Looks again at <b>{formats.clock(order.nextLookAt)}</b>. Nothing is created before that.
        </p>
      )}
      <ul className={styles.holds}>
        {shown.map((hold) => (
          <li key={`${hold.code}/${hold.sentence}`}>
            {steps.length > 1 && <b>{hold.sentence} </b>}
            {hold.nextStep}
          </li>
        ))}
      </ul>
    </DrawerPart>
  );
}

/** Re-export asks first, whatever it is called: the usual way out of an edited order begins with comparing. */
function ReExport({ order, number }: { readonly order: OrderDetail; readonly number: string }) {
  const show = useNavigation((navigation) => navigation.show);
  const isTask = order.state === 'needs-you';
  return (
    <Button look={isTask ? 'primary' : 'bordered'} onClick={() => show({ kind: 're-export', orderId: order.id })}>
      {isTask ? `Compare with ${number}` : 'Re-export'}
    </Button>
  );
}

/** The actions of the drawer's foot, the primary one first; a button that can't be used now stays in its place. */
function Actions({ order }: { readonly order: OrderDetail }) {
  const action = useAction();
  const [isHolding, setHolding] = useState(false);
  const orderId = order.id;
  const isBusy = action.busy !== null;
  return (
    <>
      {action.error !== null && (
        <div className={styles.error}>
          <ErrorLine error={action.error} />
        </div>
      )}
      {order.can.reExport && order.sale !== null ? (
        <ReExport order={order} number={order.sale.number} />
      ) : (
        <Button
          look="primary"
          busy={action.busy === 'orders.export'}
          disabled={!order.can.export || isBusy}
          onClick={() => void action.run('orders.export', { orderId })}
        >
          Export now
        </Button>
      )}
      <Button
        busy={action.busy === 'orders.check'}
        disabled={isBusy && action.busy !== 'orders.check'}
        onClick={() => void action.run('orders.check', { orderId })}
      >
        Check again
      </Button>
      {order.sale === null && (
        <>
          {order.can.release ? (
            <Button
              look="quiet"
              className={styles.aside}
              disabled={isBusy}
              onClick={() => void action.run('orders.release', { orderId })}
            >
              Release
            </Button>
          ) : (
            <Button
              look="quiet"
              className={styles.aside}
              disabled={!order.can.hold || isBusy}
              onClick={() => setHolding(true)}
            >
              Hold
            </Button>
          )}
          <Button
            look="quiet"
            className={styles.last}
            disabled={!order.can.enterByHand || isBusy}
            onClick={() => void action.run('orders.enterByHand', { orderId })}
          >
            Entered by hand
          </Button>
        </>
      )}
      {isHolding && <HoldDialog orderIds={[orderId]} onClose={() => setHolding(false)} />}
    </>
  );
}
