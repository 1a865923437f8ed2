// A Secret Service of the test's own on Linux: a session bus and a GNOME keyring that lives in a folder. The person's keyring is
// never touched; what is kept outlives the bus, as it does a restart of the computer.
import { spawn } from 'node:child_process';

export interface Keyring {
  /** What a program needs in its environment to find it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const daemon = 'gnome-keyring-daemon --components=secrets';
const start = {
  unlocked: `printf test | ${daemon} --unlock`,
  // As after a start of the computer without anybody signing in.
  locked: `${daemon} --start`,
};

/** Starts a bus with the folder's keyring; an unlocked one is made when there is none. */
export async function startKeyring(folder: string, state: keyof typeof start): Promise<Keyring> {
  const script = `${start[state]} >/dev/null && echo "$DBUS_SESSION_BUS_ADDRESS" && exec cat`;
  const child = spawn('dbus-run-session', ['--', 'bash', '-c', script], {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((end) => child.once('close', () => end()));
  const address = await new Promise<string>((found, failed) => {
    let output = '';
    child.once('error', failed);
    child.once('close', () => failed(new Error('The keyring ended before it said its address.')));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      // What the bus starts by itself may print before it.
      const line = /^unix:\S+$/m.exec(output)?.[0];
      if (line !== undefined) found(line);
    });
  });
  return {
    environment: { DBUS_SESSION_BUS_ADDRESS: address },
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}
