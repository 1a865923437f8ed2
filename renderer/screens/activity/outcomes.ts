// How a run ended, as icon, colour and words.
import type { RunReport } from '../../../core/contract/run-report.ts';
import type { ColourRole } from '../../../core/contract/words.ts';
import type { IconName } from '../../ui/icon.tsx';

export const outcomes: Readonly<Record<RunReport['outcome'], readonly [IconName, ColourRole, string]>> = {
  good: ['circle-check', 'ok', 'Finished'],
  'needs-you': ['circle-check', 'ok', 'Finished. What needs you stands on Home'],
  failed: ['alert-octagon-filled', 'bad', 'Failed'],
  stopped: ['player-stop', 'text2', 'Stopped'],
};
