// Shows the folder where Seamline keeps what it knows; where the system can't, its path is copied.
import type { Action } from '../../state/use-action.ts';
import { copyText } from '../../ui/copy.ts';

/** What "Show the folder" does. */
export async function showProfileFolder({ run }: Action): Promise<void> {
  const shown = await run('profile.showFolder', {});
  if (shown?.isShown === false) await copyText(shown.path);
}
