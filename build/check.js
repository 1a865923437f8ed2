// Runs every static check and names the ones that failed: lock file, format, lint, types, imports, unused code.
// Each runs to its end, so that one look shows all there is to mend.
import { spawnSync } from 'node:child_process';

const checks = ['lock', 'format', 'lint', 'types', 'imports', 'unused'];

/** @type {string[]} */
const failed = [];
for (const name of checks) {
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', `check:${name}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Checks failed: ${failed.join(', ')}.`);
  process.exit(1);
}
