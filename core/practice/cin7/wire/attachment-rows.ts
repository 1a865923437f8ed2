// Attachments over the wire (Cin7 5). Download addresses lie on the simulator's own origin and their query isn't encoded,
// as in the vendor's examples: clients have to build a proper address of it.
import type { AttachmentRecord } from '../state/records.ts';

/** The row of the attachment endpoints and of families; `IsDefault` is the text `"true"` or `"false"`. */
export function attachmentRow(attachment: AttachmentRecord, origin: string) {
  return {
    ID: attachment.id,
    ContentType: attachment.contentType,
    IsDefault: String(attachment.isDefault),
    FileName: attachment.fileName,
    DownloadUrl: downloadUrl(attachment, origin),
  };
}

/** The row inside `/product`, which has no `IsDefault` (Cin7 3.2). */
export function productAttachmentRow(attachment: AttachmentRecord, origin: string) {
  const { IsDefault: _, ...row } = attachmentRow(attachment, origin);
  return row;
}

function downloadUrl({ id, contentType, fileName }: AttachmentRecord, origin: string): string {
  return `${origin}/Attachment/Download?ID=${id}&ContentType=${contentType}&FileName=${fileName}&isPublic=True`;
}
