// Edits of sales, through the same actions as the API's, so that stock and statuses follow the same rules.
import type { Cin7Context } from '../context.ts';
import { authoriseOrder, refuseVoided, touchSale, undoSale, voidSale } from '../sales/actions.ts';
import { writeInvoice } from '../sales/invoicing.ts';
import { authorisePick, autoPickLines, keepTask, shipTask, simpleTask } from '../sales/picking.ts';
import { documentTotals, lineTotal } from '../sales/totals.ts';
import type { DocumentLine, SaleRecord } from '../state/sale-records.ts';
import { emptyGuid, sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { findProduct, findSale } from './find.ts';
import type { EditResult, SaleEdit } from './schemas.ts';

type EditOf<Name extends SaleEdit['edit']> = Extract<SaleEdit, { edit: Name }>;

/** Does an edit of a sale. */
export function runSaleEdit(edit: SaleEdit, context: Cin7Context): EditResult {
  const sale = findSale(context.state, edit.sale);
  switch (edit.edit) {
    case 'voidSale':
      voidSale(sale, context);
      break;
    case 'undoSale':
      undoSale(sale, context);
      break;
    case 'authoriseSale':
      refuseVoided(sale);
      if (sale.order.status !== 'DRAFT') throw new Error('The order is no draft.');
      authoriseOrder(sale, 'NOPICK', context);
      break;
    case 'pickSale':
      pickSale(sale, edit, context);
      break;
    case 'invoiceSale':
      invoiceSale(sale, edit, context);
      break;
    case 'changeSaleLines':
      changeLines(sale, edit, context);
      break;
  }
  return { id: sale.id };
}

function pickSale(sale: SaleRecord, { upTo, trackingNumber }: EditOf<'pickSale'>, context: Cin7Context): void {
  refuseVoided(sale);
  if (sale.order.status !== 'AUTHORISED') throw new Error('The order is not authorised.');
  const task = sale.fulfilments.at(-1) ?? simpleTask(sale);
  if (task.pick.status !== 'AUTHORISED') authorisePick(sale, task, autoPickLines(sale, context), context);
  keepTask(sale, task);
  if (upTo !== 'pick') task.pack = { status: 'AUTHORISED', lines: task.pick.lines };
  if (upTo === 'ship') shipTask(sale, task, trackingNumber, context);
  touchSale(sale, context);
}

function invoiceSale(sale: SaleRecord, { status, isPaid }: EditOf<'invoiceSale'>, context: Cin7Context): void {
  const known = sale.invoices.find((invoice) => invoice.status === 'DRAFT');
  writeInvoice(
    {
      SaleID: sale.id,
      TaskID: known?.taskId ?? emptyGuid,
      Status: status,
      Lines: sale.order.lines.map((line) => ({ ...line, ProductID: line.productId })),
      AdditionalCharges: sale.order.charges,
    },
    context,
  );
  const invoice = sale.invoices.at(-1);
  if (isPaid && invoice) invoice.paid = documentTotals(invoice, sale.header.TaxInclusive).Total;
}

/** On the screen an authorised order is undone, changed and authorised again (Cin7 9.8). */
function changeLines(sale: SaleRecord, edit: EditOf<'changeSaleLines'>, context: Cin7Context): void {
  refuseVoided(sale);
  const wasAuthorised = sale.order.status === 'AUTHORISED';
  if (wasAuthorised) undoSale(sale, context);
  for (const { sku, quantity, price } of edit.lines) {
    const line = sale.order.lines.find((candidate) => sameText(candidate.SKU, sku));
    if (quantity === 0) sale.order.lines = sale.order.lines.filter((candidate) => candidate !== line);
    else if (line) changeLine(line, quantity, price);
    else sale.order.lines.push(newLine(sku, quantity, price ?? 0, sale, context));
  }
  if (sale.order.status === 'NOT AVAILABLE') sale.order.status = 'DRAFT';
  if (wasAuthorised) authoriseOrder(sale, 'NOPICK', context);
  touchSale(sale, context);
}

function changeLine(line: DocumentLine, quantity: number, price: number | undefined): void {
  const share = line.Total === 0 ? 0 : line.Tax / line.Total;
  line.Quantity = fourPlaces(quantity);
  line.Price = fourPlaces(price ?? line.Price);
  line.Total = lineTotal(line).toNumber();
  line.Tax = fourPlaces(line.Total * share);
}

function newLine(sku: string, quantity: number, price: number, sale: SaleRecord, { state }: Cin7Context): DocumentLine {
  const product = findProduct(state, sku);
  const rule = state.references.taxRules.find((row) => sameText(row.Name, sale.header.TaxRule));
  const amounts = { Quantity: fourPlaces(quantity), Price: fourPlaces(price), Discount: 0, Tax: 0 };
  const total = lineTotal(amounts);
  return {
    productId: product.id,
    SKU: product.fields.SKU,
    Name: product.fields.Name,
    ...amounts,
    Tax: fourPlaces(
      total
        .times(rule?.TaxPercent ?? 0)
        .div(100)
        .toNumber(),
    ),
    TaxRule: sale.header.TaxRule ?? '',
    Comment: '',
    DropShip: false,
    AverageCost: product.averageCost,
    BackorderQuantity: 0,
    Total: total.toNumber(),
    Account: null,
    allocations: [],
  };
}
