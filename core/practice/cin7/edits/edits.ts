// What a person would do in Cin7's own screens, in the process and by name. Edits aren't requests: they don't count against
// the rate limit, and dates move as Cin7 moves them.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { runAccountEdit } from './account-edits.ts';
import { runCatalogueEdit } from './catalogue-edits.ts';
import { runSaleEdit } from './sale-edits.ts';
import { type Cin7Edit, type EditResult, accountEdit, catalogueEdit, editSchema, saleEdit } from './schemas.ts';

type EditName = Cin7Edit['edit'];
type EditInput<Name extends EditName> = Omit<Extract<Cin7Edit, { edit: Name }>, 'edit'>;

type NamedEdits = { readonly [Name in EditName]: (input: EditInput<Name>) => EditResult };

export interface Cin7Edits extends NamedEdits {
  /**
   * Does an edit that came as data, `{ edit: 'setStock', … }`. Throws an Error with a readable message when it has the
   * wrong shape or can't be done.
   */
  apply(edit: unknown): EditResult;
}

/** The edits of one account. */
export function createEdits(context: Cin7Context): Cin7Edits {
  const apply = (edit: unknown): EditResult => {
    const whole = editSchema.safeParse(edit);
    if (!whole.success) throw new Error(`This is no edit: ${z.prettifyError(whole.error)}`);
    const catalogue = catalogueEdit.safeParse(edit);
    if (catalogue.success) return runCatalogueEdit(catalogue.data, context);
    const account = accountEdit.safeParse(edit);
    if (account.success) return runAccountEdit(account.data, context);
    return runSaleEdit(saleEdit.parse(edit), context);
  };
  const named =
    <Name extends EditName>(edit: Name) =>
    (input: EditInput<Name>) =>
      apply({ ...input, edit });
  return {
    apply,
    changeProduct: named('changeProduct'),
    changeFamily: named('changeFamily'),
    addVariant: named('addVariant'),
    renameOptionValue: named('renameOptionValue'),
    addStyle: named('addStyle'),
    deleteProduct: named('deleteProduct'),
    joinFamily: named('joinFamily'),
    leaveFamily: named('leaveFamily'),
    addImage: named('addImage'),
    removeImages: named('removeImages'),
    setStock: named('setStock'),
    removeStockRows: named('removeStockRows'),
    renameLocation: named('renameLocation'),
    deprecateLocation: named('deprecateLocation'),
    renamePriceTier: named('renamePriceTier'),
    setSwitches: named('setSwitches'),
    changeCustomer: named('changeCustomer'),
    addCustomer: named('addCustomer'),
    voidSale: named('voidSale'),
    undoSale: named('undoSale'),
    authoriseSale: named('authoriseSale'),
    pickSale: named('pickSale'),
    invoiceSale: named('invoiceSale'),
    changeSaleLines: named('changeSaleLines'),
  };
}
