// The running app: host, window, tray and menu, connected. Menu and tray speak the contract as a screen does.
import { join } from 'node:path';
import { app, nativeTheme, powerMonitor, type Session } from 'electron';
import { systemClock } from '../core/base/node/clock.ts';
import { textFile } from '../core/base/node/files.ts';
import { systemIds } from '../core/base/node/ids.ts';
import type { CommandInput, CommandName } from '../core/contract/commands.ts';
import { snapshotSchema, type HostEvent } from '../core/contract/protocol.ts';
import { stores, type StoreValue } from '../core/contract/stores.ts';
import { openShell } from '../core/shell.ts';
import { connectWindow, sendToWindow } from './ipc.ts';
import { setMenu } from './menu.ts';
import { setLoginItem } from './ports/login-item.ts';
import { systemNetwork } from './ports/network.ts';
import { systemNotifier } from './ports/notifier.ts';
import { openOutside, showFolder } from './ports/outside.ts';
import { saveFile } from './ports/save-file.ts';
import { settingsFile } from './ports/settings-file.ts';
import { computerSignals } from './ports/signals.ts';
import { stayAwake } from './ports/stay-awake.ts';
import { createTray, type AppTray } from './tray.ts';
import { readPlace } from './window-place.ts';
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
    notifier: systemNotifier,
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

  const placeFile = textFile(join(folder, 'window.json'));
  const window = createMainWindow({
    log,
    place: readPlace(await placeFile.read().catch(() => null)),
    keepPlace: (place) =>
      void placeFile
        .write(JSON.stringify(place))
        .catch((error: unknown) => log.write('warn', 'the window’s place was not kept', { error: String(error) })),
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

  const holdAwake = stayAwake();
  let loginItem: boolean | null = null;
  let ownEpoch: string | null = null;
  const applySettings = ({ closeToTray, theme, launchAtLogin }: StoreValue<'settings'>['settings']['app']) => {
    known.staysInTray = closeToTray;
    nativeTheme.themeSource = theme;
    if (loginItem === launchAtLogin) return;
    loginItem = launchAtLogin;
    setLoginItem(launchAtLogin, folder).catch((error: unknown) =>
      log.write('warn', 'the login item was not set', { error: String(error) }),
    );
  };

  const hear = (event: HostEvent) => {
    if (event.kind === 'go') {
      window.show();
      return;
    }
    const { store, epoch, value } = event.snapshot;
    ownEpoch ??= epoch;
    if (store === 'app') known.app = stores.app.parse(value);
    else if (store === 'run') {
      known.run = stores.run.parse(value);
      holdAwake(known.run.current !== null);
    } else if (store !== 'settings') return;
    // What practice is set to is nothing that this PC should follow.
    else if (epoch === ownEpoch) applySettings(stores.settings.parse(value).settings.app);
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
      holdAwake(false);
      unsubscribe();
      window.close();
      tray?.close();
      disconnect();
    },
  };
}
