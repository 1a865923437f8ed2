// A family as `GET /productFamily` writes it (Cin7 4.1): no status, no barcode, no PriceTiers; option values comma-joined
// with their repetitions; attachments always there.
import type { Cin7Context } from '../context.ts';
import type { FamilyRecord } from '../state/records.ts';
import { attachmentRow } from './attachment-rows.ts';
import { stamp } from './dates.ts';

/** The row of one family. */
export function familyRow({ id, fields, members, ...family }: FamilyRecord, { state }: Cin7Context, origin: string) {
  const valuesAt = (at: 0 | 1 | 2) =>
    members
      .map((member) => member.options[at])
      .filter((value) => value !== '')
      .join(',');
  return {
    Products: members.map(({ productId, options }) => {
      const product = state.catalogue.productById(productId);
      return {
        ID: productId,
        SKU: product?.fields.SKU ?? '',
        Name: product?.fields.Name ?? '',
        Option1: options[0],
        Option2: options[1],
        Option3: options[2],
      };
    }),
    ID: id,
    ...fields,
    Option1Values: valuesAt(0),
    Option2Values: valuesAt(1),
    Option3Values: valuesAt(2),
    LastModifiedOn: stamp(family.modifiedAt),
    Attachments: family.attachments.map((attachment) => attachmentRow(attachment, origin)),
  };
}
