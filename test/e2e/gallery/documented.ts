// The states of the gallery whose pictures are kept in docs/screenshots.

/** One of each screen and each kind of state: what the tests of all screens look at. */
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
  'customers-later',
  'dry-run-ready',
  'activity-run',
  'settings-connections',
  'settings-flows',
  'settings-products',
  'settings-linesheets',
  'settings-stock',
  'settings-orders',
  'settings-names',
  'settings-customers',
  'settings-back-up',
  'settings-tuning',
  'settings-pc',
  'settings-effect',
  'find-open',
  'set-up-start',
  'set-up-connect',
  'set-up-read',
  'set-up-review',
  'set-up-dry-run',
  'set-up-go-live',
  'blocked-settings',
];

/** More states of the same screens, for whoever looks at the pictures. */
export const pictured = [
  ...documented,
  'home-history',
  'home-locked',
  'home-other-run',
  'home-waits',
  'home-leaving',
  'orders-checking',
  'orders-exported',
  'orders-changed',
  'styles-linesheets',
  'styles-linesheet',
  'styles-compare',
  'styles-filtered',
  'settings-schedule',
  'dry-run-none',
  'set-up-locked',
  'set-up-reading',
];

/** Grids are also shown at 1920 x 1080. */
export const largeToo = ['styles-why', 'orders-hold', 'home-running'];
