// What was sent and answered for one order, from the request history, without secrets; newest first.
import type { z } from 'zod';
import type { attemptSchema } from '../../contract/orders.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readLedger, type Services } from '../services.ts';

export type OrderAttempt = z.infer<typeof attemptSchema>;

const shown = 200;

/** The requests about an order. */
export function orderAttempts(services: Services, orderId: string): Promise<OrderAttempt[]> {
  return readLedger(
    services,
    (ledger) => attemptsOf(ledger, orderId),
    () => [],
  );
}

/** The same from an open ledger. */
export function attemptsOf(ledger: Ledger, orderId: string): OrderAttempt[] {
  return ledger.runs
    .requestsAbout(orderId, shown)
    .map(({ id, startedAt, operation, method, address, status, outcome, request, response }) => ({
      at: startedAt,
      requestId: id,
      operation,
      method,
      address,
      status,
      outcome,
      request,
      response,
    }));
}
