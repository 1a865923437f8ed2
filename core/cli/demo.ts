// `demo`: the main job without keys or a display. Both practice accounts and the engine on one accelerated clock, the
// first sync, an hour of work, the hourly sync, an hour without changes, and what came of it all. Under a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeamline, type Seamline } from '../app.ts';
import { day, hour, instantOf, shiftInstant } from '../base/dates.ts';
import { jumpingClock, type JumpingClock } from '../base/node/clock.ts';
import { textFile } from '../base/node/files.ts';
import { seededIds } from '../base/node/ids.ts';
import { fileLog } from '../base/node/log.ts';
import type { RunReport } from '../contract/run-report.ts';
import { createWire } from '../http/wire.ts';
import { startPractice, type Practice } from '../practice/practice.ts';
import { practiceSettings } from '../practice/settings.ts';
import { openProfile } from '../profile/profile.ts';
import { morning } from './demo/morning.ts';
import { summaryLines, type DemoRun } from './demo/summary.ts';
import { environmentSecrets } from './environment.ts';
import { environmentOf } from './practice.ts';
import { progressView } from './progress.ts';
import { reportLines } from './report.ts';
import { paintFor, type Paint } from './style.ts';

type Output = NodeJS.WriteStream | { readonly isTTY?: boolean; write(text: string): unknown };

/** Monday, 23 November 2026, 9 o'clock in Sydney. */
const startsAt = Date.parse('2026-11-22T22:00:00Z');
const factor = 60;
const zone = 'Australia/Sydney';

/** Shows everything; 0 when it all came true, 1 when something failed. */
export async function demo(output: Output, errors: Output, noColour: boolean): Promise<number> {
  const paint = paintFor(output, noColour);
  const say = (...lines: readonly string[]) => void output.write(`${lines.join('\n')}\n`);
  const began = performance.now();
  const clock = jumpingClock(startsAt, factor);
  const practice = await startPractice({ clock });
  const folder = mkdtempSync(join(tmpdir(), 'seamline-demo-'));
  const { seamline, close } = await openDemo(practice, clock, folder);
  const run = async (title: string): Promise<DemoRun> => {
    say('', paint.bold(`${timeIn(clock)}  ${title}`));
    const view = progressView(errors, paintFor(errors, noColour), clock);
    const report = await seamline.sync({ startedBy: 'command line', onProgress: (progress) => view.show(progress) });
    view.end();
    say(...reportLines(report, paint).map((line) => (line === '' ? '' : `  ${line}`)));
    return { title, report };
  };
  try {
    say(
      paint.bold('Seamline demo'),
      `Two practice accounts on this computer: ${practice.brand.company.name} in Cin7 Core, and its JOOR account.`,
      paint.dim(`One second here is one minute there. It is Monday, ${timeIn(clock)} in Sydney.`),
    );
    const first = await run('First sync');
    await workFor(practice, seamline, clock, say, paint);
    const second = await run('Hourly sync');
    clock.jumpTo(clock.now() + hour);
    const third = await run('Nothing new');
    say(
      '',
      ...summaryLines([first, second, third], await seamline.orders(), await seamline.status(), paint),
      '',
      paint.dim(`Took ${((performance.now() - began) / 1000).toFixed(0)} s. Nothing of it is kept.`),
    );
    return [first, second, third].some(({ report }) => hasFailed(report)) || third.report.usage.joorWrites > 0 ? 1 : 0;
  } finally {
    close();
    await practice.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasFailed = ({ outcome }: RunReport) => outcome === 'failed' || outcome === 'stopped';

async function openDemo(
  practice: Practice,
  clock: JumpingClock,
  folder: string,
): Promise<{ seamline: Seamline; close: () => void }> {
  const now = instantOf(clock.now());
  const settings = practiceSettings(practice, { goLive: shiftInstant(now, -8 * day), rateOf: now.slice(0, 10) });
  await textFile(join(folder, 'settings.json')).write(JSON.stringify(settings));
  const profile = openProfile(folder, process.platform);
  const log = fileLog(profile.logPath);
  const seamline = createSeamline({
    profile,
    clock,
    ids: seededIds(startsAt),
    log,
    secrets: environmentSecrets(environmentOf(practice)),
    wire: createWire(),
  });
  return {
    seamline,
    close() {
      seamline.close();
      log.close();
    },
  };
}

async function workFor(
  practice: Practice,
  seamline: Seamline,
  clock: JumpingClock,
  say: (...lines: readonly string[]) => void,
  paint: Paint,
): Promise<void> {
  const { needsYou } = await seamline.status();
  const unpriced = needsYou.find(({ sentence }) => sentence.startsWith('No USD Wholesale price'))?.label ?? '';
  const from = clock.now();
  say('', paint.bold('Meanwhile'));
  for (const { after, told, happens } of morning(practice, unpriced)) {
    clock.jumpTo(from + after);
    happens();
    say(`  ${timeIn(clock)}  ${told}`);
  }
  clock.jumpTo(from + hour);
}

function timeIn(clock: JumpingClock): string {
  return new Date(clock.now()).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
}
