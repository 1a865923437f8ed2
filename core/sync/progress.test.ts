import { describe, expect, it } from 'vitest';
import { instantOf } from '../base/dates.ts';
import { manualClock } from '../base/node/clock.ts';
import { progressSchema, type Progress } from '../contract/progress.ts';
import { watchProgress } from './progress.ts';

const start = Date.parse('2026-11-23T01:00:00.000Z');

function watch(creditTime: (requests: number, credits: number) => number = () => 0) {
  const clock = manualClock(start);
  const told: Progress[] = [];
  const source = watchProgress({ id: 'r1', kind: 'sync' }, clock, creditTime, (progress) => {
    progressSchema.parse(progress);
    told.push(progress);
  });
  return { clock, told, source };
}

describe('the progress of a run', () => {
  it('tells each phase and activity at once, with nothing done yet', () => {
    const { source, told } = watch();
    source.begin('read-cin7', 'products', null);
    source.begin('products', 'new styles', 40);
    expect(
      told.map(({ phase, activity, done, total, etaSeconds }) => [phase, activity, done, total, etaSeconds]),
    ).toEqual([
      ['read-cin7', 'products', 0, null, null],
      ['products', 'new styles', 0, 40, null],
    ]);
  });

  it('tells at most ten steps a second, and always knows the present one', () => {
    const { source, told } = watch();
    source.begin('stock', 'comparing', 1_000);
    const began = performance.now();
    for (let done = 1; done <= 1_000; done += 1) source.advance(done);
    const spans = Math.floor((performance.now() - began) / 100);
    expect(told.length - 1).toBeLessThanOrEqual(spans + 1);
    expect(source.current()).toMatchObject({ done: 1_000, total: 1_000 });
  });

  it('estimates the time left from the pace so far', () => {
    const { source, clock, told } = watch();
    source.begin('stock', 'comparing', 100);
    clock.advance(10_000);
    source.advance(25);
    source.wait('joor', start + 60_000);
    expect(told.at(-1)?.etaSeconds).toBe(30);
    source.advance(100);
    source.wait('joor', null);
    expect(told.at(-1)?.etaSeconds).toBeNull();
  });

  it('goes on with an activity that something else interrupted: what was done stays done, at the pace so far', () => {
    const { source, clock, told } = watch();
    source.begin('orders', 'exporting', 24);
    clock.advance(20_000);
    source.begin('orders', 'free stock of Sydney DC', null);
    source.begin('orders', 'exporting', 24, 4);
    expect(told.at(-1)).toMatchObject({ activity: 'exporting', done: 4, total: 24, etaSeconds: 100 });
  });

  it("estimates no shorter than JOOR's credits allow, even before anything is done", () => {
    const { source, told } = watch((requests, credits) => requests * credits * 1_000);
    source.begin('products', 'new styles', 100);
    source.expect(60, 5);
    source.wait('joor', start + 60_000);
    expect(told.at(-1)?.etaSeconds).toBe(300);
    source.begin('products', 'new SKUs', 100);
    expect(told.at(-1)?.etaSeconds).toBeNull();
  });

  it('keeps quiet about an unknown total', () => {
    const { source, clock, told } = watch();
    source.begin('read-cin7', 'products', null);
    clock.advance(5_000);
    source.advance(10);
    source.wait('cin7', start + 60_000);
    expect(told.at(-1)).toMatchObject({ done: 10, total: null, etaSeconds: null });
    source.advance(20, 40);
    expect(source.current().total).toBe(40);
  });

  it('tells only waits that a person would notice, and when they are over', () => {
    const { source, told } = watch();
    source.wait('cin7', start + 1_200);
    source.wait('cin7', null);
    expect(told).toEqual([]);
    source.wait('joor', start + 200_000);
    source.wait('joor', null);
    expect(told.map(({ waitingFor }) => waitingFor)).toEqual([
      { api: 'joor', until: instantOf(start + 200_000) },
      null,
    ]);
  });

  it("one API's short pause does not hide the other's long wait", () => {
    const { source } = watch();
    source.wait('joor', start + 200_000);
    source.wait('cin7', start + 1_200);
    source.wait('cin7', null);
    expect(source.current().waitingFor).toMatchObject({ api: 'joor' });
  });

  it('hands out copies that nobody can change', () => {
    const { source, told } = watch();
    source.begin('connect', '', null);
    Object.assign(told[0] ?? {}, { done: 99 });
    Object.assign(source.current(), { done: 99 });
    expect(source.current().done).toBe(0);
  });
});
