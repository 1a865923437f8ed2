// Images and other files of products and families (Cin7 5). Attachments come as a bare array, with `IsDefault` as a word
// and addresses whose query isn't encoded; what isn't an image is left out by its name or declared type.
import { z } from 'zod';
import { flag, guid, someGuid, text } from './values.ts';

export interface Attachment {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly isDefault: boolean;
  /** Public, encoded so that it can be fetched. */
  readonly address: string;
}

const attachmentSchema = z
  .object({ ID: someGuid, FileName: text, ContentType: text, IsDefault: flag, DownloadUrl: text })
  .transform((row): Attachment => ({
    id: row.ID,
    fileName: row.FileName,
    contentType: row.ContentType.toLowerCase(),
    isDefault: row.IsDefault,
    address: encodedAddress(row.DownloadUrl),
  }));

/** Products and families as rows of their lists, with nothing but their images. */
export const attachmentOwnerSchema = z
  .object({ ID: guid, Attachments: z.array(attachmentSchema).nullish() })
  .transform((row) => ({ ownerId: row.ID, attachments: (row.Attachments ?? []).filter(isImage) }));

/** True for a file that is an image by its name or its declared type; a type that says nothing leaves it to the name. */
function isImage({ fileName, contentType }: Pick<Attachment, 'fileName' | 'contentType'>): boolean {
  if (contentType.startsWith('image/')) return true;
  return /\.(jpe?g|png|gif|webp)$/i.test(fileName) && !/^(application\/pdf|text\/)/.test(contentType);
}

/** The address with its query values encoded: Cin7 Core writes `ContentType=image/jpeg` and spaces as they are. */
function encodedAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  const query = new URLSearchParams(url.search);
  url.search = query.toString();
  return url.toString();
}
