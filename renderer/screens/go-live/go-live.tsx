// Going live with orders: every approved order that JOOR holds, with a choice each, likely twins in Cin7 shown (GO-2). Nothing
// older is exported by surprise, nothing that is in Cin7 already comes a second time.
import { useMemo, useState } from 'react';
import type { GoLiveChoice, GoLiveOrder } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { Check, SelectField } from '../../ui/field.tsx';
import styles from './go-live.module.css';

const choiceWords: readonly { readonly value: GoLiveChoice; readonly label: string }[] = [
  { value: 'export', label: 'Export to Cin7' },
  { value: 'already-in-cin7', label: 'Already in Cin7' },
  { value: 'ignore', label: 'Leave out' },
];

const isChoice = (value: string): value is GoLiveChoice => choiceWords.some((choice) => choice.value === value);

export function GoLiveDialog() {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  // Read once: it asks both accounts, and a list that is being gone through must not move.
  const { data, error, reload } = useQuery('orders.goLiveList', {});
  const [chosen, setChosen] = useState<Readonly<Record<string, GoLiveChoice>>>({});
  const [isOtherOff, setOtherOff] = useState(false);
  const action = useAction();
  const formats = useFormats();
  const choiceOf = (order: GoLiveOrder) => chosen[order.id] ?? order.choice ?? order.suggested;
  const counts = useMemo(() => {
    const total = { export: 0, 'already-in-cin7': 0, ignore: 0 };
    for (const order of data ?? []) total[chosen[order.id] ?? order.choice ?? order.suggested] += 1;
    return total;
  }, [data, chosen]);
  /** Those that nothing says are in Cin7 already: the ones to decide on. */
  const open = (data ?? []).filter(({ suggested }) => suggested !== 'already-in-cin7');
  const chooseAll = (choice: GoLiveChoice) =>
    setChosen((before) => ({ ...before, ...Object.fromEntries(open.map(({ id }) => [id, choice])) }));
  const go = async () => {
    const output = await action.run('orders.goLive', {
      choices: (data ?? []).map((order) => ({ orderId: order.id, choice: choiceOf(order) })),
      isOtherIntegrationOff: isOtherOff,
    });
    if (output !== null) closeOver();
  };
  return (
    <Dialog
      kind="sheet"
      title="Go live with orders"
      subtitle="These approved orders are in JOOR now. Choose what happens to each; later ones go to Cin7 by themselves."
      onClose={closeOver}
      footer={
        <>
          <Check label="JOOR’s own Cin7 integration is switched off" isChecked={isOtherOff} onChange={setOtherOff} />
          <FooterGap />
          <ErrorLine error={action.error} />
          <Button onClick={closeOver}>Cancel</Button>
          <Button
            look="primary"
            disabled={data === null || !isOtherOff}
            busy={action.busy !== null}
            onClick={() => void go()}
          >
            {counts.export === 0 ? 'Go live, export none now' : `Go live, export ${formats.count(counts.export)}`}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorCard error={error} onAction={reload} />}
      {data === null && error === null && <LoadingRows count={8} height={46} />}
      {data?.length === 0 && (
        <Empty icon="receipt" title="JOOR holds no approved order">
          The next one that is approved goes to Cin7 with the next run.
        </Empty>
      )}
      {data !== null && data.length > 0 && (
        <>
          <div className={styles.head}>
            <div className={styles.summary}>
              <p role="status">
                <b>{formats.countOf(counts.export, 'order', 'orders')} to export</b>,{' '}
                {formats.count(counts['already-in-cin7'])} already in Cin7, {formats.count(counts.ignore)} left out.
              </p>
              <p className={styles.why}>
                Suggested: what JOOR marks as exported, or has a likely sale in Cin7, is there already. What was
                approved before going live is left out unless you choose otherwise.
              </p>
            </div>
            {open.length > 0 && (
              <>
                <Button small onClick={() => chooseAll('export')}>
                  Export all {formats.count(open.length)} that aren’t in Cin7
                </Button>
                <Button small look="quiet" onClick={() => chooseAll('ignore')}>
                  Leave them out
                </Button>
              </>
            )}
          </div>
          <div className={styles.box}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Order</th>
                  <th scope="col">Approved</th>
                  <th scope="col" className={styles.number}>
                    Value
                  </th>
                  <th scope="col">Looks like, in Cin7</th>
                  <th scope="col">What happens</th>
                </tr>
              </thead>
              <tbody>
                {data.map((order) => (
                  <tr key={order.id}>
                    <th scope="row">
                      <b>{order.id}</b>
                      <span className={styles.under}>{order.retailer}</span>
                    </th>
                    <td>
                      {order.approvedAt === null ? 'None' : formats.day(order.approvedAt)}
                      {order.isExportedInJoor && <span className={styles.under}>exported in JOOR</span>}
                    </td>
                    <td className={styles.number}>{formats.money(order.value, order.currency)}</td>
                    <td>
                      {order.twins[0] === undefined ? (
                        <span className={styles.none}>None</span>
                      ) : (
                        <>
                          {order.twins[0].number}
                          <span className={styles.under}>{order.twins[0].why}</span>
                        </>
                      )}
                    </td>
                    <td className={styles.choice}>
                      <SelectField
                        isLabelHidden
                        label={`What happens to order ${order.id}`}
                        value={choiceOf(order)}
                        options={choiceWords}
                        onChange={(value) => {
                          if (isChoice(value)) setChosen((before) => ({ ...before, [order.id]: value }));
                        }}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Dialog>
  );
}
