// Whether Seamline is there when a run is due: it starts with the PC, and goes on without its window. Asked at the end of set-up,
// kept in the settings of this PC.
import { useStoreOf } from '../../state/host.tsx';
import { SwitchRow } from './rows.tsx';

export const needsDesktop = 'This needs the desktop app; a browser can’t do it.';

export function StayingRows() {
  const isDesktop = useStoreOf('app').host === 'desktop';
  const { app } = useStoreOf('settings').settings;
  return (
    <>
      <SwitchRow
        path="app.launchAtLogin"
        label="Start when you sign in"
        hint={isDesktop ? 'In the tray, without a window.' : needsDesktop}
        isOn={app.launchAtLogin}
        isDisabled={!isDesktop}
      />
      <SwitchRow
        path="app.closeToTray"
        label="Go on when the window is closed"
        hint={isDesktop ? 'Seamline stays in the tray and keeps syncing.' : needsDesktop}
        isOn={app.closeToTray}
        isDisabled={!isDesktop}
      />
    </>
  );
}
