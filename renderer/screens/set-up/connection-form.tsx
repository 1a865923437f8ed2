// The form of a connection's card: its fields, and at the foot who answered, or what went wrong and what to do, and the button
// that connects. Enter in a field connects too.
import { useState, type ReactNode } from 'react';
import type { ConnectionView } from '../../../core/contract/stores.ts';
import type { ErrorView } from '../../../core/contract/errors.ts';
import { useFormats } from '../../state/format.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './connect.module.css';

const stateWords: Readonly<Record<ConnectionView['state'], string>> = {
  connected: 'Connected',
  'not-set': 'Not connected',
  rejected: 'Key rejected',
  unreachable: 'No answer',
  'not-tried': 'Not tried yet',
};

export function ConnectionState({ connection }: { readonly connection: ConnectionView }) {
  const isConnected = connection.state === 'connected';
  return (
    <span className={styles.state} data-state={connection.state}>
      {isConnected && <Icon name="circle-check" size={14} colour="ok" />}
      {connection.state === 'rejected' && <Icon name="alert-octagon-filled" size={14} colour="bad" />}
      {stateWords[connection.state]}
    </span>
  );
}

/** `Connected to Aurora Apparel Pty Ltd, AUD`: a currency says more of an account; a world has its own tag. */
function connectedWords({ name, tag }: ConnectionView): string {
  return /^[A-Z]{3}$/.test(tag) ? `Connected to ${name}, ${tag}` : `Connected to ${name}`;
}

/** What to do about keys that were just typed; the error's own words speak of keys that once worked. */
const steps: Readonly<Record<string, string>> = {
  'key-rejected':
    'Copy it again from where you got it: often a character is missing, or it belongs to another account.',
  'key-missing': 'Enter it above, then connect.',
  unreachable: 'Check the address and this PC’s network, then connect again.',
};

interface FormProps {
  readonly connection: ConnectionView;
  readonly error: ErrorView | null;
  readonly isBusy: boolean;
  /** Something was typed that isn't connected with yet. */
  readonly isTyped: boolean;
  readonly isNotReal?: string | null;
  /** Gives what the account said of itself, or null when it failed. */
  readonly onConnect: () => Promise<{ readonly sentence: string; readonly detail: string } | null>;
  readonly children: ReactNode;
}

export function ConnectionForm({
  connection,
  error,
  isBusy,
  isTyped,
  isNotReal = null,
  onConnect,
  children,
}: FormProps) {
  const formats = useFormats();
  const [answered, setAnswered] = useState<{ readonly sentence: string; readonly detail: string } | null>(null);
  const shownError = error === null ? connection.error : { ...error, nextStep: steps[error.code] ?? error.nextStep };
  const isConnected = connection.state === 'connected' && shownError === null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void onConnect().then(setAnswered);
      }}
    >
      <div className={styles.fields}>{children}</div>
      <div className={styles.result} role={shownError === null ? 'status' : 'alert'}>
        {shownError !== null ? (
          <>
            <Icon
              name={connection.state === 'rejected' ? 'alert-octagon-filled' : 'alert-circle-filled'}
              colour={connection.state === 'rejected' ? 'bad' : 'warnFill'}
              className={styles.resultIcon}
            />
            <div className={styles.resultText}>
              <p className={styles.resultTitle}>{shownError.sentence}</p>
              <p className={styles.resultDetail}>{shownError.nextStep}</p>
            </div>
          </>
        ) : isConnected ? (
          <>
            <Icon name="circle-check-filled" colour="ok" className={styles.resultIcon} />
            <div className={styles.resultText}>
              <p className={styles.resultTitle}>
                {answered?.sentence ?? connectedWords(connection)}
                {isNotReal !== null && (
                  <Tag tone="test" icon="flask-2">
                    {isNotReal}
                  </Tag>
                )}
              </p>
              <p className={styles.resultDetail}>
                {answered?.detail ??
                  (connection.checkedAt === null ? '' : `Answered ${formats.when(connection.checkedAt)}`)}
              </p>
            </div>
          </>
        ) : (
          <div className={styles.resultText}>
            <p className={styles.resultTitle}>Not connected yet</p>
            <p className={styles.resultDetail}>
              Connect asks the account who it is. It reads nothing and writes nothing.
            </p>
          </div>
        )}
        <Button small type="submit" look={isConnected && !isTyped ? 'bordered' : 'primary'} busy={isBusy}>
          {isConnected && !isTyped ? 'Test again' : 'Connect'}
        </Button>
      </div>
    </form>
  );
}
