// What a page of Seamline may do, the same in the desktop's window and in a browser: scripts and styles from its own origin,
// style elements that carry this response's nonce, requests to its own origin, nothing else.

/** The content security policy of one response. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every response that isn't a page. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What a page may not use, whoever asks. */
const refusedFeatures = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid'];

/** Headers of a page with this nonce, for a window on this system. */
export function pageHeaders(nonce: string, platform: NodeJS.Platform): Record<string, string> {
  // Chromium has no Web Bluetooth on Linux, and warns of a word that it doesn't know.
  const refused = platform === 'linux' ? refusedFeatures : [...refusedFeatures, 'bluetooth'];
  return {
    ...plainHeaders,
    'content-security-policy': contentPolicy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'permissions-policy': refused.map((feature) => `${feature}=()`).join(', '),
    'x-frame-options': 'DENY',
  };
}
