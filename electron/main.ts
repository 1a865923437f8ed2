// The desktop app's start, in order: what must precede `ready`, one instance per profile, then the host, its window and the tray;
// and its end, which waits until what runs has stopped safely, but for nobody that quits twice. `ready` comes only after this module has run to its end, so
// nothing here awaits at the top.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { second } from '../core/base/dates.ts';
import { toSeamlineError } from '../core/base/errors.ts';
import { systemClock } from '../core/base/node/clock.ts';
import { systemIds } from '../core/base/node/ids.ts';
import { openPages } from '../core/pages/pages.ts';
import { namedProfile } from '../core/profile/places.ts';
import { readFlags } from './flags.ts';
import { runDesktop, type Desktop } from './desktop.ts';
import { guardContents, registerScheme, secureSession } from './security.ts';

const { profile, isHidden } = readFlags(process.argv.slice(1));
const folder = namedProfile(profile, process.env, process.platform);

let desktop: Desktop | null = null;
let isLeaving = false;
/** Whatever hangs, the app ends: well after everything that may still be waited for. */
const longestEnd = 15 * second;

registerScheme();
app.enableSandbox();
guardContents(app);

const windowFolder = join(folder, 'window');
mkdirSync(windowFolder, { recursive: true, mode: 0o700 });
// Before the lock, which is one per such folder.
app.setPath('userData', windowFolder);

if (app.requestSingleInstanceLock()) {
  // Its arguments are somebody else's words: a second start only brings the window back.
  app.on('second-instance', () => desktop?.show());
  app.on('activate', () => desktop?.show());
  app.on('window-all-closed', () => {
    if (desktop?.isInTray() !== true) app.quit();
  });
  // How the end of a session on Linux and macOS looks to a program.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      desktop?.hurry();
      app.quit();
    });
  app.on('before-quit', (event) => {
    if (desktop === null) return;
    event.preventDefault();
    void leave(desktop);
  });
  app
    .whenReady()
    .then(start)
    .catch((thrown: unknown) => {
      const { message, nextStep } = toSeamlineError(thrown);
      process.stderr.write(`${message}\n${nextStep}\n`);
      dialog.showErrorBox(message, nextStep);
      app.exit(1);
    });
} else app.quit();

async function start(): Promise<void> {
  secureSession(session.defaultSession, openPages(join(import.meta.dirname, 'renderer'), systemIds));
  desktop = await runDesktop(folder, session.defaultSession);
  if (!isHidden) desktop.show();
}

/** Lets go of everything, then quits; who wishes to quit once more waits for nothing. */
async function leave(running: Desktop): Promise<void> {
  if (isLeaving) {
    running.hurry();
    return;
  }
  isLeaving = true;
  const end = new AbortController();
  systemClock.sleep(longestEnd, end.signal).then(
    () => app.exit(1),
    () => undefined,
  );
  await running.close();
  end.abort();
  desktop = null;
  app.quit();
}
