// Fulfilment tasks with their pick, pack and ship (Cin7 10.2). The task of a simple sale has the sale's own id; adding a
// task by POST makes the sale an advanced one for good.
import { z } from 'zod';
import { parsePlainDate } from '../../../base/dates.ts';
import type { Cin7Context } from '../context.ts';
import { json, refuse, refuseAny } from '../http/answers.ts';
import { decimalMember, flagMember, textMember } from '../http/bodies.ts';
import { type Endpoint, onBody, onQuery } from '../http/endpoint.ts';
import { isGuid } from '../http/query.ts';
import { refuseVoided, touchSale } from '../sales/actions.ts';
import { shippingBody, shippingOf } from '../sales/addresses.ts';
import { knownSale, saleOf } from '../sales/create.ts';
import { draftOrAuthorised } from '../sales/stages.ts';
import { authorisePick, autoPickLines, deleteTask, keepTask, newTask, simpleTask } from '../sales/picking.ts';
import type { Fulfilment, PickLine, SaleRecord } from '../state/sale-records.ts';
import { customerById, locationById, locationByName, saleById, sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { fulfilmentObject } from '../wire/sale-object.ts';

const pickLineBody = z.object({
  ProductID: textMember,
  SKU: textMember,
  Name: textMember,
  Location: textMember,
  LocationID: textMember,
  Quantity: decimalMember,
  BatchSN: textMember,
  ExpiryDate: textMember,
  Box: textMember,
  NonInventory: flagMember,
});

const pickBody = z.object({
  TaskID: textMember,
  Status: textMember,
  AutoPickMode: textMember,
  AutoPackMode: textMember,
  Lines: z.array(pickLineBody).nullish(),
});

const shipBody = z.object({
  TaskID: textMember,
  Status: textMember,
  RequireBy: textMember,
  ShippingAddress: shippingBody.nullish(),
  ShippingNotes: textMember,
  Lines: z
    .array(
      z.object({
        ID: textMember,
        ShipmentDate: textMember,
        Carrier: textMember,
        Box: textMember,
        TrackingNumber: textMember,
        TrackingURL: textMember,
        IsShipped: flagMember,
      }),
    )
    .nullish(),
});

type PickBody = z.output<typeof pickBody>;
type ShipBody = z.output<typeof shipBody>;

interface Found {
  readonly sale: SaleRecord;
  readonly task: Fulfilment;
}

export const fulfilmentEndpoints: readonly Endpoint[] = [
  {
    path: 'sale/fulfilment',
    operations: {
      GET: onQuery(['SaleID', 'IncludeProductInfo'], ({ query }, context) =>
        tasksAnswer(knownSale(query.requiredGuid('SaleID'), context), context),
      ),
      POST: onBody(z.object({ SaleID: textMember }), (body, context) =>
        tasksAnswer(addTask(saleOf(body.SaleID, context), context), context),
      ),
      DELETE: onQuery(['TaskID', 'Void'], ({ query }, context) => {
        const { sale, task } = findTask(query.requiredGuid('TaskID'), context);
        if (sale.type !== 'Advanced') refuse('Fulfilment of a simple sale cannot be deleted.');
        deleteTask(sale, task);
        touchSale(sale, context);
        return tasksAnswer(sale, context);
      }),
    },
  },
  stagePart('pick', pickBody, writePick),
  stagePart('pack', pickBody, writePack),
  stagePart('ship', shipBody, writeShip),
];

function stagePart<Schema extends z.ZodType>(
  part: 'pick' | 'pack' | 'ship',
  schema: Schema,
  write: (body: z.output<Schema>, context: Cin7Context) => Found,
): Endpoint {
  const partOf = ({ sale, task }: Found, context: Cin7Context) => {
    const { Pick, Pack, Ship } = fulfilmentObject(task, sale, context);
    return json({ TaskID: task.taskId, ...{ pick: Pick, pack: Pack, ship: Ship }[part] });
  };
  const onWrite = onBody(schema, (body, context) => partOf(write(body, context), context));
  return {
    path: `sale/fulfilment/${part}`,
    operations: {
      GET: onQuery(['TaskID', 'IncludeProductInfo'], ({ query }, context) =>
        partOf(findTask(query.requiredGuid('TaskID'), context), context),
      ),
      POST: onWrite,
      PUT: onWrite,
    },
  };
}

function tasksAnswer(sale: SaleRecord, context: Cin7Context) {
  return json({
    SaleID: sale.id,
    Fulfilments: sale.fulfilments.map((task) => fulfilmentObject(task, sale, context)),
  });
}

/** A new task needs an authorised order and every earlier pick authorised (Cin7 10.2). Invented texts, here and below. */
function addTask(sale: SaleRecord, context: Cin7Context): SaleRecord {
  refuseUnauthorised(sale);
  if (sale.fulfilments.some((task) => task.pick.status !== 'AUTHORISED')) {
    refuse('All existing picks have to be authorised before a new fulfilment is created.');
  }
  sale.fulfilments.push(newTask(context.ids.uuid(), sale.fulfilments.length + 1));
  sale.type = 'Advanced';
  touchSale(sale, context);
  return sale;
}

function refuseUnauthorised(sale: SaleRecord): void {
  refuseVoided(sale);
  if (sale.order.status !== 'AUTHORISED') refuse('Sale order is not authorised.');
}

/** The task with an id; a simple sale's first one needs nobody to create it. */
function findTask(taskId: string, { state }: Cin7Context): Found {
  for (const sale of state.sales.values()) {
    const task = sale.fulfilments.find((candidate) => sameText(candidate.taskId, taskId));
    if (task) return { sale, task };
  }
  const sale = saleById(state, taskId);
  if (sale === undefined || sale.type === 'Advanced') refuse("Task with specified 'TaskID' not found.");
  return { sale, task: simpleTask(sale) };
}

function taskOf(taskId: string | null | undefined, context: Cin7Context): Found {
  if (taskId == null || taskId === '') refuse("Required attribute 'TaskID' not provided.");
  if (!isGuid(taskId)) refuse('TaskID parameter must be of GUID type');
  const found = findTask(taskId, context);
  refuseUnauthorised(found.sale);
  return found;
}

function kept({ sale, task }: Found, context: Cin7Context): Found {
  keepTask(sale, task);
  touchSale(sale, context);
  return { sale, task };
}

function writePick(body: PickBody, context: Cin7Context): Found {
  const found = taskOf(body.TaskID, context);
  const { sale, task } = found;
  if (task.pick.status === 'AUTHORISED') refuse('Pick is already authorised.');
  if (sameText(body.AutoPickMode, 'AUTOPICK')) {
    authorisePick(sale, task, autoPickLines(sale, context), context);
  } else {
    const status = draftOrAuthorised(body.Status);
    const lines = readPickLines(body, context);
    if (status === 'AUTHORISED') authorisePick(sale, task, lines, context);
    else task.pick = { status, lines };
  }
  return kept(found, context);
}

function writePack(body: PickBody, context: Cin7Context): Found {
  const found = taskOf(body.TaskID, context);
  const { task } = found;
  if (task.pick.status !== 'AUTHORISED') refuse('Pick is not authorised.');
  if (task.pack.status === 'AUTHORISED') refuse('Pack is already authorised.');
  const isAutomatic = sameText(body.AutoPackMode, 'AUTOPACK');
  const status = isAutomatic ? 'AUTHORISED' : draftOrAuthorised(body.Status);
  task.pack = { status, lines: isAutomatic ? task.pick.lines : readPickLines(body, context) };
  return kept(found, context);
}

function writeShip(body: ShipBody, context: Cin7Context): Found {
  const found = taskOf(body.TaskID, context);
  const { sale, task } = found;
  if (task.pack.status !== 'AUTHORISED') refuse('Pack is not authorised.');
  if (task.ship.status === 'AUTHORISED') refuse('Ship is already authorised.');
  const isPartial = sameText(body.Status, 'PARTIALLY AUTHORISED');
  const status = isPartial ? 'PARTIALLY AUTHORISED' : draftOrAuthorised(body.Status);
  const customer = customerById(context.state, sale.header.customerId);
  const lines = (body.Lines ?? []).map((line) => ({
    ID: line.ID ?? context.ids.uuid(),
    ShipmentDate: parsePlainDate(line.ShipmentDate ?? '') ?? refuse("Required attribute 'ShipmentDate' not provided."),
    Carrier: line.Carrier ?? sale.header.Carrier,
    Boxes: line.Box ?? 'Box 1',
    TrackingNumber: line.TrackingNumber ?? null,
    TrackingURL: line.TrackingURL ?? null,
    IsShipped: line.IsShipped ?? status === 'AUTHORISED',
  }));
  const given = body.ShippingAddress;
  task.ship = {
    status,
    requireBy: parsePlainDate(body.RequireBy ?? '') ?? sale.header.ShipBy,
    address: given != null && customer ? shippingOf(given, customer, context) : sale.header.shipping,
    notes: body.ShippingNotes ?? sale.header.ShippingNotes,
    lines,
  };
  return kept(found, context);
}

function readPickLines(body: PickBody, { state }: Cin7Context): PickLine[] {
  const problems: string[] = [];
  const lines = (body.Lines ?? []).flatMap((line): PickLine[] => {
    const isIdGiven = line.ProductID != null && line.ProductID !== '';
    const product = isIdGiven
      ? state.catalogue.productById(line.ProductID ?? '')
      : state.catalogue.productBySku(line.SKU ?? '');
    const location =
      line.LocationID == null ? locationByName(state, line.Location ?? '') : locationById(state, line.LocationID);
    if (product === undefined) problems.push(`Product with SKU '${line.SKU ?? ''}' not found.`);
    if (location === undefined)
      problems.push(`Location '${line.Location ?? ''}' was not found in Locations reference book`);
    if (line.Quantity == null) problems.push("Required attribute 'Quantity' not provided.");
    if (product === undefined || location === undefined) return [];
    return [
      {
        productId: product.id,
        SKU: product.fields.SKU,
        Name: product.fields.Name,
        locationId: location.id,
        Quantity: fourPlaces(line.Quantity ?? 0),
        BatchSN: line.BatchSN ?? null,
        ExpiryDate: parsePlainDate(line.ExpiryDate ?? ''),
        Box: line.Box ?? 'Box 1',
        NonInventory: product.fields.Type !== 'Stock',
      },
    ];
  });
  refuseAny(problems);
  return lines;
}
