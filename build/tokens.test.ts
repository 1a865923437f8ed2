// The screens' colours: one file holds them, and each can be read on every ground it may stand on.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const tokenFile = join('renderer', 'theme', 'tokens.css');
const others = globSync('renderer/**/*.{css,tsx}').filter((path) => path !== tokenFile);
const tokens = readFileSync(tokenFile, 'utf8');
const [light = '', dark = ''] = tokens.split(":root[data-mantine-color-scheme='dark'] {");
const hex = /#(?:[0-9a-f]{3,4}){1,2}\b/i;

function colour(theme: string, name: string): readonly number[] {
  const value = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(theme)?.[1] ?? '';
  return [0, 2, 4].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: string, one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(colour(theme, one)), luminance(colour(theme, other))].sort(
    (first, second) => first - second,
  );
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['canvas', 'sidebar', 'surface', 'raised', 'inset', 'hover', 'selected'];

describe('the colours', () => {
  test('stand in one file: no component has a value of its own', () => {
    expect(others.length).toBeGreaterThan(80);
    expect(others.filter((path) => hex.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test.each([
    ['light', light],
    ['dark', dark],
  ])('can be read on every ground, %s', (_, theme) => {
    const pairs = [
      ...['text', 'text2', 'text3', 'accent', 'ok', 'warn', 'bad', 'test'].flatMap((ink) =>
        grounds.map((ground) => [ink, ground] as const),
      ),
      ...['ok', 'warn', 'bad', 'test'].flatMap((tone) => ['text', tone].map((ink) => [ink, `${tone}-tint`] as const)),
      ['on-fill', 'accent-fill'] as const,
      ['on-fill', 'bad-fill'] as const,
    ];
    expect(pairs.filter(([ink, ground]) => contrast(theme, ink, ground) < 4.5)).toEqual([]);
    // Icons and bars need less than text.
    expect(grounds.filter((ground) => contrast(theme, 'warn-fill', ground) < 3)).toEqual([]);
  });
});
