// An order and the aliases on a terminal.
import type { AliasView } from '../commands/aliases.ts';
import type { OrderDetail } from '../contract/orders.ts';
import { orderWords } from '../contract/words.ts';
import { moneyWords } from '../base/text.ts';
import { columns, wrap, type Paint } from './style.ts';

/** The lines about one order: where it stands, what holds it, and each of its lines. */
export function orderLines(order: OrderDetail, paint: Paint): string[] {
  const { sentence, nextStep } = order.reason;
  const lines = [
    `${paint.bold(`Order ${order.id}`)}  ${order.retailer}  ${order.poNumber}  ${moneyWords(order.value, order.currency)}`,
    ...wrap([`${orderWords[order.state].label}.`, sentence].join(' ').trim(), 100),
  ];
  if (order.sale !== null) lines.push(`Sale ${order.sale.number} in Cin7.`);
  if (order.holds.length === 0 && nextStep !== '') lines.push(...wrap(nextStep, 100));
  for (const hold of order.holds) {
    lines.push('', paint.attention(`! ${hold.sentence}`));
    if (hold.nextStep !== '') lines.push(`  ${hold.nextStep}`);
  }
  const checks = order.checks.filter(({ value }) => value !== '');
  if (checks.length > 0)
    lines.push(
      '',
      ...columns(checks.map(({ name, isSettled, value }) => [isSettled ? '✓' : '!', nameWords(name), value])),
    );
  lines.push(
    '',
    ...columns(
      order.lines.map(({ sku, description, quantity, amount, product, problem, isCancelled }) => [
        String(quantity),
        sku,
        description,
        amount,
        isCancelled ? 'cancelled' : problem === null ? (product?.sku ?? '') : `! ${problem.sentence}`,
      ]),
      [0, 3],
    ),
  );
  for (const { sku, suggestions } of order.lines)
    for (const one of suggestions)
      lines.push(
        '',
        `${sku} may be ${paint.bold(one.sku)}  ${one.name}. ${one.why}`,
        `  seamline aliases set "${sku}" "${one.sku}"`,
      );
  return lines;
}

function nameWords(name: string): string {
  const words = name.replace('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every alias with who decided it and when. */
export function aliasLines(aliases: readonly AliasView[]): string[] {
  if (aliases.length === 0) return ['No aliases. "seamline aliases set NAME SKU" decides what a name stands for.'];
  return columns(aliases.map(({ name, sku, who, at }) => [name, sku ?? 'not in Cin7 any more', who, at.slice(0, 10)]));
}
