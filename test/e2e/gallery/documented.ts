// The states of the gallery whose pictures are kept in docs/screenshots.

export const documented = [
  'home-running',
  'home-in-step',
  'home-key-rejected',
  'home-offline',
  'home-practice',
  'orders-all',
  'orders-hold',
  'orders-re-export',
  'orders-go-live',
  'orders-empty',
  'styles-all',
  'styles-why',
  'dry-run-ready',
  'activity-run',
  'settings-connections',
  'settings-flows',
  'settings-orders',
  'find-open',
  'set-up-start',
  'set-up-connect',
  'set-up-read',
  'set-up-review',
  'set-up-dry-run',
  'set-up-go-live',
  'blocked-settings',
];

/** Grids are also shown at 1920 x 1080. */
export const largeToo = ['styles-why', 'orders-hold', 'home-running'];
