// One process that only pages: every product of an account through the real client and transport, then many small
// requests one after another. Prints what it took as one JSON line. Started by transport.ts.
import '../../core/cli/memory.ts';
import { systemClock } from '../../core/base/node/clock.ts';
import { systemIds } from '../../core/base/node/ids.ts';
import { cin7Outcomes, wordsOfCin7 } from '../../core/cin7/answers.ts';
import { createCin7Client } from '../../core/cin7/client.ts';
import { memoryBudgetStore } from '../../core/http/budget.ts';
import { textRedactor } from '../../core/http/redact.ts';
import { rollingBudget } from '../../core/http/rolling-budget.ts';
import { createTransport } from '../../core/http/transport.ts';
import { createWire } from '../../core/http/wire.ts';

const [baseUrl = '', requests = '0'] = process.argv.slice(2);
const keys = { accountId: 'bench-account-id', applicationKey: 'bench-application-key' };
const caller = { lane: 'background' } as const;

const wire = createWire();
let recorded = 0;
const transport = createTransport({
  api: 'cin7',
  clock: systemClock,
  ids: systemIds,
  wire,
  budget: rollingBudget({ calls: 1_000_000, seconds: 1, reserve: 0, store: memoryBudgetStore() }),
  outcomes: cin7Outcomes,
  wordsOf: wordsOfCin7,
  history: () => void (recorded += 1),
  redact: textRedactor(() => Object.values(keys)),
});
const client = createCin7Client({ transport, baseUrl, ...keys });

const megabytes = (bytes: number) => bytes / 1024 / 1024;
const heapNow = () => {
  globalThis.gc?.();
  return megabytes(process.memoryUsage().heapUsed);
};

let early = 0;
const began = performance.now();
const { rows, isComplete } = await client.products(null, caller, (_rows, received) => {
  if (early === 0 && received >= 10_000) early = heapNow();
});
const pagingSeconds = (performance.now() - began) / 1_000;
const late = heapNow();

const beganSmall = performance.now();
for (let request = 0; request < Number(requests); request += 1) await client.company(caller);
const smallSeconds = (performance.now() - beganSmall) / 1_000;
wire.close();

console.log(
  JSON.stringify({
    rows,
    isComplete,
    recorded,
    pagingSeconds,
    heapGrowth: late - early,
    // Kilobytes on every system.
    peak: process.resourceUsage().maxRSS / 1024,
    perRequest: (smallSeconds / Number(requests)) * 1_000,
  }),
);
