// The sidebar: whose brand, the six places with what needs you in each, both connections, and the run block.
import { Menu } from '@mantine/core';
import type { ConnectionView } from '../../../core/contract/stores.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { screens, useNavigation, type Screen } from '../../state/navigation.ts';
import { useCommand } from '../../state/failures.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { RunBlock } from './run-block.tsx';
import styles from './sidebar.module.css';

export const placeWords: Readonly<Record<Screen, { readonly label: string; readonly icon: IconName }>> = {
  home: { label: 'Home', icon: 'home' },
  styles: { label: 'Styles', icon: 'hanger' },
  orders: { label: 'Orders', icon: 'receipt' },
  customers: { label: 'Customers', icon: 'users' },
  activity: { label: 'Activity', icon: 'activity' },
  settings: { label: 'Settings', icon: 'settings' },
};

export function Sidebar() {
  const app = useStoreOf('app');
  const { screen, go, goTo } = useNavigation();
  const formats = useFormats();
  const counts: Partial<Record<Screen, number>> = {
    home: app.needsYou.total,
    styles: app.needsYou.styles,
    orders: app.needsYou.orders,
    customers: app.needsYou.customers,
  };
  return (
    <nav className={styles.sidebar} aria-label="Places">
      <BrandMenu />
      <ul className={styles.places}>
        {screens.map((name) => {
          const count = counts[name] ?? 0;
          return (
            <li key={name}>
              <button
                type="button"
                aria-current={name === screen ? 'page' : undefined}
                title={placeWords[name].label}
                className={cx(styles.place, name === screen && styles.chosen)}
                onClick={() => go(name)}
              >
                <Icon name={placeWords[name].icon} />
                <span className={styles.placeLabel}>{placeWords[name].label}</span>
                {count > 0 && (
                  <span className={cx(styles.count, 'numbers')}>
                    {formats.count(count)}
                    <span className="heard"> need you</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.connections}>
        <Connection
          name="Cin7 Core"
          connection={app.cin7}
          onOpen={() => goTo({ to: 'settings', section: 'connections' })}
        />
        <Connection
          name="JOOR"
          connection={app.joor}
          isForReal={app.realm === 'live'}
          onOpen={() => goTo({ to: 'settings', section: 'connections' })}
        />
      </div>
      <RunBlock />
    </nav>
  );
}

function BrandMenu() {
  const app = useStoreOf('app');
  const run = useCommand();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles.brand}>
          <Mark />
          <span className={styles.brandText}>
            <span className={styles.brandName}>Seamline</span>
            <span className={styles.company}>{app.company?.name ?? app.profile.name}</span>
          </span>
          <Icon name="selector" size={14} colour="text2" className={styles.brandIcon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{app.profile.isPractice ? 'Practice. Your own runs go on' : 'Rehearse without risk'}</Menu.Label>
        {app.profile.isPractice ? (
          <Menu.Item onClick={() => void run('profile.useReal', {})}>Back to your own accounts</Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<Icon name="flask-2" colour="test" />}
            onClick={() => void run('profile.usePractice', {})}
          >
            Use practice accounts
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>Seamline {app.version}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ConnectionProps {
  readonly name: string;
  readonly connection: ConnectionView;
  readonly isForReal?: boolean;
  readonly onOpen: () => void;
}

const connectionWords: Readonly<Record<ConnectionView['state'], string>> = {
  connected: 'connected',
  'not-set': 'not set',
  rejected: 'key rejected',
  unreachable: 'no answer',
  'not-tried': 'not tried yet',
};

/** One account: plugged, or what is wrong in a word; the tag says which of its worlds it is. */
function Connection({ name, connection, isForReal = true, onOpen }: ConnectionProps) {
  const isConnected = connection.state === 'connected';
  const words = isConnected ? connection.tag : connectionWords[connection.state];
  return (
    <button type="button" className={styles.connection} title={connection.name} onClick={onOpen}>
      <Icon
        name={isConnected ? 'plug-connected' : 'plug-off'}
        size={14}
        colour={isConnected ? 'ok' : connection.state === 'rejected' ? 'bad' : 'text3'}
      />
      <span className={styles.connectionName}>{name}</span>
      <span
        className={cx(
          styles.connectionTag,
          isConnected && !isForReal && styles.notReal,
          connection.state === 'rejected' && styles.rejected,
        )}
      >
        {words}
      </span>
    </button>
  );
}
