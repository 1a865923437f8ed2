// The frame around every screen: strip, sidebar, the screen itself, and what lies over it.
import type { ReactNode } from 'react';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation, type Over, type Screen } from '../../state/navigation.ts';
import { Toast } from '../../ui/toast.tsx';
import { ActivityScreen } from '../activity/activity.tsx';
import { CustomersScreen } from '../customers/customers.tsx';
import { DryRunSheet } from '../dry-run/dry-run.tsx';
import { Find } from '../find/find.tsx';
import { GoLiveDialog } from '../go-live/go-live.tsx';
import { History } from '../home/history.tsx';
import { HomeScreen } from '../home/home.tsx';
import { OrdersScreen } from '../orders/orders.tsx';
import { ReExportDialog } from '../orders/re-export.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { SettingsScreen } from '../settings/settings.tsx';
import { StylesScreen } from '../styles/styles.tsx';
import styles from './frame.module.css';
import { Notices } from './notices.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { isNotReal, Strip } from './strip.tsx';
import { Trouble } from './trouble.tsx';

const screenOf: Readonly<Record<Screen, () => ReactNode>> = {
  home: HomeScreen,
  styles: StylesScreen,
  orders: OrdersScreen,
  customers: CustomersScreen,
  activity: ActivityScreen,
  settings: SettingsScreen,
};

export function Frame() {
  const { realm } = useStoreOf('app');
  const { screen, over } = useNavigation();
  const Shown = screenOf[screen];
  useShortcuts();
  return (
    <div className={styles.window} data-strip={isNotReal(realm) || undefined}>
      <Strip realm={realm} />
      <div className={styles.frame}>
        <Sidebar />
        <main className={styles.main}>
          <Notices />
          <Trouble />
          <Shown />
        </main>
      </div>
      {over !== null && <OverIt over={over} />}
      <Toast />
    </div>
  );
}

function OverIt({ over }: { readonly over: Over }) {
  switch (over.kind) {
    case 'find':
      return <Find />;
    case 'dry-run':
      return <DryRunSheet />;
    case 're-export':
      return <ReExportDialog orderId={over.orderId} />;
    case 'go-live':
      return <GoLiveDialog />;
    case 'history':
      return <History />;
    case 'settings':
      return <SettingsDialog section={over.section} />;
  }
}
