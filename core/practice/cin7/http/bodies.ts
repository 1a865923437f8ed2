// Request bodies: the building blocks of the zod schemas, and what happens to a body that doesn't fit one. Members may be
// left out or null; numbers and booleans may come as texts (Cin7 1.4). Unknown members are ignored unless strict (14.1).
import { z } from 'zod';
import { Refusal } from './answers.ts';

/** Text of any length; a number is taken as its digits. */
export const textMember = z.union([z.string(), z.number().transform(String)]).nullish();

/** A decimal, or the text of one. `""` is taken as left out. */
export const decimalMember = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*(-?\d+(\.\d*)?|-?\.\d+)?\s*$/)
      .transform((value) => (value.trim() === '' ? null : Number(value))),
  ])
  .nullish();

/** A boolean, or `"true"`, `"false"`, 1, 0. `""` is taken as left out. */
export const flagMember = z
  .union([
    z.boolean(),
    z.literal([0, 1]).transform((value) => value === 1),
    z
      .string()
      .regex(/^(true|false|0|1|)$/i)
      .transform((value) => (value === '' ? null : /^(true|1)$/i.test(value))),
  ])
  .nullish();

/** The ten additional attributes of products, customers and sales. */
export const attributeMembers = {
  AdditionalAttribute1: textMember,
  AdditionalAttribute2: textMember,
  AdditionalAttribute3: textMember,
  AdditionalAttribute4: textMember,
  AdditionalAttribute5: textMember,
  AdditionalAttribute6: textMember,
  AdditionalAttribute7: textMember,
  AdditionalAttribute8: textMember,
  AdditionalAttribute9: textMember,
  AdditionalAttribute10: textMember,
};

/** Reads a body, refusing with 400 what has the wrong type. The message is invented after the pattern of the known ones. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown, isStrict: boolean): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) {
    throw new Refusal(result.error.issues.map((issue) => `Attribute '${pathText(issue.path)}' is invalid.`));
  }
  if (isStrict) {
    const unknown = unknownMembers(schema, body, '');
    if (unknown.length > 0) throw new Refusal(unknown.map((name) => `Unknown attribute '${name}'.`));
  }
  return result.data;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** Paths of members that the schema doesn't name, at any depth. */
function unknownMembers(schema: z.core.$ZodType, value: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unknownMembers(schema.unwrap(), value, path);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownMembers(schema.element, item, `${path}[${index}]`));
  }
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner: z.core.$ZodType | undefined = schema.shape[name];
    const here = path === '' ? name : `${path}.${name}`;
    return inner === undefined ? [here] : unknownMembers(inner, member, here);
  });
}
