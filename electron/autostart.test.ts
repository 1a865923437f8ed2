import { describe, expect, it } from 'vitest';
import { autostartEntry } from './autostart.ts';

const exec = (...command: string[]) => /^Exec=(.*)$/m.exec(autostartEntry(command))?.[1];

describe('the entry that starts Seamline at sign-in', () => {
  it('names the program and its arguments, each as one', () => {
    expect(exec('/opt/Seamline/seamline', '--profile', '/home/a b/p', '--hidden')).toBe(
      '"/opt/Seamline/seamline" "--profile" "/home/a b/p" "--hidden"',
    );
  });

  it('SEC-2: takes a path as a path, whatever stands in it', () => {
    expect(exec('/a/$HOME`x`"y"', '100%')).toBe(
      String.raw`"/a/\\$HOME\\` + '`x' + String.raw`\\` + '`' + String.raw`\\"y\\"" "100%%"`,
    );
    expect(exec(String.raw`a\b`)).toBe(String.raw`"a\\\\b"`);
  });
});
