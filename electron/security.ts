// What a window may do, whatever its page tries: it shows `seamline://app`, which is the list of built files, talks to nothing
// else, goes nowhere, opens nothing, embeds nothing, and is granted no permission but to copy (Electron's security checklist).
import { protocol, type App, type Session, type WebContents } from 'electron';
import type { Pages } from '../core/pages/pages.ts';

const scheme = 'seamline';

/** Where the screens are. */
export const appOrigin = `${scheme}://app`;

/** Makes the scheme an ordinary secure origin. Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the screens to a session, and lets its pages reach nothing else. */
export function secureSession(session: Session, pages: Pages): void {
  session.protocol.handle(scheme, ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'app' && method === 'GET' ? pages(pathname) : null;
    return file === null ? new Response(null, { status: 404 }) : new Response(file.body, { headers: file.headers });
  });
  // No page is a file (18); and what asks for one gets none.
  session.protocol.handle('file', () => new Response(null, { status: 404 }));
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOwn(url) && !url.startsWith('devtools:') }),
  );
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** The one thing that the screens may do: copy a number that the person asked for. Reading the clipboard stays forbidden. */
function isGranted(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwn(origin);
}

/** Keeps every page of the app, whoever made it, where it is. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** True for an address of the screens themselves. */
export function isOwn(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol: own, host } = new URL(url);
  return own === `${scheme}:` && host === 'app';
}
