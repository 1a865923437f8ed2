// Takes over settings from a file that the person chooses: what would change is shown first. Where Seamline connects, and since
// when orders go to Cin7, never comes from a file (SEC-3).
import { useRef, useState } from 'react';
import type { ErrorView } from '../../../core/contract/errors.ts';
import type { ImportView } from '../../../core/contract/settings.ts';
import { viewOf } from '../../state/client.ts';
import { useFormats } from '../../state/format.ts';
import { useClient } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { effectSentence } from './editing/effect-words.ts';
import styles from './import-settings.module.css';
import { Row } from './rows.tsx';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly view: ImportView;
}

export function ImportSettings() {
  const client = useClient();
  const action = useAction();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const look = async (file: File) => {
    setError(null);
    action.clear();
    try {
      const text = await file.text();
      setChosen({ name: file.name, text, view: await client.query('settings.importView', { text }) });
    } catch (failure) {
      setError(viewOf(failure));
    }
  };
  const takeOver = async ({ text, view }: Chosen) => {
    await action.run('settings.import', { revision: view.revision, text });
    setChosen(null);
  };
  return (
    <Row
      label="Take over a file"
      hint="You see what changes first. Hosts, accounts and go-live stay as they are here."
      error={<ErrorLine error={error ?? action.error} />}
    >
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="heard"
        aria-label="Settings file"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void look(file);
          // The same file chosen again is looked at again.
          currentTarget.value = '';
        }}
      />
      <Button icon="file-diff" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      {chosen !== null && (
        <ImportDialog
          chosen={chosen}
          isBusy={action.busy !== null}
          onClose={() => setChosen(null)}
          onTake={() => void takeOver(chosen)}
        />
      )}
    </Row>
  );
}

/** Areas of the settings as the sections name them. */
const areaWords: Readonly<Record<string, string>> = {
  schedule: 'Schedule',
  flows: 'Flows',
  products: 'Styles and prices',
  linesheets: 'Linesheets',
  customers: 'Customers',
  inventory: 'Stock',
  orders: 'Orders and sales',
  batch: 'Fine tuning',
  retention: 'Fine tuning',
  app: 'This PC',
};

interface ImportDialogProps {
  readonly chosen: Chosen;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onTake: () => void;
}

function ImportDialog({ chosen: { name, view }, isBusy, onClose, onTake }: ImportDialogProps) {
  const formats = useFormats();
  const total = view.areas.reduce((sum, { settings }) => sum + settings.length, 0);
  const count = formats.countOf(total, 'setting', 'settings');
  const effect = effectSentence(view.effect, formats);
  return (
    <Dialog
      kind="narrow"
      title={total === 0 ? 'Nothing would change' : `Take over ${count}?`}
      subtitle={name}
      onClose={onClose}
      footer={
        <>
          <FooterGap />
          <Button onClick={onClose}>{total === 0 ? 'Close' : 'Keep mine'}</Button>
          {total > 0 && (
            <Button look="primary" busy={isBusy} onClick={onTake}>
              Take over {count}
            </Button>
          )}
        </>
      }
    >
      {total === 0 ? (
        <p className={styles.text}>Everything in this file is set here already.</p>
      ) : (
        <dl className={styles.areas}>
          {view.areas.map(({ area, settings }) => (
            <div key={area} className={styles.area}>
              <dt>{areaWords[area] ?? area}</dt>
              <dd className={styles.paths}>{settings.map(wordsOf).join(', ')}</dd>
            </div>
          ))}
        </dl>
      )}
      {effect !== '' && <p className={styles.effect}>In JOOR: {effect} Nothing is sent before the next run.</p>}
    </Dialog>
  );
}

/** A setting's path as it can be read: `taxRules.Germany` is `tax rules › Germany`. */
function wordsOf(path: string): string {
  return path
    .split('.')
    .map((part) => (/^[a-z]/.test(part) ? part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : part))
    .join(' › ');
}
