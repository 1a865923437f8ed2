// The values of JOOR's style fields, as the settings map them (STY-6). A field that is off has no value at all, so that
// nothing is ever written over what a person keeps in JOOR.
import { plainTextOfHtml } from '../base/text.ts';
import { styleFieldNames, type StyleFieldName } from '../model/style.ts';
import type { StyleSource } from '../model/product.ts';
import type { FieldSource, Settings } from '../settings/index.ts';

/** The mapped values of a source; fields that are off are missing. */
export function styleFields(
  source: StyleSource,
  settings: Settings['products'],
): Partial<Record<StyleFieldName, string>> {
  const values: Partial<Record<StyleFieldName, string>> = {};
  for (const name of styleFieldNames) {
    const value = valueOf(settings.fields[name], source);
    if (value !== null) values[name] = value;
  }
  return values;
}

function valueOf(from: FieldSource, source: StyleSource): string | null {
  if (from === 'off') return null;
  if ('text' in from) return from.text;
  // A family has no attribute values of its own (Cin7 4.1): its first variant speaks for it.
  if ('attribute' in from) return source.variants[0]?.product.attributes[from.attribute - 1]?.trim() ?? '';
  switch (from.from) {
    case 'name':
      return source.name.trim();
    case 'sku':
      return source.sku.trim();
    case 'brand':
      return source.brand;
    case 'category':
      return source.category;
    case 'countryOfOrigin':
      return source.countryOfOrigin;
    case 'shortDescription':
      return plainTextOfHtml(source.shortDescription);
    case 'description':
      return plainTextOfHtml(source.description);
  }
}
