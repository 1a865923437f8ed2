import { describe, expect, it } from 'vitest';
import { customerStates, flowNames, orderStates, styleStates } from '../model/standing.ts';
import { countNames } from './run-report.ts';
import { flowModes } from './stores.ts';
import { countWords, customerWords, flowModeWords, flowWords, orderWords, styleWords } from './words.ts';

describe('the state table', () => {
  it('has every state in the order in which it is shown, and nothing else', () => {
    expect(Object.keys(styleWords)).toEqual([...styleStates]);
    expect(Object.keys(orderWords)).toEqual([...orderStates]);
    expect(Object.keys(customerWords)).toEqual([...customerStates]);
    expect(Object.keys(flowModeWords)).toEqual([...flowModes]);
    expect(Object.keys(flowWords)).toEqual([...flowNames]);
  });

  it.each([
    ['styles', styleWords],
    ['orders', orderWords],
    ['customers', customerWords],
  ])('tells the states of %s apart by word and by icon, not by colour alone', (_of, words) => {
    const states = Object.values(words);
    expect(new Set(states.map(({ label }) => label)).size).toBe(states.length);
    expect(new Set(states.map(({ icon }) => icon)).size).toBe(states.length);
  });

  it('is amber where a person is needed, and only there', () => {
    const states = [styleWords, orderWords, customerWords, flowModeWords].flatMap((words) => Object.values(words));
    expect(states.filter(({ labelColour }) => labelColour === 'warn')).toEqual(
      states.filter(({ needsPerson }) => needsPerson),
    );
    expect(states.filter(({ needsPerson }) => needsPerson)).toHaveLength(3);
  });
});

describe('counts in words', () => {
  it.each(countNames)('%s reads as what was done, and as what is to do', (name) => {
    for (const isDryRun of [true, false]) expect(countWords(name, 2, isDryRun)).not.toMatch(/[{}]|undefined/);
  });

  it('say one and many, done and to do', () => {
    expect(countWords('stylesCreated', 1, false)).toBe('1 style created');
    expect(countWords('stylesCreated', 1_400, true)).toBe('1,400 styles to create');
  });
});
