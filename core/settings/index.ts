// The settings room: schema with defaults, rules, reading with errors that name the place, saving with compare-and-swap.
export type { FieldSource, Settings } from './schema.ts';
export { checkSettings, defaultSettings, parseSettings } from './read.ts';
export { createSettingsStore, withoutDefaults, type SettingsStore } from './store.ts';
export { portable, settingAt, withImported, withSetting, withSettings } from './paths.ts';
