// Holds package-lock.json against itself: every package that a locked package names, for any platform, is locked too.
// Installing a single package into a filled node_modules can drop the entries of other platforms, and `npm ci` then refuses
// the lock file everywhere. The mend: delete node_modules and the lock file, then `npm install --package-lock-only`.
import { readFileSync } from 'node:fs';

/** @type {{ packages: Record<string, { optionalDependencies?: object, dependencies?: object, resolved?: string }> }} */
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

const locked = new Set(
  Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
);

const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
  Object.keys({ ...dependencies, ...optionalDependencies })
    .filter((name) => !locked.has(name))
    .map((name) => `${path === '' ? 'package.json' : path} wants ${name}`),
);
const hosts = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
for (const line of missing) console.error(`package-lock.json lacks a package: ${line}`);
for (const [path] of hosts) console.error(`package-lock.json names the registry of ${path}`);
if (missing.length + hosts.length > 0) process.exit(1);
