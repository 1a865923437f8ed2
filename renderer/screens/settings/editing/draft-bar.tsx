// The foot of settings that are edited as a whole: there only while something isn't saved, with what keeps it from being saved.
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import styles from './draft-bar.module.css';
import { SaveError } from './save-error.tsx';
import type { Draft } from './use-draft.ts';

interface DraftBarProps<Value> {
  readonly draft: Draft<Value>;
  /** What is edited here: `warehouses`. */
  readonly what: string;
  /** Why it can't be saved yet; null when it can. */
  readonly missing?: string | null;
  /** Paths whose problems are shown beside their fields already. */
  readonly shown?: (path: string) => boolean;
  readonly children?: ReactNode;
}

export function DraftBar<Value>({ draft, what, missing = null, shown, children }: DraftBarProps<Value>) {
  if (!draft.isChanged && draft.error === null) return null;
  return (
    <div className={styles.bar}>
      <SaveError error={draft.error} shown={shown} onLoad={draft.discard} />
      <div className={styles.line}>
        <p className={styles.text} role="status">
          {missing ?? children ?? 'Not saved yet.'}
        </p>
        <Button small aria-label={`Discard changes to ${what}`} onClick={draft.discard}>
          Discard
        </Button>
        <Button
          small
          look="primary"
          aria-label={`Save ${what}`}
          busy={draft.isBusy}
          disabled={missing !== null || !draft.isChanged}
          onClick={() => void draft.save()}
        >
          Save {what}
        </Button>
      </div>
    </div>
  );
}
