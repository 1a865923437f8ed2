// What waits for a person: noted from the ledger's facts after each run and each action, shown with what can be done about it.
import type { AttentionAction, AttentionItem } from '../contract/attention.ts';
import type { AttentionRecord } from '../ledger/attention.ts';

/** An item as a screen shows it. */
export function attentionItem(record: AttentionRecord): AttentionItem {
  const { key, kind, subjects, title, reason, nextStep, code, since, resolvedAt } = record;
  return {
    key,
    kind,
    count: Math.max(1, subjects.length),
    title,
    reason,
    nextStep,
    code,
    since,
    resolvedAt,
    actions: resolvedAt === null ? actionsFor(record) : [],
  };
}

const go = (label: string, place: Extract<AttentionAction['does'], { kind: 'go' }>['place']): AttentionAction => ({
  label,
  does: { kind: 'go', place },
});

const check = (orderId: string): AttentionAction => ({
  label: 'Check again',
  does: { kind: 'command', name: 'orders.check', input: { orderId } },
});

/** Where an order's hold is settled for all orders at once. */
const orderSettings: Readonly<Record<string, string>> = {
  'no-rate': 'orders',
  'old-rate': 'orders',
  'no-location': 'orders',
  'no-freight-service': 'orders',
  'no-code-source': 'customers',
};

/** At most two; the safe one first. */
function actionsFor({ kind, subjects, code }: AttentionRecord): AttentionAction[] {
  const [first = null] = subjects;
  if (code === 'flow-waits')
    return [go('Choose it', { to: 'settings', section: first === 'inventory' ? 'stock' : (first ?? 'connections') })];
  // They are not in Seamline's list: where to look is JOOR.
  if (code === 'unknown-order-type')
    return [{ label: 'Copy the order numbers', does: { kind: 'copy', text: subjects.join(', ') } }];
  switch (kind) {
    case 'order':
    case 'alarm': {
      if (first === null) return [go('Open connections', { to: 'settings', section: 'connections' })];
      const setting = orderSettings[code];
      if (subjects.length > 1) {
        const all = go(`Show ${subjects.length}`, { to: 'orders', state: 'needs-you', open: null });
        return setting === undefined ? [all] : [go('Set it', { to: 'settings', section: setting }), all];
      }
      const show = go('Show order', { to: 'orders', state: null, open: first });
      if (code === 'changed-after-export') return [go('Compare', { to: 're-export', orderId: first }), show];
      return kind === 'alarm' ? [show] : [show, check(first)];
    }
    case 'style':
      return [
        go(subjects.length === 1 ? 'Show style' : `Show ${subjects.length}`, {
          to: 'styles',
          state: 'needs-you',
          cause: code,
          open: subjects.length === 1 ? first : null,
        }),
      ];
    case 'linesheet':
      return [
        go(subjects.length === 1 ? 'Show linesheet' : 'Show linesheets', {
          to: 'styles',
          view: 'linesheets',
          state: null,
          cause: null,
          open: subjects.length === 1 ? first : null,
        }),
      ];
    case 'stock':
      return [go('Open stock settings', { to: 'settings', section: 'stock' })];
    case 'customer':
      return [go('Open customer settings', { to: 'settings', section: 'customers' })];
    case 'guard':
    case 'account':
      return [go('Open connections', { to: 'settings', section: 'connections' })];
  }
}
