import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysOfPac } from './pac.ts';

describe("a proxy script's answer", () => {
  it.each([
    ['DIRECT', [null]],
    ['PROXY office.example:8080', ['http://office.example:8080']],
    ['PROXY a.example:8080; PROXY b.example:8080; DIRECT', ['http://a.example:8080', 'http://b.example:8080', null]],
    ['  https secure.example:443 ;direct', ['https://secure.example:443', null]],
    ['SOCKS5 old.example:1080; DIRECT', ['socks5://old.example:1080', null]],
    ['PROXY a.example:1; PROXY a.example:1', ['http://a.example:1']],
    ['', [null]],
    ['PROXY', [null]],
    ['TUNNEL a.example:1', [null]],
  ])('%j means %j', (answer, ways) => {
    expect(waysOfPac(answer)).toEqual(ways);
  });

  it('always names a way', () => {
    assert(
      property(string(), (answer) => {
        expect(waysOfPac(answer).length).toBeGreaterThan(0);
      }),
    );
  });
});
