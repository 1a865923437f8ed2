// The import rules of the house (docs/architecture.md), as dependency-cruiser reads them. Each room lists what it may
// enter; everything else is an error, and so is a file that belongs to no room.
const rooms = {
  base: ['base'],
  model: ['model', 'base'],
  settings: ['settings', 'model', 'base'],
  contract: ['contract', 'settings', 'model', 'base'],
  http: ['http', 'base'],
  cin7: ['cin7', 'http', 'model', 'base'],
  joor: ['joor', 'http', 'model', 'base'],
  catalog: ['catalog', 'settings', 'model', 'base'],
  orders: ['orders', 'settings', 'model', 'base'],
  status: ['status', 'settings', 'model', 'base'],
  ledger: ['ledger', 'contract', 'settings', 'model', 'base'],
  flows: [
    'flows',
    'catalog',
    'orders',
    'status',
    'cin7',
    'joor',
    'http',
    'ledger',
    'contract',
    'settings',
    'model',
    'base',
  ],
  sync: ['sync', 'flows', 'status', 'cin7', 'joor', 'http', 'ledger', 'contract', 'settings', 'model', 'base'],
  commands: [
    'commands',
    'sync',
    'flows',
    'catalog',
    'orders',
    'status',
    'ledger',
    'contract',
    'settings',
    'profile',
    'model',
    'base',
  ],
  host: ['host', 'commands', 'sync', 'contract', 'settings', 'profile', 'ledger', 'model', 'base', 'status'],
  profile: ['profile', 'ledger', 'settings', 'model', 'base'],
  practice: ['practice', 'model', 'base'],
  pages: ['pages', 'base'],
};

// One importing module each: what would be swapped as a whole.
const owners = {
  'better-sqlite3': 'core/ledger/driver\\.ts',
  axios: 'core/http/[a-z-]+\\.ts',
  'http-proxy-agent': 'core/http/routes\\.ts',
  'https-proxy-agent': 'core/http/routes\\.ts',
  '@napi-rs/keyring': 'core/base/node/keychain\\.ts',
  pino: 'core/base/node/log\\.ts',
  'decimal.js': 'core/base/decimal\\.ts',
  commander: 'core/cli(/|\\.ts)',
  hono: '(core/practice|browser)/',
  '@hono/node-server': '(core/practice|browser)/',
};

// Packages that any room may use.
const common = ['zod'];

// What the two shells may enter of the core: its doors, and the ports that they choose.
const shells = {
  electron: ['app\\.ts', 'shell\\.ts', 'contract/', 'profile/', 'pages/', 'base/'],
  browser: ['app\\.ts', 'shell\\.ts', 'contract/', 'profile/', 'pages/', 'base/'],
  renderer: ['contract/'],
};

// Packages of one tree outside the core.
const shellPackages = {
  electron: 'electron/',
  'electron-store': 'electron/ports/settings-file\\.ts',
  react: 'renderer/',
  'react-dom': 'renderer/',
  '@mantine/[a-z]+': 'renderer/',
  '@tabler/icons-react': 'renderer/',
  '@tanstack/[a-z-]+': 'renderer/',
  '@fontsource-variable/inter': 'renderer/',
  zustand: 'renderer/',
};

const tests = '\\.test\\.tsx?$|^test/';
const doors = '^core/(app\\.ts|shell\\.ts|cli\\.ts|cli/)';
const fileSystem = '^core/(base/node|profile|pages|ledger|cli)/|^core/cli\\.ts';

const forbidden = [
  {
    name: 'no-cycle',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'unresolved',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'unclassified-file',
    comment: 'a file under core/ belongs to a room or is a door',
    severity: 'error',
    from: { path: '^core/', pathNot: [`^core/(${Object.keys(rooms).join('|')})/`, doors] },
    to: {},
  },
  ...Object.entries(rooms).map(([room, allowed]) => ({
    name: `${room}-enters-only-its-neighbours`,
    severity: 'error',
    from: { path: `^core/${room}/`, pathNot: tests },
    to: { path: '^(core|electron|browser|renderer|test)/', pathNot: `^core/(${allowed.join('|')})/` },
  })),
  ...Object.entries(shells).map(([shell, allowed]) => ({
    name: `${shell}-enters-only-doors`,
    severity: 'error',
    from: { path: `^${shell}/`, pathNot: tests },
    to: { path: '^(core|electron|browser|renderer|test)/', pathNot: `^(${shell}/|core/(${allowed.join('|')}))` },
  })),
  {
    name: 'preload-carries-nothing',
    comment: 'a sandboxed preload can load no module but electron',
    severity: 'error',
    from: { path: '^electron/preload\\.ts' },
    to: { pathNot: ['node_modules/electron/', '^electron/channels\\.ts', '^core/contract/', '^renderer/'] },
  },
  {
    name: 'practice-only-from-doors-and-tests',
    severity: 'error',
    from: { pathNot: ['^core/practice/', doors, tests] },
    to: { path: '^core/practice/' },
  },
  {
    name: 'core-knows-no-shell',
    severity: 'error',
    from: { path: '^core/' },
    to: { path: '^(electron|browser|renderer)/|node_modules/(electron|react)/' },
  },
  {
    name: 'file-system-only-in-ports',
    severity: 'error',
    from: { path: '^core/', pathNot: [fileSystem, tests] },
    to: { path: '^(node:)?(fs|fs/promises|child_process)$' },
  },
  {
    name: 'pure-rooms-stay-pure',
    comment: 'no network, process or thread in what only computes',
    severity: 'error',
    from: { path: '^core/(catalog|orders|status|model|settings|contract)/', pathNot: tests },
    to: { path: '^(node:)?(http|https|net|tls|os|process|worker_threads)$' },
  },
  ...Object.entries({ ...owners, ...shellPackages }).map(([name, path]) => ({
    name: `${name}-has-one-owner`,
    severity: 'error',
    from: { path: '^(core|electron|browser|renderer)/', pathNot: [`^${path}`, tests, 'vite\\.config\\.ts$'] },
    to: { path: `node_modules/(@types/)?${name}/` },
  })),
  {
    name: 'unclassified-package',
    comment: 'a package is owned by one module, or listed as common',
    severity: 'error',
    from: { path: '^(core|electron|browser|renderer)/', pathNot: [tests, 'vite\\.config\\.ts$'] },
    to: {
      path: 'node_modules/',
      pathNot: `node_modules/(@types/)?(${[...Object.keys(owners), ...Object.keys(shellPackages), ...common].join('|')})/`,
    },
  },
];

module.exports = {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
