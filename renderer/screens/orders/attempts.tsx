// What was tried for an order and what people decided about it: requests as they were sent, without secrets.
import { useState } from 'react';
import type { OrderDetail } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { DrawerPart } from '../../ui/grid/drawer.tsx';
import styles from './attempts.module.css';

export function Attempts({ order }: { readonly order: OrderDetail }) {
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { orders } = useStoreOf('revisions');
  const asked = useQuery('orders.attempts', isOpen ? { orderId: order.id } : null, orders);
  if (order.events.length === 0 && order.tries === 0) return null;
  return (
    <>
      {order.events.length > 0 && (
        <DrawerPart title="What happened">
          <ol className={styles.events}>
            {order.events.map((event) => (
              <li key={`${event.at}/${event.sentence}`}>
                <time dateTime={event.at} title={formats.exact(event.at)}>
                  {formats.short(event.at)}
                </time>
                <span>
                  {event.sentence} <span className={styles.who}>{event.who}</span>
                </span>
              </li>
            ))}
          </ol>
        </DrawerPart>
      )}
      <DrawerPart
        title="Requests"
        count={formats.countOf(order.tries, 'try', 'tries')}
        aside={
          <Button small look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show'}
          </Button>
        }
      >
        {asked.error !== null && <ErrorCard error={asked.error} onAction={asked.reload} />}
        {isOpen && (
          <ol className={styles.requests}>
            {asked.data?.map((attempt) => (
              <li key={attempt.requestId}>
                <details>
                  <summary>
                    <time dateTime={attempt.at} title={formats.exact(attempt.at)}>
                      {formats.short(attempt.at)}
                    </time>
                    <b>{attempt.operation}</b>
                    <span className="numbers">{attempt.status ?? 'no answer'}</span>
                    <span>{attempt.outcome}</span>
                  </summary>
                  <pre>{`${attempt.method} ${attempt.address}\n\n${attempt.request}\n\n${attempt.response}`}</pre>
                </details>
              </li>
            ))}
          </ol>
        )}
      </DrawerPart>
    </>
  );
}
