// What people decided about an order and what Seamline did with it, oldest first, each with who and when.
import type { OrderDetail } from '../../contract/orders.ts';
import type { Ledger } from '../../ledger/ledger.ts';

type OrderEvent = OrderDetail['events'][number];

/** The events of an order. */
export function eventsOf(ledger: Ledger, orderId: string): OrderEvent[] {
  const decided = (kind: string, sentence: (value: string) => string): OrderEvent[] => {
    const decision = ledger.runs.decisionOf(kind, orderId);
    return decision === null ? [] : [{ at: decision.at, who: decision.who, sentence: sentence(decision.value) }];
  };
  const events = [
    ...ledger.orderSales.ofOrder(orderId).map(({ at, saleNumber, turn }): OrderEvent => ({
      at,
      who: 'Seamline',
      sentence: turn === 1 ? `In Cin7 as ${saleNumber}.` : `In Cin7 once more, as ${saleNumber}.`,
    })),
    ...ledger.orderSales
      .reExports(orderId)
      .map(({ at, who, earlierNumber, earlierStatus, isDuplicate }): OrderEvent => ({
        at,
        who,
        sentence: isDuplicate
          ? `Asked for a second sale although ${earlierNumber} was open (${earlierStatus.toLowerCase()}).`
          : `Asked for a new sale after ${earlierNumber} (${earlierStatus.toLowerCase()}).`,
      })),
    ...decided('hold', (note) => (note === '' ? 'Put on hold.' : `Put on hold: ${note}`)),
    ...decided('by-hand', () => 'Entered by hand.'),
    ...decided('kept-sale', (number) => `Kept ${number} as it is.`),
    ...decided('go-live', (choice) => `Chosen when orders went live: ${choice.replace(/-/g, ' ')}.`),
  ];
  return events.sort((a, b) => a.at.localeCompare(b.at));
}
