// What the commands about orders get from the command line: a profile to work on, a place to print, a name for decisions.
import type { Seamline } from '../app.ts';

export interface OrderDoor {
  /** Runs work on the profile; a failure is told and becomes the exit code. */
  readonly run: (isJson: boolean, work: (seamline: Seamline) => Promise<number>) => Promise<void>;
  readonly print: (...lines: readonly string[]) => void;
  /** Whose decision it is. */
  readonly who: string;
}
