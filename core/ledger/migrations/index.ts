// Every schema change in order. A migration is never edited once released; numbers step by ten.
import { foundation } from './0010-foundation.ts';
import { orderChecks } from './0020-order-checks.ts';
import { afterExport } from './0022-after-export.ts';
import { watching } from './0030-watching.ts';
import { quickLooks } from './0040-quick-looks.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { version: 10, name: 'foundation', sql: foundation },
  { version: 20, name: 'order checks', sql: orderChecks },
  { version: 22, name: 'after export', sql: afterExport },
  { version: 30, name: 'watching', sql: watching },
  { version: 40, name: 'quick looks', sql: quickLooks },
];
