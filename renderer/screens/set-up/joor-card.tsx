// The connection to JOOR: its world, the brand's account, and what opens it: the token of one API, the client and a user of the other.
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { SecretField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './connect.module.css';
import { ConnectionForm, ConnectionState } from './connection-form.tsx';
import { typedOrNull, useKeys } from './keys.ts';

const secretFields = ['token', 'clientId', 'clientSecret', 'username', 'password'] as const;

export function JoorCard() {
  const { joor: connection, keychain, realm } = useStoreOf('app');
  const { settings } = useStoreOf('settings');
  const { joor: keys, setJoor, forget } = useKeys();
  const action = useAction();
  const keptIn = keychain === 'session-only' ? 'In memory' : 'In keychain';
  const notReal = realm === 'practice' ? 'Practice' : realm === 'sandbox' ? 'Sandbox' : null;
  const { joor } = settings.connections;
  const accountId = keys.accountId === '' ? joor.accountId : keys.accountId;
  const environment = keys.environment ?? joor.environment;
  const connect = async () => {
    const output = await action.run(
      'connections.connectJoor',
      {
        environment,
        apiUrl: environment === 'custom' ? (joor.apiUrl ?? null) : null,
        authUrl: environment === 'custom' ? (joor.authUrl ?? null) : null,
        accountId: accountId.trim(),
        token: typedOrNull(keys.token),
        clientId: typedOrNull(keys.clientId),
        clientSecret: typedOrNull(keys.clientSecret),
        username: typedOrNull(keys.username),
        password: typedOrNull(keys.password),
      },
      { isSilent: true },
    );
    if (output !== null) forget('joor');
    return output;
  };
  const secret = (name: (typeof secretFields)[number], label: string) => (
    <SecretField
      label={label}
      isKept={connection.secrets[name] === true}
      keptIn={keptIn}
      value={keys[name]}
      onChange={(value) => setJoor({ [name]: value })}
    />
  );
  return (
    <section className={styles.card} aria-label="JOOR">
      <header className={styles.head}>
        <Icon name="building-store" />
        <h2 className={styles.name}>JOOR</h2>
        {notReal !== null && (
          <Tag tone="test" icon="flask-2">
            {notReal}
          </Tag>
        )}
        <ConnectionState connection={connection} />
      </header>
      <ConnectionForm
        connection={connection}
        error={action.error}
        isBusy={action.busy !== null}
        isTyped={secretFields.some((name) => typedOrNull(keys[name]) !== null)}
        isNotReal={notReal}
        onConnect={connect}
      >
        <div>
          <span className={styles.environment}>Environment</span>
          <Segmented
            size="wide"
            name="Environment"
            value={environment}
            isDisabled={realm === 'practice'}
            onChange={(chosen) => setJoor({ environment: chosen })}
            segments={[
              {
                value: 'sandbox',
                tone: 'test',
                label: (
                  <>
                    <Icon name="flask-2" size={14} />
                    Sandbox
                  </>
                ),
              },
              { value: 'live', label: 'Live' },
              // Another address is for the few who were given one; it is set in the settings file.
              ...(joor.environment === 'custom' ? [{ value: 'custom' as const, label: 'Custom' }] : []),
            ]}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label="Brand account"
            value={accountId}
            placeholder="41207"
            onChange={(text) => setJoor({ accountId: text })}
          />
          {secret('token', 'API token')}
        </div>
        <div className={styles.pair}>
          {secret('clientId', 'Client ID')}
          {secret('clientSecret', 'Client secret')}
        </div>
        <div className={styles.pair}>
          {secret('username', 'User name')}
          {secret('password', 'Password')}
        </div>
        <p className={styles.help}>
          Ask your Integrations Manager at JOOR for API access: all six come from there. Sandbox and live have their
          own.
        </p>
      </ConnectionForm>
    </section>
  );
}
