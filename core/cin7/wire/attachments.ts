// Images and other files of products and families (Cin7 5). Attachments come as a bare array, with `IsDefault` as a word
// and addresses whose query isn't encoded; what isn't an image is left out by its name or declared type.
import { z } from 'zod';
import type { Cin7Switches } from '../switches.ts';
import { flag, guid, list, someGuid, text } from './values.ts';

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

/** Products and families as rows of their lists, with nothing but their files. */
export const attachmentOwnerSchema = z
  .object({ ID: guid, Attachments: list(attachmentSchema) })
  .transform((row) => ({ ownerId: row.ID, attachments: row.Attachments }));

/** The files of one product or family: a bare array (Cin7 1.5). */
export const attachmentsSchema = z.array(attachmentSchema);

/** True for a file that is an image by its declared type, or by its name where the type says nothing. */
export function isImage(
  { fileName, contentType }: Pick<Attachment, 'fileName' | 'contentType'>,
  { untypedFiles }: Pick<Cin7Switches, 'untypedFiles'>,
): boolean {
  if (contentType.startsWith('image/')) return true;
  const saysNothing = contentType === '' || contentType === 'application/octet-stream';
  return saysNothing && untypedFiles === 'by-name' && /\.(jpe?g|png|gif|webp)$/i.test(fileName);
}

/** The address with its query values encoded: Cin7 Core writes `ContentType=image/jpeg` and spaces as they are. */
function encodedAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  const query = new URLSearchParams(url.search);
  url.search = query.toString();
  return url.toString();
}
