// What the system opens for the browser door: its own address and the accounts' own sites in the browser, the profile's folder.
import { spawn } from 'node:child_process';
import { isOutsideSite } from '../core/contract/outside.ts';

/** Hands an address to the system; false when it has no way to open one. What is shown then isn't known. */
export function openInBrowser(address: string): Promise<boolean> {
  return process.platform === 'win32'
    ? handOver('rundll32', ['url.dll,FileProtocolHandler', address])
    : handOver(process.platform === 'darwin' ? 'open' : 'xdg-open', [address]);
}

/** Shows a folder in the system's own window; false when it has no way to. */
export function showFolder(path: string): Promise<boolean> {
  const openers: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer', darwin: 'open' };
  return handOver(openers[process.platform] ?? 'xdg-open', [path]);
}

function handOver(command: string, args: readonly string[]): Promise<boolean> {
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
