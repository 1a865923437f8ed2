// The one way from a screen to its host: the desktop's preload where there is one, else the door that served the page.
import type { Bridge } from './bridge.ts';
import { openBrowserBridge } from './browser.ts';

declare global {
  interface Window {
    /** What the desktop's preload offers; absent in a browser. */
    readonly seamline?: Pick<Bridge, 'request' | 'onEvent'>;
  }
}

/** Opens the bridge, once per page. */
export function openBridge(): Bridge {
  const desktop = window.seamline;
  // A window lives in its host: it is never out of touch with it.
  return desktop === undefined ? openBrowserBridge() : { ...desktop, onContact: () => () => undefined };
}

/** The nonce that style elements of this page must carry to be let in by its content policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

export type { Bridge } from './bridge.ts';
