// The system's browser, for the door's own address and for the accounts' own sites.
import { spawn } from 'node:child_process';
import { isOutsideSite } from '../core/contract/outside.ts';

/** Hands an address to the system; false when it has no way to open one. What is shown then isn't known. */
export function openInBrowser(address: string): Promise<boolean> {
  const [command, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  return new Promise((resolve) => {
    const opener = spawn(command, args, { stdio: 'ignore', detached: true });
    // The door's address stands on the terminal too, so a computer without a browser of its own is no failure.
    opener.on('error', () => resolve(false));
    opener.on('spawn', () => resolve(true));
    opener.unref();
  });
}

/** The same for the accounts' own sites and nothing else. */
export async function openOutside(address: string): Promise<boolean> {
  return isOutsideSite(address) && openInBrowser(address);
}
