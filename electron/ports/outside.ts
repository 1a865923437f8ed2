// What the system opens for a person (Electron's security checklist, 15): the accounts' own sites and none but these, whoever
// asks, and the profile's folder.
import { shell } from 'electron';
import { isOutsideSite } from '../../core/contract/outside.ts';

/** Hands the address to the system; false when it is none of the sites, or the system can't open it. */
export async function openOutside(address: string): Promise<boolean> {
  if (!isOutsideSite(address)) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
}

/** Shows a folder in the system's own window; false when it can't. */
export async function showFolder(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === '';
}
