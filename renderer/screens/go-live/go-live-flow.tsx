// Asks before a flow writes for the first time: what it will write, from when, how often. Bound to the dry run that was seen.
import type { FlowView } from '../../../core/contract/stores.ts';
import { flowWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { firstWrites } from './first-writes.ts';

interface GoLiveFlowProps {
  readonly flow: FlowView;
  readonly onClose: () => void;
}

export function GoLiveFlowDialog({ flow, onClose }: GoLiveFlowProps) {
  const { runs } = useStoreOf('revisions');
  const { schedule } = useStoreOf('app');
  const plan = useQuery('runs.plan', { runId: null }, runs);
  const formats = useFormats();
  const show = useNavigation((navigation) => navigation.show);
  const action = useAction();
  const name = flowWords[flow.flow];
  const first = plan.data === null ? null : firstWrites(flow.flow, plan.data.rows);
  const every = schedule.everyMinutes === 60 ? 'every hour' : `every ${schedule.everyMinutes} min`;
  const from = schedule.nextDueAt === null ? 'the next run' : formats.short(schedule.nextDueAt);
  const go = async () => {
    const output = await action.run('flows.setMode', {
      flow: flow.flow,
      mode: 'live',
      planSeen: plan.data?.runId ?? null,
    });
    if (output !== null) onClose();
  };
  return (
    <Dialog
      kind="narrow"
      title={`Go live with ${name}?`}
      subtitle={
        first === null
          ? `From ${from} Seamline writes what changes, ${every}.`
          : first.isAfterStyles
            ? `From ${from} Seamline writes stock to JOOR, ${every}. 0 numbers go now; every SKU gets its number once its style is in JOOR.`
            : `From ${from} Seamline writes ${formats.countOf(first.changes, 'change', 'changes')} to JOOR, then what changes, ${every}.`
      }
      onClose={onClose}
      footer={
        <>
          <FooterGap />
          <Button onClick={onClose}>Cancel</Button>
          {plan.data === null && !plan.isLoading ? (
            <Button look="primary" onClick={() => show({ kind: 'dry-run' })}>
              Dry run first
            </Button>
          ) : (
            <Button look="primary" busy={action.busy !== null} disabled={plan.data === null} onClick={() => void go()}>
              Go live with {name}
            </Button>
          )}
        </>
      }
    >
      {plan.error !== null && <ErrorCard error={plan.error} onAction={plan.reload} />}
      {plan.data !== null && (
        <Banner tone="plain" icon="list-check" statement={`Seen in the dry run of ${formats.when(plan.data.readAt)}.`}>
          {first === null || first.changes + first.held === 0
            ? first?.isAfterStyles === true
              ? 'JOOR had none of the SKUs yet.'
              : 'It had nothing to send.'
            : [...first.parts, ...(first.held > 0 ? [`${formats.count(first.held)} held`] : [])]
                .map((part) => `${part}.`)
                .join(' ')}{' '}
          You can switch it off again at any time; what was written stays.
        </Banner>
      )}
      {plan.data === null && !plan.isLoading && plan.error === null && (
        <Banner tone="warn" icon="alert-circle-filled" statement="No dry run was seen yet.">
          The first write follows a dry run, so that you know what it does.
        </Banner>
      )}
      <ErrorLine error={action.error} />
    </Dialog>
  );
}
