// Which styles the dry run shows side by side: at most three, found by their number or name.
import { useState } from 'react';
import type { PlanSample } from '../../../core/contract/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './pick-styles.module.css';
import { sampleTags } from './samples.tsx';

type Pick = Omit<PlanSample, 'lines'>;

interface PickStylesProps {
  readonly runId: string;
  readonly shown: readonly Pick[];
  readonly onPick: (keys: readonly string[]) => void;
  readonly onClose: () => void;
}

const most = 3;

export function PickStyles({ runId, shown, onPick, onClose }: PickStylesProps) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly Pick[]>(shown);
  const found = useQuery('runs.planStyles', { runId, search: text.trim() });
  const isPicked = (key: string) => picked.some((one) => one.key === key);
  const toggle = (style: Pick) =>
    setPicked(isPicked(style.key) ? picked.filter(({ key }) => key !== style.key) : [...picked, style]);
  // What is picked stays in sight, whatever is searched for.
  const listed = [...picked, ...(found.data ?? []).filter(({ key }) => !isPicked(key))];
  return (
    <Dialog
      kind="narrow"
      title="Which styles side by side?"
      subtitle="Up to three. They are only shown; nothing else depends on them."
      onClose={onClose}
      footer={
        <>
          <span className={styles.count} role="status">
            {picked.length} of {most} picked
          </span>
          <FooterGap />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={picked.length === 0}
            onClick={() => {
              onPick(picked.map(({ key }) => key));
              onClose();
            }}
          >
            {picked.length < 2 ? 'Show this style' : `Show these ${picked.length}`}
          </Button>
        </>
      }
    >
      <TextField label="Style" value={text} onChange={setText} placeholder="Number, name, SKU" />
      {found.error !== null && <ErrorCard error={found.error} onAction={found.reload} />}
      <ul className={styles.list}>
        {listed.map((style) => (
          <li key={style.key} className={styles.style}>
            <Check
              label={
                <span className={styles.text}>
                  <b>{style.number}</b> <span className={styles.name}>{style.name}</span>
                </span>
              }
              isChecked={isPicked(style.key)}
              isDisabled={!isPicked(style.key) && picked.length >= most}
              onChange={() => toggle(style)}
            />
            <Tag tone={style.tag === 'held' ? 'warn' : 'plain'}>{sampleTags[style.tag]}</Tag>
          </li>
        ))}
      </ul>
      {found.data?.length === 0 && <p className={styles.none}>No style matches “{text.trim()}”.</p>}
    </Dialog>
  );
}
