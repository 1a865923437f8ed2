// The plan of a dry run; set-up shows the same. Three styles, everything in numbers, what is held; or instead of them the changes
// of one row.
import { useState } from 'react';
import type { PlanView } from '../../../core/contract/queries.ts';
import { useFormats } from '../../state/format.ts';
import { useQuery } from '../../state/use-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { PlanChanges, type ChangeScope } from './changes.tsx';
import { PickStyles } from './pick-styles.tsx';
import { PlanTable } from './plan-table.tsx';
import { Samples } from './samples.tsx';

export function Plan({ plan }: { readonly plan: PlanView }) {
  const formats = useFormats();
  const [scope, setScope] = useState<ChangeScope | null>(null);
  const [keys, setKeys] = useState<readonly string[] | null>(null);
  const [isPicking, setPicking] = useState(false);
  const picked = useQuery('runs.planSamples', keys === null ? null : { runId: plan.runId, keys: [...keys] });
  if (scope !== null) return <PlanChanges runId={plan.runId} scope={scope} onBack={() => setScope(null)} />;
  // The former ones stay until those that were picked came.
  const samples = picked.data ?? plan.samples;
  return (
    <>
      <Samples samples={samples} isPicked={picked.data !== null} onPick={() => setPicking(true)} />
      {picked.error !== null && <ErrorCard error={picked.error} onAction={picked.reload} />}
      <PlanTable rows={plan.rows} onOpen={({ label, part }) => setScope({ label, parts: [part], isHeldOnly: false })} />
      {plan.held.map((held) => (
        <Banner
          key={`${held.code}/${held.sentence}`}
          tone="warn"
          icon="shield-half"
          statement={held.sentence}
          action={
            held.count > 0 && (
              <Button small onClick={() => setScope({ label: 'Held', parts: held.parts, isHeldOnly: true })}>
                Show {formats.count(held.count)}
              </Button>
            )
          }
        >
          {held.nextStep}
        </Banner>
      ))}
      {isPicking && (
        <PickStyles runId={plan.runId} shown={samples} onPick={setKeys} onClose={() => setPicking(false)} />
      )}
    </>
  );
}
