// One sentence for what was done with several orders: how many went through, and why the others didn't.

export type BulkStep = 'orders.export' | 'orders.check' | 'orders.hold' | 'orders.release';

export interface Refusal {
  readonly orderId: string;
  readonly sentence: string;
}

const done: Readonly<Record<BulkStep, string>> = {
  'orders.export': 'sent to Cin7',
  'orders.check': 'checked again',
  'orders.hold': 'on hold',
  'orders.release': 'released',
};

const orders = (count: number) => `${count} ${count === 1 ? 'order' : 'orders'}`;

/** `2 orders sent to Cin7. 1 not: 1029384: It is on hold.` The reason of the first stands for those with the same one. */
export function bulkSummary(step: BulkStep, asked: number, refused: readonly Refusal[]): string {
  const went = asked - refused.length;
  const [first] = refused;
  if (first === undefined) return `${orders(went)} ${done[step]}`;
  const reasons = new Map<string, string[]>();
  for (const { orderId, sentence } of refused) reasons.set(sentence, [...(reasons.get(sentence) ?? []), orderId]);
  const told = [...reasons].map(([sentence, ids]) => `${ids.join(', ')}: ${sentence}`).join(' ');
  return `${went === 0 ? 'None' : orders(went)} ${done[step]}. ${refused.length} not. ${told}`;
}
