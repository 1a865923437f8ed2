import { describe, expect, it } from 'vitest';
import { systemNetwork } from './network.ts';

const answering = (answer: string) => ({ resolveProxy: async () => answer });

describe('the way to the internet', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
    ['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
    ['SOCKS5 proxy.example:1080; PROXY other.example:3128', 'http://other.example:3128'],
    ['DIRECT; PROXY proxy.example:8080', null],
    ['', null],
  ])('is the first of the system’s answer that can be used: %s', async (answer, proxy) => {
    expect(await systemNetwork(answering(answer), {}).proxyFor('https://api.jooraccess.com')).toBe(proxy);
  });

  it('goes by the usual variables first, which can carry a login', async () => {
    const network = systemNetwork(answering('PROXY proxy.example:8080'), {
      HTTPS_PROXY: 'http://me:secret@own.example:1',
    });
    expect(await network.proxyFor('https://api.jooraccess.com')).toBe('http://me:secret@own.example:1');
  });
});
