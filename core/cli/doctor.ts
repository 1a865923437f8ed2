// doctor's report as a person reads it: the answer first, then the checks by what they concern, each failure with its
// next step under it.
import { count } from '../base/text.ts';
import { checkGroups, type Check, type CheckGroup, type CheckId, type DoctorReport } from '../contract/checks.ts';
import { wrap, type Paint } from './style.ts';

const groupTitles: Readonly<Record<CheckGroup, string>> = {
  computer: 'This computer',
  cin7: 'Cin7 Core',
  joor: 'JOOR',
};

const labels: Readonly<Record<CheckId, string>> = {
  names: 'Names',
  proxy: 'Proxy',
  'proxy-login': 'Proxy login',
  tls: 'TLS',
  clock: 'Clock',
  'cin7-answers': 'Answers',
  'cin7-key': 'Key',
  'cin7-company': 'Company',
  'joor-answers': 'Answers',
  'joor-environment': 'Environment',
  'joor-token': 'v2 token',
  'joor-sign-in': 'Login',
  'joor-account': 'Account',
};

const labelWidth = Math.max(...Object.values(labels).map(({ length }) => length));
const textWidth = 84;

/** The lines of a report. */
export function doctorLines({ checks }: DoctorReport, paint: Paint): string[] {
  const wrong = checks.filter(({ ok }) => ok === false).length;
  const open = checks.filter(({ ok }) => ok === null).length;
  return [
    paint.bold(answer(wrong, open)),
    ...checkGroups.flatMap((group) => [
      '',
      paint.bold(groupTitles[group]),
      ...checks.filter((check) => check.group === group).flatMap((check) => checkLines(check, paint)),
    ]),
  ];
}

function answer(wrong: number, open: number): string {
  if (wrong > 0) return `${count(wrong, 'thing has', 'things have')} to be put right.`;
  return open > 0 ? `Nothing is wrong, but ${count(open, 'thing', 'things')} couldn't be looked at.` : 'All is well.';
}

function checkLines({ id, ok, sentence, nextStep }: Check, paint: Paint): string[] {
  const mark = ok === null ? paint.dim('-') : ok ? paint.good('✓') : paint.bad('✗');
  const indent = ' '.repeat(labelWidth + 6);
  const [first = '', ...rest] = wrap(sentence, textWidth);
  return [
    `  ${mark} ${labels[id].padEnd(labelWidth)}  ${ok === null ? paint.dim(first) : first}`,
    ...rest.map((line) => `${indent}${line}`),
    ...(nextStep === '' ? [] : wrap(nextStep, textWidth).map((line) => paint.bold(`${indent}${line}`))),
  ];
}
