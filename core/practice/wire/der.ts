// The few pieces of DER (ITU-T X.690) that a certificate is made of.
// Values are complete encodings: tag, length, content.

/** A value with this tag around the given content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const hex = body.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

export const sequence = (...members: readonly Uint8Array[]): Buffer => der(0x30, ...members);
export const set = (...members: readonly Uint8Array[]): Buffer => der(0x31, ...members);
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
export const utcTime = (text: string): Buffer => der(0x17, Buffer.from(text));
export const octets = (content: Uint8Array): Buffer => der(0x04, content);
export const bits = (content: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);
export const yes = der(0x01, Buffer.from([0xff]));

/** A whole number that isn't negative. */
export function integer(bytes: Uint8Array): Buffer {
  const isNegative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return der(0x02, ...(isNegative ? [Buffer.from([0])] : []), bytes);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let left = number >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
