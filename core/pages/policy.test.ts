import { describe, expect, it } from 'vitest';
import { pageHeaders } from './policy.ts';

const refused = (platform: NodeJS.Platform) => pageHeaders('n', platform)['permissions-policy']?.split(', ');

describe('what a page may not use', () => {
  it('is every device and place, with Bluetooth where the browser has it', () => {
    const everywhere = [
      'camera=()',
      'microphone=()',
      'geolocation=()',
      'display-capture=()',
      'usb=()',
      'serial=()',
      'hid=()',
    ];
    expect(refused('win32')).toEqual([...everywhere, 'bluetooth=()']);
    expect(refused('darwin')).toEqual([...everywhere, 'bluetooth=()']);
    expect(refused('linux')).toEqual(everywhere);
  });
});
