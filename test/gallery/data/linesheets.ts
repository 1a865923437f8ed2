// The brand's linesheets, made from the styles that are in them.
import type { LinesheetDetail, LinesheetRow, StyleRow } from '../../../core/contract/styles.ts';

type Short = readonly [
  name: string,
  code: string,
  kind: 'managed' | 'theirs' | 'new',
  isHidden: boolean,
  window: readonly [string, string, string] | null,
  season: string,
];

const sheets: readonly Short[] = [
  ['Core Essentials', 'CORE', 'managed', false, null, 'Core'],
  ['Pre-Fall 27', 'PF27', 'managed', false, ['2027-05-01', '2027-06-15', '2027-06-30'], 'Pre-Fall 27'],
  ['Pre-Fall 27 MTO', 'MTO', 'new', false, ['2027-03-01', '2027-04-30', '2027-05-15'], 'Pre-Fall 27'],
  ['Resort 27', 'RES27', 'managed', true, ['2027-01-15', '2027-02-15', '2027-02-28'], 'Resort 27'],
  ['Showroom Milan', 'MILAN', 'managed', false, ['2027-02-01', '2027-02-28', '2027-03-15'], ''],
  ['Spring 27 Europe', 'SP27-EU', 'managed', false, ['2027-02-01', '2027-02-28', '2027-03-15'], 'Spring 27'],
  ['Spring 27 RTW', 'SP27', 'managed', false, ['2027-02-01', '2027-02-28', '2027-03-15'], 'Spring 27'],
  ['Agents only, Benelux and Scandinavia, reviewed by Dana', '', 'theirs', false, null, ''],
];

/** Two come, one goes; the new one gets its first styles. */
function changesOf(name: string, rows: readonly StyleRow[]): { add: StyleRow[]; remove: StyleRow[] } {
  const named = (...numbers: string[]) => rows.filter(({ number }) => numbers.includes(number));
  if (name === 'Core Essentials') return { add: named('TR-301'), remove: [] };
  if (name === 'Spring 27 RTW') return { add: named('TR-301', 'JS-093'), remove: named('SK-171') };
  if (name === 'Pre-Fall 27 MTO') return { add: rows.slice(30, 38), remove: [] };
  return { add: [], remove: [] };
}

export function linesheetRows(rows: readonly StyleRow[]): LinesheetRow[] {
  return sheets.map(([name, code, kind, isHidden, window, season]) => {
    const { add, remove } = changesOf(name, rows);
    const isChanged = add.length + remove.length > 0;
    return {
      key: name,
      name,
      code,
      isManaged: kind !== 'theirs',
      visibility: kind === 'new' ? 'not-in-joor' : isHidden ? 'hidden' : 'visible',
      state: kind === 'theirs' ? 'left-out' : isHidden ? 'needs-you' : isChanged ? 'to-send' : 'in-step',
      reason: isHidden
        ? {
            code: 'hidden',
            sentence: `Linesheet "${name}" isn't visible to buyers yet.`,
            nextStep: 'Publish it in JOOR.',
          }
        : {
            code: '',
            sentence: kind === 'theirs' ? 'Managed in JOOR. Seamline leaves it as it is.' : '',
            nextStep: '',
          },
      styles: kind === 'theirs' ? 24 : kind === 'new' ? 0 : rows.filter((row) => row.linesheets.includes(name)).length,
      toAdd: add.length,
      toRemove: remove.length,
      start: window?.[0] ?? null,
      complete: window?.[1] ?? null,
      cancel: window?.[2] ?? null,
      season,
      isMadeToOrder: code === 'MTO',
    };
  });
}

export function linesheetDetail(rows: readonly StyleRow[], key: string): LinesheetDetail {
  const [fallback] = linesheetRows(rows);
  const row = linesheetRows(rows).find((one) => one.key.toLowerCase() === key.toLowerCase()) ?? fallback;
  if (row === undefined) throw new Error('The gallery has no linesheet.');
  const { add, remove } = changesOf(row.name, rows);
  const member = ({ number, name }: StyleRow, change: LinesheetDetail['members'][number]['change']) => ({
    key: number,
    number,
    name,
    change,
  });
  const members = row.isManaged
    ? [
        ...add.map((one) => member(one, 'add')),
        ...remove.map((one) => member(one, 'remove')),
        ...rows
          .filter((one) => one.linesheets.includes(row.name) && !remove.includes(one))
          .map((one, index) => member(one, index === 3 ? 'by-hand' : 'in')),
      ]
    : rows.slice(40, 64).map((one) => member(one, 'by-hand'));
  return { ...row, members };
}
