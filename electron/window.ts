// The one window: made when it is asked for, shown once it has something to show, brought back when its page crashes. The host
// lives on without it.
import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Log } from '../core/base/ports.ts';
import { appOrigin } from './security.ts';
import { fittingPlace, type WindowPlace } from './window-place.ts';

export interface MainWindow {
  /** The window that is open, or null. */
  current(): BrowserWindow | null;
  /** Opens the window, or brings it to the front. */
  show(): void;
  /** Closes it for good. */
  close(): void;
}

export interface WindowOptions {
  readonly log: Log;
  readonly now: () => number;
  /** True when closing the window only hides it; otherwise it asks to quit, and stays until everything has ended. */
  readonly isKeptOpen: () => boolean;
  readonly quit: () => void;
  /** The system is going down and waits for nobody. */
  readonly hurry: () => void;
  /** Where the window was the last time; null before the first. */
  readonly place: WindowPlace | null;
  /** Hears where it is whenever it is hidden or closed. */
  readonly keepPlace: (place: WindowPlace) => void;
}

const firstSize = { width: 1440, height: 900 };
/** A page that crashed more often than this within the time isn't started again by itself. */
const crashesAllowed = 3;
const crashesWithin = 60_000;

/** No window yet. */
export function createMainWindow(options: WindowOptions): MainWindow {
  const { log, now, isKeptOpen, quit, hurry } = options;
  let place = options.place;
  let window: BrowserWindow | null = null;
  let isClosing = false;
  let crashes: number[] = [];

  const open = (): BrowserWindow => {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const opened = new BrowserWindow({
      ...(place === null ? firstSize : fittingPlace(place, areas)),
      minWidth: 1080,
      minHeight: 680,
      show: false,
      // The canvas of each theme, so that nothing flashes before the page is there.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#141518' : '#fafaf9',
      webPreferences: {
        preload: join(import.meta.dirname, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    if (place?.isMaximised === true) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', (event) => {
      place = { ...opened.getNormalBounds(), isMaximised: opened.isMaximized() };
      options.keepPlace(place);
      if (isClosing) return;
      event.preventDefault();
      if (isKeptOpen()) opened.hide();
      else quit();
    });
    opened.on('session-end', hurry);
    opened.on('closed', () => (window = null));
    opened.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
      log.write('error', 'the page crashed', { reason, exitCode });
      if (reason !== 'clean-exit' && !isClosing) recover(opened);
    });
    opened.webContents.on('preload-error', (_, path, error) =>
      log.write('error', 'the preload failed', { path, error: error.message }),
    );
    void opened.loadURL(`${appOrigin}/`);
    return opened;
  };

  const recover = (crashed: BrowserWindow) => {
    crashes = [...crashes.filter((at) => now() - at < crashesWithin), now()];
    if (crashes.length <= crashesAllowed) {
      crashed.webContents.reload();
      return;
    }
    crashes = [];
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      message: "Seamline's window keeps crashing.",
      detail: 'Syncing goes on without it. Try again, or close the window and open it from the tray later.',
      buttons: ['Try again', 'Close window'],
      cancelId: 1,
    });
    if (choice === 0) crashed.webContents.reload();
    else crashed.destroy();
  };

  return {
    current: () => window,
    show() {
      if (window === null) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close() {
      isClosing = true;
      window?.close();
    },
  };
}
