// Holds the imports against build/imports.cjs, and first proves that the rules still see: a planted violation must be
// reported. A parser that silently reads nothing would otherwise pass every tree.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const trees = ['core', 'electron', 'browser', 'renderer', 'test'];

const cruise = (cwd) =>
  spawnSync(
    'depcruise',
    ['--config', 'build/imports.cjs', '--output-type', 'err', ...trees.filter((tree) => existsSync(join(cwd, tree)))],
    {
      cwd,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );

const planted = mkdtempSync(join(tmpdir(), 'seamline-imports-'));
try {
  for (const folder of ['build', 'core/catalog', 'core/http', 'test'])
    mkdirSync(join(planted, folder), { recursive: true });
  copyFileSync('build/imports.cjs', join(planted, 'build/imports.cjs'));
  copyFileSync('tsconfig.json', join(planted, 'tsconfig.json'));
  symlinkSync(resolve('node_modules'), join(planted, 'node_modules'), 'junction');
  writeFileSync(join(planted, 'core/http/transport.ts'), 'export type Reply = { status: number };\n');
  writeFileSync(
    join(planted, 'core/catalog/style.ts'),
    "import type { Reply } from '../http/transport.ts';\nexport type Seen = Reply;\n",
  );
  const { stdout } = cruise(planted);
  if (!stdout.includes('catalog-enters-only-its-neighbours')) {
    console.error('The import rules did not report a planted violation, so their silence proves nothing.');
    process.exit(1);
  }
} finally {
  rmSync(planted, { recursive: true, force: true });
}

const { status, stdout, stderr } = cruise(process.cwd());
if (status !== 0) {
  process.stdout.write(stdout + stderr);
  process.exit(1);
}
