import { describe, expect, it } from 'vitest';
import { readFlags } from './flags.ts';

describe('the flags of the app', () => {
  it('are read from among those of Chromium and of nobody', () => {
    expect(readFlags(['.', '--remote-debugging-port=0', '--profile', '/tmp/p', '--hidden', '--exec=evil'])).toEqual({
      profile: '/tmp/p',
      isHidden: true,
    });
    expect(readFlags(['--profile=/tmp/p'])).toEqual({ profile: '/tmp/p', isHidden: false });
    expect(readFlags(['--profile'])).toEqual({ profile: undefined, isHidden: false });
    expect(readFlags([])).toEqual({ profile: undefined, isHidden: false });
  });
});
