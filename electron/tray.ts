// The tray: says at a glance where things stand, and does the four things that need no window.
import { join } from 'node:path';
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { AppStore, RunStore } from '../core/contract/stores.ts';
import { trayFace, type TrayFace } from './tray-face.ts';

export interface TrayActions {
  open(): void;
  syncNow(): void;
  pause(isPaused: boolean): void;
  quit(): void;
}

export interface AppTray {
  /** Shows what is known now. */
  update(app: AppStore | null, run: RunStore | null): void;
  close(): void;
}

/** Puts Seamline into the tray. Throws where the system has none. */
export function createTray(actions: TrayActions): AppTray {
  let known: { app: AppStore | null; run: RunStore | null } = { app: null, run: null };
  const tray = new Tray(imageOf('idle'));
  tray.on('click', () => actions.open());

  const draw = () => {
    const { app, run } = known;
    const isPaused = app?.schedule.isPaused ?? false;
    tray.setImage(imageOf(trayFace(app, run)));
    tray.setToolTip(app === null ? 'Seamline' : `Seamline: ${app.answer.sentence}`);
    // Set anew each time: Linux shows the menu as it was when it was set.
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: app?.answer.sentence ?? 'Seamline', enabled: false },
        { type: 'separator' },
        { label: 'Open Seamline', click: () => actions.open() },
        { label: 'Sync now', enabled: app?.stage === 'ready' && run?.current == null, click: () => actions.syncNow() },
        {
          label: isPaused ? 'Resume hourly sync' : 'Pause hourly sync',
          enabled: app?.stage === 'ready',
          click: () => actions.pause(!isPaused),
        },
        { type: 'separator' },
        { label: 'Quit Seamline', click: () => actions.quit() },
      ]),
    );
  };
  nativeTheme.on('updated', draw);
  draw();
  return {
    update(app, run) {
      known = { app, run };
      draw();
    },
    close() {
      nativeTheme.off('updated', draw);
      tray.destroy();
    },
  };
}

/** The picture for a face, sharp on screens of double density, dark on a light bar and the other way round. */
function imageOf(face: TrayFace): Electron.NativeImage {
  const bar = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const path = (size: 16 | 32) => join(import.meta.dirname, 'icons', `tray-${face}-${size}-${bar}.png`);
  const image = nativeImage.createFromPath(path(16));
  image.addRepresentation({ scaleFactor: 2, buffer: nativeImage.createFromPath(path(32)).toPNG() });
  return image;
}
