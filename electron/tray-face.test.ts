import { describe, expect, it } from 'vitest';
import type { AppStore, RunStore } from '../core/contract/stores.ts';
import { trayFace } from './tray-face.ts';

const connection = { state: 'connected', name: '', tag: '', secrets: {}, checkedAt: null, error: null } as const;
const calm: AppStore = {
  version: '0.1.0',
  host: 'desktop',
  stage: 'ready',
  blockedBy: null,
  setUpStep: 'done',
  profile: { name: 'Default', isPractice: false },
  realm: 'live',
  company: null,
  keychain: 'ok',
  cin7: connection,
  joor: connection,
  flows: [],
  budgets: [],
  schedule: { everyMinutes: 60, isPaused: false, nextDueAt: null, stoppedBy: null },
  lastSuccessAt: null,
  answer: { sentence: '', detail: '', isAllInStep: true },
  proof: [],
  needsYou: { total: 0, styles: 0, orders: 0, customers: 0 },
  week: [],
  opens: [],
  sleeps: [],
};
const waiting: AppStore = { ...calm, needsYou: { total: 2, styles: 1, orders: 1, customers: 0 } };
const paused: AppStore = { ...calm, schedule: { ...calm.schedule, isPaused: true } };
const offline: AppStore = { ...calm, joor: { ...connection, state: 'unreachable' } };
const resting: RunStore = { isLeaving: false, current: null, last: null };
const running: RunStore = {
  isLeaving: false,
  current: {
    id: 'run-1',
    kind: 'sync',
    phase: 'products',
    activity: '',
    done: 0,
    total: null,
    etaSeconds: null,
    waitingFor: null,
    startedAt: '2026-11-23T02:00:00Z',
    startedBy: 'timer',
    phases: [],
    isStopping: false,
    canStop: true,
  },
  last: null,
};

describe('the face of the tray', () => {
  it('is idle until something is known, and while nothing happens', () => {
    expect([trayFace(null, null), trayFace(calm, resting)]).toEqual(['idle', 'idle']);
  });

  it('shows a run', () => {
    expect(trayFace(calm, running)).toBe('syncing');
  });

  it('puts a person’s tasks first, then the pause, then the network, then the run', () => {
    expect(trayFace({ ...waiting, schedule: paused.schedule, joor: offline.joor }, running)).toBe('attention');
    expect(trayFace({ ...paused, joor: offline.joor }, running)).toBe('paused');
    expect(trayFace(offline, running)).toBe('offline');
  });
});
