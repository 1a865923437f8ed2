// Starting when the person signs in: the system's login items on Windows and macOS, an autostart entry on Linux. It starts in the
// tray, without a window.
import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { hashText } from '../../core/base/hash.ts';
import { textFile } from '../../core/base/node/files.ts';
import { autostartEntry } from '../autostart.ts';

/** Makes this profile's login item be there, or not be there. Throws `disk-*`. */
export async function setLoginItem(isWanted: boolean, profileFolder: string): Promise<void> {
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), '--profile', profileFolder, '--hidden'];
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: isWanted, args });
    return;
  }
  const settings = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const path = join(settings, 'autostart', `seamline-${hashText(profileFolder).slice(0, 8)}.desktop`);
  if (isWanted) await textFile(path).write(autostartEntry([process.execPath, ...args]));
  else rmSync(path, { force: true });
}
