import { describe, expect, it } from 'vitest';
import type { RunStore } from '../../../core/contract/stores.ts';
import { hear, type Heard } from './heard.ts';

const now = Date.parse('2026-11-23T03:20:00.000Z');
type Current = NonNullable<RunStore['current']>;

const current = (change: Partial<Current> = {}): Current => ({
  id: 'run-1',
  kind: 'sync',
  phase: 'orders',
  activity: 'exporting',
  done: 0,
  total: 24,
  etaSeconds: null,
  waitingFor: null,
  startedAt: '2026-11-23T03:19:00.000Z',
  startedBy: 'person',
  phases: [],
  isStopping: false,
  canStop: true,
  ...change,
});
const waiting = { api: 'cin7', until: '2026-11-23T03:21:00.000Z' } as const;
const ended = (runId: string, change: Partial<NonNullable<RunStore['last']>> = {}): RunStore => ({
  isLeaving: false,
  current: null,
  last: {
    runId,
    kind: 'sync',
    startedAt: null,
    startedBy: 'person',
    endedAt: '2026-11-23T03:25:00.000Z',
    outcome: 'good',
    phases: [],
    sentence: '12 changes sent.',
    detail: '',
    ...change,
  },
});
const goesOn = (change: Partial<Current>): RunStore => ({
  isLeaving: false,
  current: current(change),
  last: null,
});

/** What is newly said over these snapshots of the run store. */
function said(...snapshots: RunStore[]): string[] {
  let heard: Heard | null = null;
  const words: string[] = [];
  for (const snapshot of snapshots) {
    const next = hear(heard, snapshot, now);
    if (next.words !== '' && next.words !== heard?.words) words.push(next.words);
    heard = next;
  }
  return words;
}

describe('what is heard of a run', () => {
  it('says nothing about what stood there when the window opened', () => {
    expect(said(ended('run-0'), ended('run-0'))).toEqual([]);
    expect(said(goesOn({}))).toEqual([]);
  });

  it('says each phase and the first wait in it, once, and no numbers on the way', () => {
    expect(
      said(
        ended('run-0'),
        goesOn({ phase: 'connect' }),
        goesOn({ done: 1 }),
        goesOn({ done: 7, waitingFor: waiting }),
        goesOn({ done: 8 }),
        goesOn({ done: 15, waitingFor: waiting }),
        goesOn({ phase: 'products', waitingFor: { api: 'joor', until: waiting.until } }),
        goesOn({ phase: 'products', waitingFor: { api: 'joor', until: waiting.until } }),
        ended('run-1'),
        ended('run-1'),
      ),
    ).toEqual([
      'Checking both connections',
      'Bringing orders into Cin7',
      'Waiting for Cin7’s limit',
      'Sending products to JOOR',
      'Waiting for JOOR’s limit',
      'Last run finished. 12 changes sent.',
    ]);
  });

  it('says that a run stops, and that it has', () => {
    expect(
      said(
        goesOn({}),
        goesOn({ isStopping: true }),
        goesOn({ isStopping: true, done: 3 }),
        ended('run-1', { outcome: 'stopped', sentence: 'The run was stopped. What was done is kept.' }),
      ),
    ).toEqual(['Stopping. What was sent stays sent.', 'Run stopped. The run was stopped. What was done is kept.']);
  });
});
