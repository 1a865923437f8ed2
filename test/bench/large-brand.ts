// A brand of 30,000 SKUs and an empty profile connected to it, without limits that would only be waited for: what the bench
// gives to a process of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../core/base/node/clock.ts';
import { environmentOf } from '../../core/cli/practice.ts';
import { startPractice } from '../../core/practice/practice.ts';
import { practiceSettings } from '../../core/practice/settings.ts';

export interface LargeBrand {
  readonly folder: string;
  readonly environment: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the accounts and writes the settings. */
export async function startLargeBrand(): Promise<LargeBrand> {
  const practice = await startPractice({
    clock: systemClock,
    size: { styles: 2_500, skusPerStyle: 12 },
    cin7: { switches: { limit: 1_000_000 } },
    joor: { switches: { quota: 1_000_000 } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'seamline-bench-'));
  const settings = practiceSettings(practice, { rateOf: new Date().toISOString().slice(0, 10) });
  const { cin7, joor } = settings.connections;
  const connections = {
    cin7: { ...cin7, pace: { calls: 100_000, seconds: 60 } },
    joor: { ...joor, pace: { credits: 100_000, seconds: 300 } },
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...settings, connections }));
  return {
    folder,
    environment: environmentOf(practice),
    async stop() {
      await practice.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
