// `diagnostics FILE`: the file for support, where the person says.
import type { Command } from 'commander';
import metadata from '../../package.json' with { type: 'json' };
import { textFile } from '../base/node/files.ts';
import type { OrderDoor } from './order-door.ts';

/** Adds the command. */
export function addDiagnostics(program: Command, { run, print }: Pick<OrderDoor, 'run' | 'print'>): void {
  program
    .command('diagnostics <file>')
    .description('writes a file for support: versions, settings, counts, recent runs; no keys, names or addresses')
    .action((path: string) =>
      run(false, async (seamline) => {
        const text = await seamline.diagnostics({ version: metadata.version, host: 'command line' });
        await textFile(path).write(text);
        print(`Written to ${path}. It holds no keys, and names, e-mails, addresses and phones are masked.`);
        return 0;
      }),
    );
}
