// The connection to Cin7 Core: account id, application key, and the address for the few who were told another one.
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { SecretField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './connect.module.css';
import { ConnectionForm, ConnectionState } from './connection-form.tsx';
import { typedOrNull, useKeys } from './keys.ts';

export function Cin7Card() {
  const { cin7: connection, keychain } = useStoreOf('app');
  const { settings } = useStoreOf('settings');
  const { cin7: keys, setCin7, forget } = useKeys();
  const action = useAction();
  const keptIn = keychain === 'session-only' ? 'In memory until you close Seamline' : 'In this PC’s keychain';
  const connect = async () => {
    const output = await action.run(
      'connections.connectCin7',
      {
        baseUrl: typedOrNull(keys.baseUrl ?? null),
        accountId: typedOrNull(keys.accountId ?? null),
        applicationKey: typedOrNull(keys.applicationKey ?? null),
      },
      { isSilent: true },
    );
    if (output !== null) forget('cin7');
    return output;
  };
  return (
    <section className={styles.card} aria-label="Cin7 Core">
      <header className={styles.head}>
        <Icon name="database" />
        <h2 className={styles.name}>Cin7 Core</h2>
        <ConnectionState connection={connection} />
      </header>
      <ConnectionForm
        connection={connection}
        error={action.error}
        isBusy={action.busy !== null}
        isTyped={[keys.accountId, keys.applicationKey, keys.baseUrl].some((text) => typedOrNull(text) !== null)}
        onConnect={connect}
      >
        <SecretField
          label="Account ID"
          isKept={connection.secrets['accountId'] === true}
          keptIn={keptIn}
          value={keys.accountId}
          onChange={(accountId) => setCin7({ accountId })}
        />
        <SecretField
          label="Application key"
          isKept={connection.secrets['applicationKey'] === true}
          keptIn={keptIn}
          value={keys.applicationKey}
          onChange={(applicationKey) => setCin7({ applicationKey })}
        />
        <TextField
          label="Address"
          value={keys.baseUrl ?? ''}
          placeholder={settings.connections.cin7.baseUrl}
          hint="Change only if Cin7 told you to."
          onChange={(baseUrl) => setCin7({ baseUrl: baseUrl === '' ? null : baseUrl })}
        />
        <p className={styles.help}>
          In Cin7 Core open Integrations, API and add an application for Seamline alone. Its key then shares no limit
          with your other apps.
        </p>
      </ConnectionForm>
    </section>
  );
}
