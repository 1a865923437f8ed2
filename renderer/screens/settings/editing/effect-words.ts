// What a draft does to the styles, in one sentence.
import type { SettingsEffect } from '../../../../core/contract/settings.ts';
import type { Formats } from '../../../state/format.ts';

/** `388 of 400 styles change, 12 styles leave the selection.`; empty where nothing changes. */
export function effectSentence({ styles: all, changed, added, left }: SettingsEffect, formats: Formats): string {
  const parts = [
    changed > 0 ? `${formats.of(changed, all)} styles change` : '',
    added > 0 ? `${formats.countOf(added, 'style comes', 'styles come')} to JOOR` : '',
    left > 0 ? `${formats.countOf(left, 'style leaves', 'styles leave')} the selection` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
