// The stock flow as a run sees it, last in the run, so that what orders took is already out of the numbers.
import type { FlowReport } from '../../contract/run-report.ts';
import type { Issue } from '../../model/standing.ts';
import { emptyReport, nowOf, waitingReport, type FlowContext } from '../context.ts';
import { noteIssues } from '../issues.ts';
import { keepSeen } from '../seen.ts';
import { applyStock } from './apply.ts';
import { lacksFullStock, noteFullStock, planStock } from './plan.ts';
import { refreshStock } from './refresh.ts';
import { warehousesOf, type Warehouse } from './warehouses.ts';

/** Reads stock, plans, sends (not in a dry run) and reports. */
export async function runInventory(context: FlowContext): Promise<FlowReport> {
  const { ledger, settings, isDryRun } = context;
  if (settings.inventory.warehouses.length === 0)
    return waitingReport(
      'inventory',
      "Stock waits: it isn't chosen yet which Cin7 locations JOOR's warehouses add up.",
      'Choose them in Settings, Stock (inventory.warehouses).',
    );
  const warehouses = warehousesOf(settings.inventory, ledger.references.list('location'));
  const whole = warehouses.filter(({ missing }) => missing.length === 0);
  const locations = [...new Set(whole.flatMap((warehouse) => warehouse.locations))];
  if (locations.length > 0) await refreshStock(context, locations);
  const plan = await planStock(context, whole);
  await keepSeen(context, 'inventory');
  const planned = countOf(context, 'planned');
  const issues = warehouses.flatMap(missingIssues);
  if (!isDryRun) {
    issues.push(...(await applyStock(context, planned)));
    // What JOOR refused was sent as well: it is no reason to send everything again.
    const answered = countOf(context, 'applied') + countOf(context, 'refused');
    if ((plan.isFull || lacksFullStock(context)) && answered === planned) noteFullStock(context);
  }
  noteStandings(context, warehouses, issues);
  const changed = isDryRun ? planned : countOf(context, 'applied');
  return {
    ...emptyReport('inventory'),
    checked: plan.checked,
    changed,
    needsYou: issues.length,
    counts: { stockNumbers: changed, refused: countOf(context, 'refused') },
  };
}

function countOf({ ledger, runId }: FlowContext, state: 'planned' | 'applied' | 'refused'): number {
  return ledger.plans
    .counts(runId)
    .filter((one) => one.flow === 'inventory' && one.state === state)
    .reduce((sum, { items }) => sum + items, 0);
}

function missingIssues({ name, missing }: Warehouse): Issue[] {
  return missing.map((location) => ({
    kind: 'stock',
    key: name,
    code: `location:${location}`,
    sentence: `Cin7 has no location "${location}" in use, so JOOR's warehouse ${name} keeps the numbers it has.`,
    nextStep: 'Correct inventory.warehouses, or put the location back in Cin7.',
    together: null,
  }));
}

function noteStandings(context: FlowContext, warehouses: readonly Warehouse[], issues: readonly Issue[]): void {
  const { ledger } = context;
  const known = ledger.standings.issues('stock');
  for (const { name } of warehouses)
    noteIssues(
      context,
      'stock',
      name,
      issues.filter(({ key }) => key === name),
      known.get(name) ?? [],
    );
  ledger.standings.save(
    warehouses.map(({ name }) => {
      const first = issues.find(({ key }) => key === name);
      return {
        kind: 'stock' as const,
        key: name,
        label: name,
        name,
        state: first === undefined ? ('in-step' as const) : ('needs-you' as const),
        reasonCode: first?.code ?? '',
        reason: first?.sentence ?? '',
        nextStep: first?.nextStep ?? '',
      };
    }),
    nowOf(context),
  );
  ledger.standings.keepOnly('stock', new Set(warehouses.map(({ name }) => name)));
}
