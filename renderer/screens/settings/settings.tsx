// Settings in the user's words: connections, flows and schedule first, then what is sent, where stock and sales go, this PC.
import type { ReactNode } from 'react';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { ErrorCard } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { useErrorAction } from '../frame/error-action.ts';
import { TopBar } from '../frame/top-bar.tsx';
import { ConnectionsSection } from './connections.tsx';
import { FlowsSection } from './flows.tsx';
import { LinesheetsSection } from './linesheets.tsx';
import { OrdersSection } from './orders.tsx';
import { ProductsSection } from './products.tsx';
import { ScheduleSection } from './schedule.tsx';
import styles from './settings.module.css';
import { StockSection } from './stock.tsx';
import { CustomersSection } from './customers.tsx';
import { ThisPcSection } from './this-pc.tsx';

const sections: readonly { readonly id: string; readonly label: string; readonly Shown: () => ReactNode }[] = [
  { id: 'connections', label: 'Connections', Shown: ConnectionsSection },
  { id: 'flows', label: 'Flows', Shown: FlowsSection },
  { id: 'schedule', label: 'Schedule', Shown: ScheduleSection },
  { id: 'products', label: 'Styles and prices', Shown: ProductsSection },
  { id: 'linesheets', label: 'Linesheets', Shown: LinesheetsSection },
  { id: 'stock', label: 'Stock', Shown: StockSection },
  { id: 'orders', label: 'Orders and sales', Shown: OrdersSection },
  { id: 'customers', label: 'Customers', Shown: CustomersSection },
  { id: 'app', label: 'This PC', Shown: ThisPcSection },
];

export function SettingsScreen() {
  const { section, setSection } = useNavigation();
  const { error } = useStoreOf('settings');
  const action = useErrorAction(error);
  const chosen = sections.find(({ id }) => section === id || section.startsWith(`${id}.`)) ?? sections[0];
  if (chosen === undefined) return null;
  const { Shown } = chosen;
  return (
    <>
      <TopBar title="Settings" />
      <div className={styles.columns}>
        <nav className={styles.nav} aria-label="Settings">
          <ul>
            {sections.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === chosen.id ? 'page' : undefined}
                  className={cx(styles.place, id === chosen.id && styles.chosen)}
                  onClick={() => setSection(id)}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.scroll}>
          <div className={styles.page}>
            {error !== null && <ErrorCard error={error} onAction={action?.run} isBusy={action?.isBusy ?? false} />}
            <h2 className={styles.title}>{chosen.label}</h2>
            <Shown />
          </div>
        </div>
      </div>
    </>
  );
}
