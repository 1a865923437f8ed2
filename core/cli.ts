#!/usr/bin/env node
// The command line: names commands and options, prints what commands give back, turns outcomes into exit codes.
// 0 good, 1 failed, 2 finished but items need a person, 75 the profile is busy.
import './cli/memory.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from './base/node/clock.ts';
import { SeamlineError, toSeamlineError } from './base/errors.ts';
import { textFile } from './base/node/files.ts';
import { count, moneyWords } from './base/text.ts';
import { demo } from './cli/demo.ts';
import { addDiagnostics } from './cli/diagnostics.ts';
import { doctorLines } from './cli/doctor.ts';
import { openSeamline, personAt } from './cli/environment.ts';
import { aliasLines, orderLines } from './cli/orders.ts';
import { addOrderActions } from './cli/order-actions.ts';
import type { OrderDoor } from './cli/order-door.ts';
import { openPractice } from './cli/practice.ts';
import { progressView } from './cli/progress.ts';
import { failureLines, needsYouLines, reportLines, statusLines } from './cli/report.ts';
import { columns, paintFor } from './cli/style.ts';
import { whyLines } from './cli/why.ts';
import type { Seamline } from './app.ts';
import type { RunReport } from './contract/run-report.ts';
import { orderWords, styleWords } from './contract/words.ts';
import {
  flowNames,
  orderStates,
  styleStates,
  type FlowName,
  type OrderState,
  type StyleState,
} from './model/standing.ts';

const exitCodes: Readonly<Record<RunReport['outcome'], number>> = { good: 0, 'needs-you': 2, failed: 1, stopped: 1 };
const busyExit = 75;

const noColour = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
const paint = paintFor(process.stdout, noColour);
const print = (...lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n`);

const program = new Command('seamline')
  .description('Keeps Cin7 Core and JOOR in step. Keys come from the environment, see README.')
  .option('--profile <folder>', 'the profile to use; SEAMLINE_PROFILE, or the usual place, when left out')
  .showHelpAfterError('Run "seamline --help" for all commands.')
  .configureHelp({ sortSubcommands: false });

const json = () => new Option('--json', 'the last line of standard output is one JSON object');

program
  .command('demo')
  .description('both practice accounts, a first sync, an hour of work, the next sync; needs no keys')
  .action(() => act(false, async () => demo(process.stdout, process.stderr, noColour)));

program
  .command('practice')
  .description('runs both practice accounts and prints their addresses and keys as one JSON line')
  .option('--seed <number>', 'another seed makes other numbers', wholeNumber, 1)
  .addOption(new Option('--size <size>', 'how large the brand is').choices(['full', 'small']).default('full'))
  .option('--cin7-port <port>', 'a fixed port for Cin7 Core', wholeNumber, 0)
  .option('--joor-port <port>', 'a fixed port for JOOR', wholeNumber, 0)
  .option('--faults <file>', 'a fault script')
  .option('--awkward', 'adds the cases that break naive clients')
  .option('--latency <milliseconds>', 'how long each answer takes', wholeNumber)
  .option('--tls <file>', 'serves https and writes the root certificate to trust into the file')
  .option('--proxy [login]', 'starts an office proxy as well, with a login as USER:PASSWORD or without')
  .option('--into <folder>', 'writes settings for these accounts into a new profile folder')
  .action((options) =>
    act(false, async () => {
      const { line, stop } = await openPractice(options);
      print(line);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await stop();
      return 0;
    }),
  );

program
  .command('sync')
  .description('brings both accounts in step now')
  .addOption(new Option('--only <flows...>', 'only these flows').choices(flowNames))
  .option('--dry-run', 'plans and reports, writes to neither account')
  .option('--full', 'reads everything again instead of what changed')
  .addOption(json())
  .action((options: { only?: FlowName[]; dryRun?: boolean; full?: boolean; json?: boolean }) =>
    act(options.json === true, () => withSeamline(async (seamline) => syncNow(seamline, options))),
  );

program
  .command('status')
  .description('is everything in step, and what needs you')
  .addOption(json())
  .action((options: { json?: boolean }) =>
    act(options.json === true, () =>
      withSeamline(async (seamline) => {
        const status = await seamline.status();
        if (options.json === true) print(JSON.stringify(status));
        else print(...statusLines(status, paint));
        return status.attention.length > 0 ? 2 : 0;
      }),
    ),
  );

program
  .command('doctor')
  .description('what stands between this computer and both accounts, and how to put it right; writes nothing')
  .addOption(json())
  .action((options: { json?: boolean }) =>
    act(options.json === true, () =>
      withSeamline(async (seamline) => {
        const stop = new AbortController();
        process.once('SIGINT', () => stop.abort());
        const report = await seamline.doctor(stop.signal);
        print(...(options.json === true ? [JSON.stringify(report)] : doctorLines(report, paint)));
        return report.ok ? 0 : 1;
      }),
    ),
  );

program
  .command('styles')
  .description('where each style stands, and why')
  .addOption(new Option('--state <states...>', 'only these states').choices(styleStates))
  .option('--why <number>', 'one style: why it is or is not in JOOR')
  .addOption(json())
  .action((options: { state?: StyleState[]; why?: string; json?: boolean }) =>
    act(options.json === true, () =>
      withSeamline(async (seamline) => {
        if (options.why !== undefined) {
          const style = await seamline.style(options.why);
          print(...(options.json === true ? [JSON.stringify(style)] : whyLines(style, paint)));
          return 0;
        }
        const styles = await seamline.styles(options.state);
        if (options.json === true) print(JSON.stringify({ styles }));
        else
          print(
            ...columns(
              styles.map(({ number, name, state, reason, nextStep }) => [
                number,
                name.slice(0, 36),
                styleWords[state].label,
                [reason, nextStep].filter((part) => part !== '').join(' '),
              ]),
            ),
            count(styles.length, 'style'),
          );
        return 0;
      }),
    ),
  );

const orders = program
  .command('orders')
  .description("each order's place on its way into Cin7 Core")
  .addOption(new Option('--state <states...>', 'only these states').choices(orderStates))
  .addOption(json())
  .action((options: { state?: OrderState[]; json?: boolean }) =>
    act(options.json === true, () =>
      withSeamline(async (seamline) => {
        const orders = await seamline.orders(options.state);
        if (options.json === true) print(JSON.stringify({ orders }));
        else
          print(
            ...columns(
              orders.map(({ id, retailer, state, value, currency, saleNumber, reason, nextStep }) => [
                id,
                retailer.slice(0, 30),
                orderWords[state].label,
                moneyWords(value, currency),
                saleNumber ?? 'None',
                [reason, nextStep].filter((part) => part !== '').join(' '),
              ]),
              [3],
            ),
            count(orders.length, 'order'),
          );
        return 0;
      }),
    ),
  );

orders
  .command('show <order>')
  .description('one order: its lines, what holds it, what its sale will be')
  .addOption(json())
  .action((id: string, _: unknown, command: Command) => {
    // The list has the same option and takes it first.
    const isJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
    return act(isJson, () =>
      withSeamline(async (seamline) => {
        const order = await seamline.order(id);
        print(...(isJson ? [JSON.stringify(order)] : orderLines(order, paint)));
        return 0;
      }),
    );
  });

orders
  .command('new-customer <order>')
  .description("says that the order's retailer is new, although customers in Cin7 resemble it")
  .action((id: string) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        const name = await seamline.confirmNewCustomer(id, personAt(process.env));
        print(`${name} counts as new from now on. The next run creates the customer.`);
        return 0;
      }),
    ),
  );

const door: OrderDoor = {
  run: (isJson, work) => act(isJson, () => withSeamline(work)),
  print,
  who: personAt(process.env),
};
addOrderActions(orders, door);
addDiagnostics(program, door);

const aliases = program
  .command('aliases')
  .description('what names on order lines stand for from now on')
  .addOption(json())
  .action((options: { json?: boolean }) =>
    act(options.json === true, () =>
      withSeamline(async (seamline) => {
        const list = await seamline.aliases.list();
        print(...(options.json === true ? [JSON.stringify({ aliases: list })] : aliasLines(list)));
        return 0;
      }),
    ),
  );
aliases
  .command('set <name> <sku>')
  .description('uses this product for the name from now on')
  .action((name: string, product: string) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        const { sku } = await seamline.aliases.set({ name, product, who: personAt(process.env) });
        print(`${name} is ${sku ?? ''} from now on. The next run checks its orders again.`);
        return 0;
      }),
    ),
  );
aliases
  .command('remove <name>')
  .description('takes the decision about a name back')
  .action((name: string) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        await seamline.aliases.remove(name);
        print(`${name} has no alias any more.`);
        return 0;
      }),
    ),
  );

const settings = program.command('settings').description('reads and changes the settings; never holds a key');
settings
  .command('get [path]')
  .description('one setting, or all that differ from the defaults')
  .action((path: string | undefined) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        print(JSON.stringify(await seamline.settings.get(path), null, 2));
        return 0;
      }),
    ),
  );
settings
  .command('set <path> <value>')
  .description('changes one setting; "default" puts the default back')
  .action((path: string, value: string) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        await seamline.settings.set(path, value);
        print(`${path} is ${JSON.stringify(await seamline.settings.get(path))} now.`);
        return 0;
      }),
    ),
  );
settings
  .command('import <file>')
  .description("takes over another profile's settings, but not its hosts and accounts")
  .action((path: string) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        const text = await textFile(path).read();
        if (text === null) throw missingFile(path);
        await seamline.settings.import(text, path);
        print('Imported. Hosts, accounts and the go-live instant stayed as they were.');
        return 0;
      }),
    ),
  );
settings
  .command('export [file]')
  .description('writes the settings to a file, or to standard output')
  .action((path: string | undefined) =>
    act(false, () =>
      withSeamline(async (seamline) => {
        const text = await seamline.settings.export();
        if (path === undefined) process.stdout.write(text);
        else await textFile(path).write(text);
        return 0;
      }),
    ),
  );

await program.parseAsync();

async function syncNow(
  seamline: Seamline,
  options: { only?: FlowName[]; dryRun?: boolean; full?: boolean; json?: boolean },
): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const view = progressView(process.stderr, paintFor(process.stderr, noColour), systemClock);
  try {
    const report = await seamline.sync({
      startedBy: 'command line',
      isDryRun: options.dryRun ?? false,
      isFullPass: options.full ?? false,
      ...(options.only === undefined ? {} : { only: options.only }),
      signal: stop.signal,
      onProgress: (progress) => view.show(progress),
    });
    view.end();
    for (const line of failureLines(report)) process.stderr.write(`${line}\n`);
    if (options.json === true) print(JSON.stringify(report));
    else {
      const { needsYou } = await seamline.status();
      // What ended the run stands on standard error already.
      print(
        ...reportLines({ ...report, error: null }, paint),
        ...(needsYou.length === 0 ? [] : ['', ...needsYouLines(needsYou, paint)]),
      );
    }
    return isBusy(report.error?.code) ? busyExit : exitCodes[report.outcome];
  } finally {
    view.end();
  }
}

async function withSeamline(work: (seamline: Seamline) => Promise<number>): Promise<number> {
  const seamline = openSeamline(program.opts<{ profile?: string }>().profile, process.env);
  try {
    return await work(seamline);
  } finally {
    seamline.close();
  }
}

/** Runs a command; a failure is one sentence with what to do, and its exit code. */
async function act(asJson: boolean, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (thrown) {
    const error = toSeamlineError(thrown);
    const errorPaint = paintFor(process.stderr, noColour);
    process.stderr.write(`${errorPaint.bad(error.message)}\n${error.nextStep}\n`);
    if (asJson)
      print(JSON.stringify({ error: { code: error.code, sentence: error.message, nextStep: error.nextStep } }));
    process.exitCode = isBusy(error.code) ? busyExit : 1;
  }
}

/** Another process holds the profile or its records: waiting helps. */
function isBusy(code: string | undefined): boolean {
  return code === 'profile-busy' || code === 'ledger-busy';
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('must be a whole number.');
  return Number(text);
}

function missingFile(path: string): SeamlineError {
  return new SeamlineError('usage', {
    sentence: `There is no file ${path}.`,
    nextStep: 'Name a settings file that "seamline settings export" wrote.',
  });
}
