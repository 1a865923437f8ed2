// What can be done with several orders at once: export now, check again, hold, release. Each is its own command; how many were
// done is told, and what couldn't be done is told with its reason.
import { useState } from 'react';
import type { ErrorView } from '../../../core/contract/errors.ts';
import type { OrderRow } from '../../../core/contract/queries.ts';
import { viewOf } from '../../state/client.ts';
import { useClient } from '../../state/host.tsx';
import { useToasts } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';

interface BulkProps {
  readonly ids: readonly string[];
  readonly row: (id: string) => OrderRow | undefined;
  readonly onDone: () => void;
}

type Step = 'orders.export' | 'orders.check' | 'orders.hold' | 'orders.release';

const done: Readonly<Record<Step, string>> = {
  'orders.export': 'sent to Cin7',
  'orders.check': 'checked again',
  'orders.hold': 'on hold',
  'orders.release': 'released',
};

export function OrderBulk({ ids, row, onDone }: BulkProps) {
  const client = useClient();
  const show = useToasts((toasts) => toasts.show);
  const [busy, setBusy] = useState<Step | null>(null);
  const [failed, setFailed] = useState<{ readonly count: number; readonly error: ErrorView } | null>(null);
  const states = ids.map((id) => row(id)?.state);
  const may = (allowed: readonly string[]) => ids.filter((_, index) => allowed.includes(states[index] ?? ''));
  const able: Readonly<Record<Step, readonly string[]>> = {
    'orders.export': may(['to-export']),
    'orders.check': ids,
    'orders.hold': may(['to-export', 'needs-you']),
    'orders.release': may(['held']),
  };
  const act = async (step: Step) => {
    setBusy(step);
    setFailed(null);
    let count = 0;
    let last: ErrorView | null = null;
    for (const orderId of able[step]) {
      try {
        await (step === 'orders.hold'
          ? client.command(step, { orderId, note: '' })
          : client.command(step, { orderId }));
        count += 1;
      } catch (error) {
        last = viewOf(error);
      }
    }
    setBusy(null);
    if (count > 0) show(`${count} ${count === 1 ? 'order' : 'orders'} ${done[step]}`);
    if (last === null) onDone();
    else setFailed({ count: able[step].length - count, error: last });
  };
  const button = (step: Step, label: string) =>
    able[step].length > 0 && (
      <Button small busy={busy === step} disabled={busy !== null && busy !== step} onClick={() => void act(step)}>
        {label} {able[step].length}
      </Button>
    );
  return (
    <>
      {button('orders.export', 'Export')}
      {button('orders.check', 'Check')}
      {button('orders.hold', 'Hold')}
      {button('orders.release', 'Release')}
      {failed !== null && (
        <span role="alert">
          {failed.count} not done. {failed.error.sentence}
        </span>
      )}
    </>
  );
}
