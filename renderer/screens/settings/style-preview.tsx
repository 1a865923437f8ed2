// One of the brand's own styles as JOOR would get it with what is edited beside it, before anything is saved.
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { SettingChange } from '../../../core/contract/settings.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useQuery } from '../../state/use-query.ts';
import { IconButton } from '../../ui/button.tsx';
import { StyleLines } from './editing/style-lines.tsx';
import styles from './style-preview.module.css';

interface StylePreviewProps {
  readonly changes: readonly SettingChange[];
  /** What is to be done about the changes. */
  readonly children: ReactNode;
}

export function StylePreview({ changes, children }: StylePreviewProps) {
  const [at, setAt] = useState(0);
  const { revision } = useStoreOf('settings');
  const asked = useDeferredValue(changes);
  const { data, error, isLoading } = useQuery('settings.preview', { changes: [...asked], at }, revision);
  const [last, setLast] = useState(data);
  if (data !== null && data !== last) setLast(data);
  // The last answer stays while the next one is asked for, so that nothing jumps.
  const shown = data ?? last;
  return (
    <aside className={styles.preview} aria-label="One style as JOOR would get it">
      <div className={styles.head}>
        <p className={styles.kicker}>As JOOR would get it</p>
        {shown !== null && shown.of > 1 && (
          <>
            <IconButton name="The style before" icon="chevron-left" onClick={() => setAt(shown.at - 1)} />
            <IconButton name="The next style" icon="chevron-right" onClick={() => setAt(shown.at + 1)} />
          </>
        )}
      </div>
      {shown !== null && (
        <>
          <p className={styles.number}>{shown.number}</p>
          <p className={styles.name}>{shown.name}</p>
          {shown.leftOut === null ? <StyleLines lines={shown.lines} /> : <p className={styles.note}>{shown.leftOut}</p>}
        </>
      )}
      {shown === null && !isLoading && (
        <p className={styles.note}>
          {error === null
            ? 'No style was read yet. After the first run one of yours is shown here.'
            : (error.problems?.[0]?.sentence ?? error.sentence)}
        </p>
      )}
      <div className={styles.foot}>{children}</div>
    </aside>
  );
}
