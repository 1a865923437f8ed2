// The application menu: what the system expects of one, and Sync now.
import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  syncNow(): void;
  openSettings(): void;
}

/** Sets the application's menu. */
export function setMenu(actions: MenuActions, platform: NodeJS.Platform): void {
  const settings: MenuItemConstructorOptions = {
    label: 'Settings',
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.openSettings(),
  };
  const isMac = platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac
        ? [
            {
              role: 'appMenu' as const,
              submenu: [
                { role: 'about' as const },
                { type: 'separator' as const },
                settings,
                { type: 'separator' as const },
                { role: 'hide' as const },
                { role: 'quit' as const },
              ],
            },
          ]
        : []),
      {
        label: 'File',
        submenu: [
          { label: 'Sync now', accelerator: 'CmdOrCtrl+Shift+S', click: () => actions.syncNow() },
          ...(isMac ? [] : [settings]),
          { type: 'separator' },
          { role: isMac ? 'close' : 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
