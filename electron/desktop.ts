// The running app: host, window, tray and menu, connected. Menu and tray speak the contract as a screen does.
import { app, powerMonitor, type Session } from 'electron';
import { systemClock } from '../core/base/node/clock.ts';
import { systemIds } from '../core/base/node/ids.ts';
import type { CommandInput, CommandName } from '../core/contract/commands.ts';
import { snapshotSchema, type HostEvent } from '../core/contract/protocol.ts';
import { stores, type StoreValue } from '../core/contract/stores.ts';
import { openShell } from '../core/shell.ts';
import { connectWindow, sendToWindow } from './ipc.ts';
import { setMenu } from './menu.ts';
import { systemNetwork } from './ports/network.ts';
import { openOutside, showFolder } from './ports/outside.ts';
import { saveFile } from './ports/save-file.ts';
import { settingsFile } from './ports/settings-file.ts';
import { computerSignals } from './ports/signals.ts';
import { createTray, type AppTray } from './tray.ts';
import { createMainWindow } from './window.ts';

export interface Desktop {
  /** Opens the window, or brings it to the front. */
  show(): void;
  /** True when Seamline goes on without a window. */
  isInTray(): boolean;
  /** Stops what runs, waits for it and says so, closes everything. */
  close(): Promise<void>;
  /** Waits no more: what is under way is cut off, and looked up at the next start. */
  hurry(): void;
}

/** Opens the profile in this folder. Throws as opening a profile does. */
export async function runDesktop(folder: string, session: Session): Promise<Desktop> {
  const shell = await openShell({
    host: 'desktop',
    version: app.getVersion(),
    folder,
    network: systemNetwork(session, process.env),
    signals: computerSignals,
    fileOf: settingsFile,
    saveFile: (file) => saveFile(window.current(), file),
    openOutside,
    showFolder,
  });
  const { host, log } = shell;
  const known: { app: StoreValue<'app'> | null; run: StoreValue<'run'> | null; staysInTray: boolean } = {
    app: null,
    run: null,
    staysInTray: false,
  };

  const command = async <Name extends CommandName>(name: Name, input: CommandInput<Name>) => {
    const answer = await host.handle({ kind: 'command', name, commandId: systemIds.uuid(), input });
    if (!answer.ok) log.write('warn', 'a menu entry was refused', { name, code: answer.error.code });
  };
  const syncNow = () => void command('runs.start', { kind: 'sync', only: null, isFullPass: false });

  const window = createMainWindow({
    log,
    now: () => systemClock.now(),
    isKeptOpen: () => known.staysInTray && tray !== null,
    quit: () => app.quit(),
    hurry: () => hurrying.abort(),
  });
  const hurrying = new AbortController();
  const disconnect = connectWindow(host, () => window.current());
  const tray = openTray();
  setMenu({ syncNow, openSettings }, process.platform);

  function openTray(): AppTray | null {
    try {
      return createTray({
        open: () => window.show(),
        syncNow,
        pause: (isPaused) => void command('schedule.pause', { isPaused }),
        quit: () => app.quit(),
      });
    } catch (error) {
      // Some Linux desktops have none. Seamline then lives as long as its window.
      log.write('warn', 'there is no tray', { error: String(error) });
      return null;
    }
  }

  function openSettings(): void {
    window.show();
    sendToWindow(window.current(), { kind: 'go', place: { to: 'settings', section: '' } });
  }

  const hear = (event: HostEvent) => {
    if (event.kind === 'go') {
      window.show();
      return;
    }
    const { store, value } = event.snapshot;
    if (store === 'app') known.app = stores.app.parse(value);
    else if (store === 'run') known.run = stores.run.parse(value);
    else if (store === 'settings') known.staysInTray = stores.settings.parse(value).settings.app.closeToTray;
    else return;
    tray?.update(known.app, known.run);
  };
  const unsubscribe = host.subscribe(hear);
  const now = await host.handle({ kind: 'subscribe' });
  if (now.ok) for (const snapshot of snapshotSchema.array().parse(now.output)) hear({ kind: 'snapshot', snapshot });

  // The system is going down, and doesn't wait for long: the same safe stop as for Quit, without patience.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    hurrying.abort();
    app.quit();
  });

  return {
    show: () => window.show(),
    isInTray: () => known.staysInTray && tray !== null,
    hurry: () => hurrying.abort(),
    async close() {
      await shell.close(hurrying.signal);
      unsubscribe();
      window.close();
      tray?.close();
      disconnect();
    },
  };
}
