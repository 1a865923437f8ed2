// The quote and the order of a sale: GET and POST (Cin7 9.6).
import type { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { json } from '../http/answers.ts';
import { type Endpoint, onBody, onQuery } from '../http/endpoint.ts';
import { knownSale } from '../sales/create.ts';
import { stageBody, writeOrder, writeQuote } from '../sales/stages.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { stageObject } from '../wire/sale-object.ts';

const parameters = ['SaleID', 'CombineAdditionalCharges', 'IncludeProductInfo'];

export const stageEndpoints: readonly Endpoint[] = [
  stageEndpoint('quote', writeQuote),
  stageEndpoint('order', writeOrder),
];

function stageEndpoint(
  kind: 'quote' | 'order',
  write: (body: z.output<typeof stageBody>, context: Cin7Context) => SaleRecord,
): Endpoint {
  return {
    path: `sale/${kind}`,
    operations: {
      GET: onQuery(parameters, ({ query }, context) =>
        json(
          stageObject(kind, knownSale(query.requiredGuid('SaleID'), context), context, {
            countryFormat: null,
            combineCharges: query.flag('CombineAdditionalCharges') === true,
          }),
        ),
      ),
      POST: onBody(stageBody, (body, context) => json(stageObject(kind, write(body, context), context))),
    },
  };
}
