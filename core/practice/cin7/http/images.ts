// The public download address of attachments (Cin7 5): no keys, no share of the rate limit, and a small real image for each
// attachment, in a colour of its own, so that a replaced image has other bytes.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Cin7State } from '../state/state.ts';
import { sameText } from '../state/state.ts';
import type { AttachmentRecord } from '../state/records.ts';
import { type Answer, pageNotFound } from './answers.ts';

const width = 120;
const height = 160;

/** The file of the attachment that the address names; the way of `image/*`, PDF and untyped files. */
export function downloadAnswer(state: Cin7State, url: URL): Answer {
  const parameters = new Map(Array.from(url.searchParams, ([name, value]) => [name.toLowerCase(), value]));
  const attachment = findAttachment(state, parameters.get('id') ?? '');
  if (attachment === undefined) return pageNotFound(404);
  const body = attachment.contentType === 'application/pdf' ? pdf : png(attachment.id);
  // Said explicitly, because a HEAD request has no body to measure.
  const headers = { 'content-length': String(body.byteLength) };
  return { status: 200, contentType: attachment.contentType, body, headers };
}

function findAttachment({ catalogue }: Cin7State, id: string): AttachmentRecord | undefined {
  for (const owner of [...catalogue.families(), ...catalogue.products()]) {
    const found = owner.attachments.find((attachment) => sameText(attachment.id, id));
    if (found) return found;
  }
  return undefined;
}

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A PNG of one colour with a darker band, made from the name. */
function png(name: string): Uint8Array<ArrayBuffer> {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(name).digest();
  const colour = [red, green, blue].map((channel) => 96 + (channel >> 1));
  const row = (shade: number) => {
    const bytes = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1)
      bytes.set(
        colour.map((channel) => Math.round(channel * shade)),
        1 + x * 3,
      );
    return bytes;
  };
  const [light, dark] = [row(1), row(0.7)];
  const pixels = Buffer.concat(Array.from({ length: height }, (_, y) => (y > 60 && y < 100 ? dark : light)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
