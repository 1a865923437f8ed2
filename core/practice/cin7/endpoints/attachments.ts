// Files of products and families (Cin7 5): bare arrays, not paged. A POST answers with all files of the owner, a DELETE with
// those that remain. A replaced image is another file with another id.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { json, refuse } from '../http/answers.ts';
import { flagMember, textMember } from '../http/bodies.ts';
import { type Endpoint, onBody, onQuery } from '../http/endpoint.ts';
import { isGuid } from '../http/query.ts';
import type { FamilyRecord, ProductRecord } from '../state/records.ts';
import { sameText } from '../state/state.ts';
import { attachmentRow } from '../wire/attachment-rows.ts';

type Owner = ProductRecord | FamilyRecord;

const attachmentBody = z.object({
  ProductID: textMember,
  FamilyID: textMember,
  FileName: textMember,
  Content: textMember,
  FileDownloadUrl: textMember,
  IsDefault: flagMember,
});

export const attachmentEndpoints: readonly Endpoint[] = [
  attachments({
    path: 'product/attachments',
    key: 'ProductID',
    all: ({ state }) => state.catalogue.products(),
    // Invented after the product's message for families.
    missing: "Product with specified 'ID' not found.",
  }),
  attachments({
    path: 'productfamily/attachments',
    key: 'FamilyID',
    all: ({ state }) => state.catalogue.families(),
    missing: "Product family with specified 'ID' not found.",
  }),
];

interface Owners {
  readonly path: string;
  readonly key: 'ProductID' | 'FamilyID';
  readonly all: (context: Cin7Context) => readonly Owner[];
  readonly missing: string;
}

function attachments({ path, key, all, missing }: Owners): Endpoint {
  const ownerOf = (id: string, context: Cin7Context): Owner =>
    all(context).find((owner) => sameText(owner.id, id)) ?? refuse(missing, context.switches.notFoundErrorCode);
  const rows = (owner: Owner, origin: string) =>
    json(owner.attachments.map((attachment) => attachmentRow(attachment, origin)));
  return {
    path,
    operations: {
      GET: onQuery([key], ({ query, origin }, context) => rows(ownerOf(query.requiredGuid(key), context), origin)),
      POST: onBody(attachmentBody, (body, context, { origin }) => {
        const id = body[key] ?? '';
        if (!isGuid(id)) refuse(`Required attribute '${key}' not provided.`);
        const owner = ownerOf(id, context);
        const fileName = body.FileName ?? '';
        // Texts invented after the vendor's pattern.
        if (fileName === '') refuse("Required attribute 'FileName' not provided.");
        if ((body.Content ?? '') === '' && (body.FileDownloadUrl ?? '') === '')
          refuse("Required attribute 'Content' not provided.");
        const isDefault = body.IsDefault ?? owner.attachments.length === 0;
        if (isDefault) owner.attachments = owner.attachments.map((other) => ({ ...other, isDefault: false }));
        owner.attachments.push({ id: context.ids.uuid(), contentType: typeOf(fileName), fileName, isDefault });
        touch(owner, context);
        return rows(owner, origin);
      }),
      DELETE: onQuery(['ID'], ({ query, origin }, context) => {
        const id = query.requiredGuid('ID');
        const owner = all(context).find((one) => one.attachments.some((attachment) => sameText(attachment.id, id)));
        // Invented.
        if (owner === undefined)
          refuse("Attachment with specified 'ID' not found.", context.switches.notFoundErrorCode);
        owner.attachments = owner.attachments.filter((attachment) => !sameText(attachment.id, id));
        touch(owner, context);
        return rows(owner, origin);
      }),
    },
  };
}

/** Whether a new image moves the date of its owner is open (Cin7 5). */
function touch(owner: Owner, { switches, clock }: Cin7Context): void {
  if (switches.imageEditBumpsProduct) owner.modifiedAt = clock.now();
}

/** What an upload without a declared type becomes (Cin7 5: possibly octet-stream). */
function typeOf(fileName: string): string {
  const extension = /\.(jpe?g|png|gif|pdf)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === undefined) return 'application/octet-stream';
  return extension === 'pdf' ? 'application/pdf' : `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}
