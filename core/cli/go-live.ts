// `orders go-live`: the list of what JOOR holds, and the choices about it.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { goLiveChoices, type GoLiveChoice, type GoLiveOrder } from '../contract/orders.ts';
import { count, moneyWords } from '../base/text.ts';
import type { OrderDoor } from './order-door.ts';
import { columns } from './style.ts';

type Choice = { readonly orderId: string; readonly choice: GoLiveChoice };

/** Adds going live to the `orders` command. */
export function addGoLive(orders: Command, { run, print, who }: OrderDoor): void {
  orders
    .command('go-live')
    .description('every approved order that JOOR holds, with likely twins in Cin7, and a choice for each')
    .addOption(
      new Option('--choose <order=choice...>', `one of ${goLiveChoices.join(', ')} for each order`)
        .default([], 'none: only lists')
        .argParser((text: string, before: Choice[]) => [...before, choiceOf(text)]),
    )
    .option('--other-integration-off', 'the hosted integration is switched off')
    .option('--json', 'one JSON object as the last line')
    .action((options: { choose: Choice[]; otherIntegrationOff?: boolean }, command: Command) => {
      const isJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
      return run(isJson, async (seamline) => {
        if (options.choose.length === 0) {
          const list = await seamline.orderActions.goLiveList();
          print(...(isJson ? [JSON.stringify({ orders: list })] : listLines(list)));
          return 0;
        }
        const isOtherIntegrationOff = options.otherIntegrationOff === true;
        const told = await seamline.orderActions.goLive({ choices: options.choose, isOtherIntegrationOff, who });
        print(isJson ? JSON.stringify(told) : told.sentence);
        return 0;
      });
    });
}

function choiceOf(text: string): Choice {
  const [orderId = '', name] = text.split('=');
  const choice = goLiveChoices.find((one) => one === name);
  if (orderId === '' || choice === undefined)
    throw new InvalidArgumentError(`write ORDER=${goLiveChoices.join('|')}, as 1029384=export.`);
  return { orderId, choice };
}

function listLines(list: readonly GoLiveOrder[]): string[] {
  const rows = list.map(({ id, retailer, value, currency, approvedAt, isExportedInJoor, twins, suggested, choice }) => [
    id,
    retailer.slice(0, 30),
    moneyWords(value, currency),
    approvedAt?.slice(0, 10) ?? '',
    isExportedInJoor ? 'exported in JOOR' : '',
    twins[0] === undefined ? 'no twin' : `${twins[0].number}: ${twins[0].why}`,
    choice === null ? `suggested: ${suggested}` : `chosen: ${choice}`,
  ]);
  return [...columns(rows, [2]), count(list.length, 'order')];
}
