// Keeps docs/api-fidelity.md true: what it names exists, and what it must name is there.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultCin7Switches } from '../core/cin7/switches.ts';
import { defaultJoorSwitches } from '../core/joor/switches.ts';
import { defaultSwitches } from '../core/practice/cin7/switches.ts';
import { joorSwitches } from '../core/practice/joor/switches.ts';

const page = readFileSync('docs/api-fidelity.md', 'utf8');

/** The cells of every row of every table whose header begins with this word. */
function rowsUnder(firstHeader: string): string[][] {
  const rows: string[][] = [];
  let isMeant = false;
  for (const line of page.split('\n')) {
    if (!line.startsWith('|')) isMeant = false;
    else {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (cells[0] === firstHeader) isMeant = true;
      else if (isMeant && !/^-+$/.test(cells[0] ?? '')) rows.push(cells);
    }
  }
  return rows;
}

const rules = rowsUnder('section');
const switches = rowsUnder('switch');
const pathOf = (name: string) => (name.startsWith('test/') ? name : `core/${name}`);
const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The file and the title in a test cell. */
function testIn(cell: string): { file: string; title: string } {
  const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(cell) ?? [];
  return { file: pathOf(file), title };
}

/** True when a test of that title stands in the file, as a whole literal. */
function hasTest({ file, title }: { file: string; title: string }): boolean {
  if (title === '' || !existsSync(file)) return false;
  const source = readFileSync(file, 'utf8').replaceAll("\\'", "'");
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((literal) => source.includes(literal));
}

/** Sections of the references that say something a client or a simulator does. */
const cin7Sections =
  '1 1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 3.1 3.2 3.4 4.1 4.3 5 6.1 6.2 7 8.1 8.2 8.3 9.1 9.2 9.3 9.4 9.5 9.6 9.7 9.8 10.1 ' +
  '10.2 10.3 11 12 13 14.1 14.2 14.3 14.4';
const joorSections = '1 2 3.1 3.2 4 4.1 4.2 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 6.1 6.2 6.3 6.4 7 8 9 11 13';

describe('the fidelity table', () => {
  it('has five cells in each row: a section, a mark, a rule, code and a test', () => {
    const marks = ['2+', '1', 'DOC', 'CONFLICT', 'INF', 'open'];
    const wrong = rules.filter(
      ([section = '', mark = '', rule = '', code = '', test = '', ...more]) =>
        !/^(Cin7|JOOR) \d+(\.\d+)?$/.test(section) ||
        !marks.includes(mark) ||
        rule === '' ||
        codeIn(code).length === 0 ||
        !/^`[^`]+\.test\.ts`: ./.test(test) ||
        more.length > 0,
    );
    expect(wrong).toEqual([]);
    expect(rules.length).toBeGreaterThan(100);
  });

  it('names code that is there', () => {
    const missing = rules.flatMap(([, , , code = '']) => codeIn(code)).filter((name) => !existsSync(pathOf(name)));
    expect(missing).toEqual([]);
  });

  it('names tests that are there, by their titles', () => {
    const tests = [...rules.map((cells) => cells[4]), ...switches.map((cells) => cells[5])];
    expect(tests.filter((cell = '') => !hasTest(testIn(cell)))).toEqual([]);
  });

  it('leaves out no section of the references that matters', () => {
    const named = new Set(rules.map(([section]) => section));
    const wanted = [
      ...cin7Sections.split(' ').map((section) => `Cin7 ${section}`),
      ...joorSections.split(' ').map((section) => `JOOR ${section}`),
    ];
    expect(wanted.filter((section) => !named.has(section))).toEqual([]);
  });

  it('has a row with its default for every switch of the clients, and for no other', () => {
    const expected = [...Object.entries(defaultCin7Switches), ...Object.entries(defaultJoorSwitches)].map(
      ([name, value]) => [`\`${name}\``, `\`${String(value)}\``],
    );
    expect(switches.map(([name, , position]) => [name, position])).toEqual(expected);
  });

  it('names every switch of the practice accounts', () => {
    const names = [...Object.keys(defaultSwitches), ...Object.keys(joorSwitches())];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
