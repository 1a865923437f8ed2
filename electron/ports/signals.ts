// What the computer tells the schedule: it woke up, its network came or went (RUN-8). The events are hints; due times are kept
// as instants and looked at anyway.
import { net, powerMonitor } from 'electron';
import type { ComputerSignal } from '../../core/app.ts';
import { everyMilliseconds } from '../../core/base/node/clock.ts';

const lookEvery = 5_000;

/** Calls the listener with each signal until the returned function is called. */
export function computerSignals(listener: (signal: ComputerSignal) => void): () => void {
  const wake = () => listener('wake');
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  let wasOnline = net.isOnline();
  const stopLooking = everyMilliseconds(lookEvery, () => {
    const isOnline = net.isOnline();
    if (isOnline !== wasOnline) listener(isOnline ? 'online' : 'offline');
    wasOnline = isOnline;
  });
  return () => {
    powerMonitor.off('resume', wake);
    powerMonitor.off('unlock-screen', wake);
    stopLooking();
  };
}
