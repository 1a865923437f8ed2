// `orders export|hold|release|by-hand|re-export|attempts|sale`: a person's actions on one order. Says what came of each; an
// order that still needs a person ends with 2.
import type { Command } from 'commander';
import type { ReExportPreview } from '../contract/orders.ts';
import { orderWords } from '../contract/words.ts';
import { addGoLive } from './go-live.ts';
import type { OrderDoor } from './order-door.ts';
import { columns } from './style.ts';

/** Adds the actions to the `orders` command. */
export function addOrderActions(orders: Command, door: OrderDoor): void {
  const { run, print, who } = door;
  addGoLive(orders, door);
  // The list has --json as well and takes it first.
  const isJson = (command: Command) => command.optsWithGlobals<{ json?: boolean }>().json === true;
  const say = (command: Command, told: { readonly sentence: string; readonly nextStep?: string }) =>
    isJson(command)
      ? print(JSON.stringify(told))
      : print(...[told.sentence, told.nextStep ?? ''].filter((line) => line !== ''));
  const action = (name: string, description: string) =>
    orders.command(`${name} <order>`).description(description).option('--json', 'one JSON object as the last line');

  action('export', 're-checks one order and exports it now').action((id: string, _: unknown, command: Command) =>
    run(isJson(command), async (seamline) => {
      const told = await seamline.orderActions.export(id);
      say(command, told.sentence === '' ? { sentence: `${orderWords[told.state].label}.` } : told);
      return told.state === 'in-cin7' ? 0 : 2;
    }),
  );
  action('hold', 'exports nothing of this order before it is released')
    .option('--note <text>', 'why', '')
    .action((orderId: string, { note }: { note: string }, command: Command) =>
      run(isJson(command), async (seamline) => {
        say(command, await seamline.orderActions.hold({ orderId, who, note }));
        return 0;
      }),
    );
  action('release', 'takes a hold, or "entered by hand", back').action(
    (orderId: string, _: unknown, command: Command) =>
      run(isJson(command), async (seamline) => {
        say(command, await seamline.orderActions.release({ orderId, who }));
        return 0;
      }),
  );
  action('by-hand', 'it was entered in Cin7 by hand: leaves it, and marks it as exported in JOOR').action(
    (orderId: string, _: unknown, command: Command) =>
      run(isJson(command), async (seamline) => {
        say(command, await seamline.orderActions.enterByHand({ orderId, who }));
        return 0;
      }),
  );
  action('re-export', 'makes a new sale, when the earlier one is voided, credited or gone')
    .option('--even-if-open', 'a second sale beside an open one')
    .option('--ask', 'only says what stands before it')
    .action((orderId: string, options: { evenIfOpen?: boolean; ask?: boolean }, command: Command) =>
      run(isJson(command), async (seamline) => {
        if (options.ask === true) {
          const preview = await seamline.orderActions.previewReExport(orderId);
          print(...(isJson(command) ? [JSON.stringify(preview)] : previewLines(preview)));
          return 0;
        }
        const confirmation = options.evenIfOpen === true ? true : null;
        const told = await seamline.orderActions.reExport({ orderId, who, confirmation });
        say(command, told);
        return told.state === 'in-cin7' ? 0 : 2;
      }),
    );
  action('attempts', 'what was sent and answered for one order').action((id: string, _: unknown, command: Command) =>
    run(isJson(command), async (seamline) => {
      const attempts = await seamline.orderActions.attempts(id);
      if (isJson(command)) print(JSON.stringify({ attempts }));
      else
        print(
          ...columns(
            attempts.map(({ at, method, operation, status, outcome }) => [
              at.slice(0, 19).replace('T', ' '),
              method,
              operation,
              status === null ? 'no answer' : String(status),
              outcome,
            ]),
          ),
        );
      return 0;
    }),
  );
  orders
    .command('sale <number>')
    .description('says what a sale is that this Seamline did not make')
    .option('--ours', 'it is that order: take it over')
    .option('--not-ours', 'it has nothing to do with Seamline')
    .action((sale: string, options: { ours?: boolean; notOurs?: boolean }, command: Command) =>
      run(isJson(command), async (seamline) => {
        if ((options.ours === true) === (options.notOurs === true)) {
          print('Say either --ours or --not-ours.');
          return 1;
        }
        const answer = options.ours === true ? 'ours' : 'not-ours';
        say(command, await seamline.orderActions.answerSale({ sale, answer, who }));
        return 0;
      }),
    );
}

function previewLines(preview: ReExportPreview): string[] {
  const { lines, sale, goods, consequences, equalLines } = preview;
  return [
    preview.sentence,
    ...(preview.nextStep === '' ? [] : [preview.nextStep]),
    ...(lines.length === 0 ? [] : ['']),
    ...columns(
      [
        ...(lines.length === 0 ? [] : [['Line', sale?.number ?? 'Sale', 'JOOR now', '', preview.currency]]),
        ...lines.map(({ sku, inSale, inOrder, kind, amount }) => [
          sku,
          inSale ?? 'none',
          inOrder ?? 'none',
          kind,
          amount,
        ]),
        ...(lines.length === 0
          ? []
          : [[`Goods, with ${equalLines} equal lines`, goods.inSale, goods.inOrder, '', goods.change]]),
      ],
      [1, 2, 4],
    ),
    ...(consequences.length === 0 ? [] : ['', 'If you create it now']),
    ...consequences.map((sentence, index) => `${index + 1}. ${sentence}`),
  ];
}
