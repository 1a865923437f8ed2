// What a shell tells its host: which of the two it is, what the computer says, and what only it can open.
import type { Notifier, SecretStore } from '../base/ports.ts';
import type { Artifact } from '../commands/files/artifacts.ts';
import type { Services } from '../commands/services.ts';

/** What the computer tells: it woke up, its network came or went. */
export type ComputerSignal = 'wake' | 'online' | 'offline';

export interface ProfileServices {
  readonly services: Services;
  readonly profile: { readonly name: string; readonly isPractice: boolean };
  /** Where this profile keeps the secrets that a person types. */
  readonly secretStore?: SecretStore;
}

export interface HostOptions {
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  readonly profile: ProfileServices['profile'];
  /** Calls back some four times a second until the returned function is called. Without it nothing happens by itself. */
  readonly beats?: (call: () => Promise<void>) => () => void;
  /** Hears what the computer tells, until the returned function is called. */
  readonly signals?: (listener: (signal: ComputerSignal) => void) => () => void;
  /** Where secrets that a person types are kept; a host without it can't take any. */
  readonly secretStore?: SecretStore;
  /** Tells the person outside the window what waits for them; a host without it tells nothing there. */
  readonly notifier?: Notifier;
  /** Asks the person where a file goes and writes it there; false when they changed their mind. */
  readonly saveFile?: (file: Artifact) => Promise<boolean>;
  /** Hands an address of the accounts' own sites to the system; false when it isn't one of them or can't be opened. */
  readonly openOutside?: (address: string) => Promise<boolean>;
  /** Shows a folder in the system's own window; false when it has no way to. */
  readonly showFolder?: (path: string) => Promise<boolean>;
  /** Opens the practice profile, anew each time; a shell without it has only the one that it was started with. */
  readonly openPractice?: () => Promise<ProfileServices>;
}
