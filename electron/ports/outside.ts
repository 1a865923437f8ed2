// The accounts' own sites, opened in the person's browser (Electron's security checklist, 15): only these, whoever asks.
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
