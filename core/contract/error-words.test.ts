import { describe, expect, it } from 'vitest';
import { errorCodes, SeamlineError } from '../base/errors.ts';
import { errorButtons, errorView, keptErrorView } from './error-words.ts';
import { errorViewSchema } from './errors.ts';

describe('the error table', () => {
  it.each(errorCodes)('has scope, action and label for %s', (code) => {
    const view = errorViewSchema.parse(
      errorView(new SeamlineError(code, { sentence: 'It is so.', nextStep: 'Do it.' })),
    );
    expect(view.code).toBe(code);
    expect(['item', 'run', 'account']).toContain(view.scope);
    expect(view.actionLabel === '').toBe(view.action === 'none');
    // Plain words: no code, no "please", nothing that apologises.
    expect(view.actionLabel).not.toMatch(/please|oops|successfully|!/i);
  });

  it('has no entry for a code that is gone', () => {
    expect(Object.keys(errorButtons).sort()).toEqual([...errorCodes].sort());
  });

  it('keeps the words of an error that an older Seamline wrote under a code that is gone', () => {
    expect(keptErrorView({ code: 'never-heard-of', sentence: 'It broke.', nextStep: 'Run again.' })).toMatchObject({
      code: 'internal',
      sentence: 'It broke.',
      nextStep: 'Run again.',
      action: 'save-report',
    });
  });
});
