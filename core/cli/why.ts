// "Why isn't it in JOOR?" on a terminal: the answer, the conditions up to the first that fails, the parts, what differs.
import type { StyleDetail } from '../contract/styles.ts';
import { styleWords } from '../contract/words.ts';
import { columns, wrap, type Paint } from './style.ts';

const marks = { yes: '✓', fails: '!', follows: '·' } as const;

/** The lines about one style. */
export function whyLines(style: StyleDetail, paint: Paint): string[] {
  const lines = [
    `${paint.bold(style.number)}  ${style.name}`,
    ...wrap(`${styleWords[style.state].label}. ${style.answer}`, 100),
    '',
  ];
  const steps = columns(style.trace.map(({ state, sentence, value }) => [marks[state], sentence, value]));
  style.trace.forEach(({ state }, index) => {
    const line = `  ${steps[index] ?? ''}`;
    lines.push(state === 'fails' ? paint.attention(line) : state === 'follows' ? paint.dim(line) : line);
  });
  if (style.advice !== '') lines.push('', ...wrap(style.advice, 100));
  lines.push('', ...columns(style.parts.map(({ name, value }) => [`  ${name}`, value])));
  if (style.differences.length > 0)
    lines.push(
      '',
      ...columns([
        ['  Differs', 'Cin7', 'JOOR'],
        ...style.differences.map(({ field, cin7, joor }) => [`  ${field}`, cin7, joor]),
      ]),
    );
  return lines;
}
