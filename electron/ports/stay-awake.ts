// Keeps the computer from falling asleep by itself while a run goes on; closing the lid still does.
import { powerSaveBlocker } from 'electron';

/** Call with whether something goes on; nothing is held at first. */
export function stayAwake(): (isWanted: boolean) => void {
  let held: number | null = null;
  return (isWanted) => {
    if (isWanted && held === null) held = powerSaveBlocker.start('prevent-app-suspension');
    else if (!isWanted && held !== null) {
      powerSaveBlocker.stop(held);
      held = null;
    }
  };
}
