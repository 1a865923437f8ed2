// What the settings' editors ask: lists to choose from, what a draft would change, one style under it, a file, the back-ups.
import { backUps } from '../../commands/back-ups.ts';
import { settingChoices } from '../../commands/settings/choices.ts';
import { draftEffect, draftPreview } from '../../commands/settings/draft.ts';
import { importView } from '../../commands/settings/file.ts';
import type { QueryHandlers } from '../handlers.ts';

export const settingsQueries = {
  'settings.choices': ({ reader }, { lists }) =>
    reader.read(
      (ledger, settings) => settingChoices(ledger, settings, lists),
      () => ({}),
    ),

  'settings.effect': ({ services }, { changes }) => draftEffect(services, changes),

  'settings.preview': ({ services }, { changes, at }) => draftPreview(services, changes, at),

  'settings.importView': ({ services }, { text }) => importView(services, text),

  'backUps.list': ({ services }) => backUps(services),
} satisfies QueryHandlers;
