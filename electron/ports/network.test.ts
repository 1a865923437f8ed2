import { describe, expect, it } from 'vitest';
import { systemNetwork } from './network.ts';

const answering = (answer: string) => ({ resolveProxy: async () => answer });

describe('the way to the internet', () => {
  it.each([
    ['DIRECT', [null]],
    ['PROXY proxy.example:8080', ['http://proxy.example:8080']],
    ['HTTPS proxy.example:443; DIRECT', ['https://proxy.example:443', null]],
    ['DIRECT; PROXY proxy.example:8080', [null, 'http://proxy.example:8080']],
    ['', [null]],
  ])('is every way of the system’s answer, in its order: %s', async (answer, ways) => {
    expect(await systemNetwork(answering(answer), {}).waysTo('https://api.jooraccess.com')).toEqual(ways);
  });

  it('goes by the usual variables first, which can carry a login', async () => {
    const network = systemNetwork(answering('PROXY proxy.example:8080'), {
      HTTPS_PROXY: 'http://me:secret@own.example:1',
    });
    expect(await network.waysTo('https://api.jooraccess.com')).toEqual(['http://me:secret@own.example:1']);
  });
});
