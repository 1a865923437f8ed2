// How much memory the headless process takes at its peak, as the operating system counts it: the built command line in
// a process of its own, syncing 30,000 SKUs from practice accounts in another.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Figure } from './figures.ts';
import { startLargeBrand } from './large-brand.ts';

/** The peak of a first sync and of an unchanged one. Told as 0 where the system doesn't show it. */
export async function memoryFigures(): Promise<Figure[]> {
  const brand = await startLargeBrand();
  const { folder, environment } = brand;
  try {
    const first = await peakOf(folder, environment);
    const second = await peakOf(folder, environment);
    const formula = (took: number) => `peak resident memory of node out/cli.js sync, 30,000 SKUs, ${took.toFixed(0)} s`;
    return [
      { name: 'first sync', measured: first.megabytes, unit: 'MB', mark: 300, formula: formula(first.seconds) },
      { name: 'unchanged sync', measured: second.megabytes, unit: 'MB', mark: 300, formula: formula(second.seconds) },
    ];
  } finally {
    await brand.stop();
  }
}

async function peakOf(
  folder: string,
  environment: Record<string, string>,
): Promise<{ megabytes: number; seconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['out/cli.js', '--profile', folder, 'sync', '--json'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  let peak = 0;
  // VmHWM is itself a peak, so that a look now and then is enough.
  const look = setInterval(() => {
    const path = `/proc/${child.pid}/status`;
    if (!existsSync(path)) return;
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1];
    peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
  }, 20);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0 && code !== 2) throw new Error(`The measured sync failed: ${output.slice(-500)}`);
  return { megabytes: peak, seconds: (performance.now() - started) / 1000 };
}
