// Text for a terminal: colour only where it is one and wants it, columns that line up, counts and times as people read
// them.
import { second } from '../base/dates.ts';

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  attention(text: string): string;
  bad(text: string): string;
}

const plain = (text: string) => text;

/** Colours for a stream; none when it isn't a terminal or NO_COLOR is set. */
export function paintFor(stream: { readonly isTTY?: boolean }, noColour: boolean): Paint {
  if (stream.isTTY !== true || noColour) return { bold: plain, dim: plain, good: plain, attention: plain, bad: plain };
  const colour = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
  return { bold: colour(1), dim: colour(2), good: colour(32), attention: colour(33), bad: colour(31) };
}

/** Rows as lines with aligned columns; `right` names the columns that hold numbers. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        if (right.includes(index)) return cell.padStart(width);
        return index === row.length - 1 ? cell : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** `2:14` under ten minutes, `about 8 min` above. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / second));
  if (seconds >= 600) return `about ${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Text broken into lines of at most the given width, on spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
