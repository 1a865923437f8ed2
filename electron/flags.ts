// The flags that the app knows; whatever else stands on its command line is Chromium's or nobody's.
import { parseArgs } from 'node:util';

export interface Flags {
  readonly profile: string | undefined;
  /** Starts in the tray, without a window. */
  readonly isHidden: boolean;
}

/** Reads the flags among arguments of any kind. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: { profile: { type: 'string' }, hidden: { type: 'boolean' } },
    strict: false,
  });
  return {
    profile: typeof values.profile === 'string' ? values.profile : undefined,
    isHidden: values.hidden === true,
  };
}
