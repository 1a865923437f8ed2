// What can be done with several orders at once: export now, check again, hold, release; each button only for those where it is
// allowed, and with their number. Each order is its own command; one sentence tells what happened, with the reason of the rest.
import { useEffect, useState } from 'react';
import type { OrderRow } from '../../../core/contract/queries.ts';
import type { OrderState } from '../../../core/contract/words.ts';
import { viewOf } from '../../state/client.ts';
import { useClient } from '../../state/host.tsx';
import { useToasts } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { bulkSummary, type BulkStep, type Refusal } from './bulk-summary.ts';
import styles from './bulk.module.css';
import { HoldDialog } from './hold.tsx';

interface BulkProps {
  readonly ids: readonly string[];
  readonly read: (ids: readonly string[]) => Promise<readonly OrderRow[]>;
  readonly onDone: () => void;
}

/** States in which an order allows a step; any state where it is null. */
const allowed: Readonly<Record<BulkStep, readonly OrderState[] | null>> = {
  'orders.export': ['to-export'],
  'orders.check': null,
  'orders.hold': ['to-export', 'needs-you'],
  'orders.release': ['held'],
};

const labels: Readonly<Record<BulkStep, string>> = {
  'orders.export': 'Export now',
  'orders.check': 'Check again',
  'orders.hold': 'Hold',
  'orders.release': 'Release',
};

const steps: readonly BulkStep[] = ['orders.export', 'orders.check', 'orders.hold', 'orders.release'];
const noRows: readonly OrderRow[] = [];

export function OrderBulk({ ids, read, onDone }: BulkProps) {
  const client = useClient();
  const show = useToasts((toasts) => toasts.show);
  const [rows, setRows] = useState(noRows);
  const [busy, setBusy] = useState<{ readonly step: BulkStep; readonly done: number } | null>(null);
  const [summary, setSummary] = useState<string | null>(null);
  const [isHolding, setHolding] = useState(false);
  const key = ids.join(' ');
  // What is ticked may never have been in view.
  useEffect(() => {
    let isWanted = true;
    const readAll = async () => {
      const all = await read(key.split(' ')).catch(() => noRows);
      if (isWanted) setRows(all);
    };
    void readAll();
    return () => {
      isWanted = false;
    };
  }, [key, read]);
  const may = (step: BulkStep) =>
    rows.filter(({ state }) => allowed[step] === null || allowed[step].includes(state)).map(({ id }) => id);
  const act = async (step: BulkStep, note = '') => {
    const orders = may(step);
    const refused: Refusal[] = [];
    setSummary(null);
    for (const [index, orderId] of orders.entries()) {
      setBusy({ step, done: index });
      try {
        await (step === 'orders.hold' ? client.command(step, { orderId, note }) : client.command(step, { orderId }));
      } catch (error) {
        refused.push({ orderId, sentence: viewOf(error).sentence });
      }
    }
    setBusy(null);
    const told = bulkSummary(step, orders.length, refused);
    if (refused.length > 0) return setSummary(told);
    show(told);
    onDone();
  };
  return (
    <>
      {steps.map((step) => {
        const orders = may(step);
        if (orders.length === 0) return null;
        return (
          <Button
            key={step}
            small
            busy={busy?.step === step}
            disabled={busy !== null && busy.step !== step}
            onClick={() => (step === 'orders.hold' ? setHolding(true) : void act(step))}
          >
            {labels[step]}{' '}
            <span className="numbers">
              {busy?.step === step ? `${busy.done + 1} of ${orders.length}` : orders.length}
            </span>
          </Button>
        );
      })}
      {summary !== null && (
        <span role="alert" className={styles.summary} title={summary}>
          {summary}
        </span>
      )}
      {isHolding && (
        <HoldDialog
          orderIds={may('orders.hold')}
          onHold={(note) => void act('orders.hold', note)}
          onClose={() => setHolding(false)}
        />
      )}
    </>
  );
}
