// What hardly anybody changes: how much goes in one call, how long records are kept, when an unclear answer is looked up.
import { useStoreOf } from '../../state/host.tsx';
import { Group, NumberRow, TextRow } from './rows.tsx';

const batches = [
  { key: 'styles', label: 'Styles in one call' },
  { key: 'skus', label: 'SKUs in one call' },
  { key: 'prices', label: 'Prices in one call' },
  { key: 'linesheets', label: 'Linesheets in one call' },
  { key: 'stock', label: 'Stock numbers in one call' },
  { key: 'orders', label: 'Orders in one call' },
] as const;

export function TuningSection() {
  const { batch, retention, orders } = useStoreOf('settings').settings;
  return (
    <>
      <Group
        title="How much goes in one call"
        hint="The defaults are proven. Less is slower and gentler; a call that is refused as a whole is halved anyway until the bad item stands alone."
      >
        {batches.map(({ key, label }) => (
          <NumberRow key={key} path={`batch.${key}`} label={label} value={batch[key]} />
        ))}
      </Group>
      <Group title="How long records are kept">
        <NumberRow
          path="retention.orderDays"
          label="What orders said"
          hint="Names and addresses of retailers are in it. What became of an order is kept for good."
          suffix="days"
          value={retention.orderDays}
        />
        <NumberRow
          path="retention.requestDays"
          label="Requests and answers of both accounts"
          suffix="days"
          value={retention.requestDays}
        />
      </Group>
      <Group title="Unclear answers">
        <TextRow
          path="orders.lookupDelays"
          label="Look whether a sale arrived after"
          hint="Seconds, with commas. Only after all looks missed is a sale asked for again."
          suffix="seconds"
          value={orders.lookupDelays.join(', ')}
          read={(text) => text.split(',').map((part) => (part.trim() === '' ? part : Number(part)))}
        />
      </Group>
    </>
  );
}
