// One run: its evidence. What was read of what was announced, what each flow compared and changed, what it cost.
import { countNames, type FlowReport, type RunReport } from '../../../core/contract/run-report.ts';
import { countWords, flowWords } from '../../../core/contract/words.ts';
import { labelText } from '../../format/titles.ts';
import { useFormats } from '../../state/format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Drawer, DrawerPart } from '../../ui/grid/drawer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { outcomes } from './outcomes.ts';
import { RunChanges, RunRequests } from './run-changes.tsx';
import styles from './run-detail.module.css';

export function RunDetail({ run, onClose }: { readonly run: RunReport; readonly onClose: () => void }) {
  const formats = useFormats();
  const [icon, colour, words] = outcomes[run.outcome];
  const isDry = run.kind === 'dry-run';
  return (
    <Drawer
      name={`Run of ${formats.when(run.startedAt)}`}
      onClose={onClose}
      header={
        <>
          <div className={styles.titleRow}>
            <h2 className={styles.title}>
              {isDry ? 'Dry run' : 'Run'}, {formats.when(run.startedAt)}
            </h2>
            <IconButton name="Close" icon="x" onClick={onClose} />
          </div>
          <p className={styles.outcome}>
            <Icon name={icon} size={14} colour={colour} />
            {run.error?.sentence ?? words}
          </p>
          {run.error !== null && <p className={styles.under}>{run.error.nextStep}</p>}
        </>
      }
      footer={
        <p className={styles.under}>
          {formats.countOf(run.usage.cin7Calls, 'call', 'calls')} to Cin7,{' '}
          {formats.countOf(run.usage.joorCredits, 'credit', 'credits')} of JOOR. Started by{' '}
          {run.startedBy === 'person' ? 'you' : run.startedBy}.
        </p>
      }
    >
      {run.notes.length > 0 && (
        <DrawerPart title="Notes">
          {run.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
        </DrawerPart>
      )}
      <DrawerPart title="Read">
        <ul>
          {run.reads.map((read) => (
            <li key={read.what} className={styles.line}>
              <Icon
                name={read.isComplete ? 'circle-check' : 'alert-circle-filled'}
                size={14}
                colour={read.isComplete ? 'ok' : 'warnFill'}
              />
              <span className={styles.what}>{labelText(read.what)}</span>
              <span className="numbers">
                {formats.of(read.rows, read.total)}
                {!read.isFull && ', changes only'}
              </span>
            </li>
          ))}
        </ul>
      </DrawerPart>
      <DrawerPart title="Flows">
        <ul className={styles.flows}>
          {run.flows.map((flow) => (
            <Flow key={flow.flow} flow={flow} isDry={isDry} />
          ))}
        </ul>
      </DrawerPart>
      <RunChanges run={run} />
      <RunRequests runId={run.id} />
    </Drawer>
  );
}

function Flow({ flow, isDry }: { readonly flow: FlowReport; readonly isDry: boolean }) {
  const formats = useFormats();
  const counts = countNames.flatMap((name) => {
    const number = flow.counts[name] ?? 0;
    return number === 0 ? [] : [countWords(name, number, isDry)];
  });
  return (
    <li className={styles.flow}>
      <h4 className={styles.name}>{flowWords[flow.flow]}</h4>
      <p className={styles.under}>
        {flow.sentence === ''
          ? `${counts.length === 0 ? 'Nothing changed' : counts.join(', ')}. ${formats.count(flow.checked)} checked.`
          : `${flow.sentence} ${flow.nextStep}`}
      </p>
    </li>
  );
}
