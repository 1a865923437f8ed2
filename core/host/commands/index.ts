// Every command that a screen can give, one file per area. The contract says what goes in and comes out.
import type { CommandHandlers } from '../handlers.ts';
import { connectionCommands } from './connections.ts';
import { fileCommands } from './files.ts';
import { flowCommands } from './flows.ts';
import { orderCommands } from './orders.ts';
import { outsideCommands } from './outside.ts';
import { runCommands } from './runs.ts';
import { settingsCommands } from './settings.ts';
import { setUpCommands } from './set-up.ts';
import { styleCommands } from './styles.ts';

export const commandHandlers: CommandHandlers = {
  ...connectionCommands,
  ...runCommands,
  ...flowCommands,
  ...styleCommands,
  ...orderCommands,
  ...setUpCommands,
  ...settingsCommands,
  ...fileCommands,
  ...outsideCommands,
};
