// Which cases are played: a tenth of them, chosen by a seed; all of them for `npm run test:faults`; or the one whose
// recipe stands in FAULT_CASE. And how a case is told: by its recipe, which plays it again alone.
import { expect, test } from 'vitest';
import { hashText } from '../../core/base/hash.ts';
import type { Finding } from './finding.ts';

export interface Case {
  /** `course/fault@place`: the same words always mean the same case. */
  readonly recipe: string;
  /** What it is about, for people. */
  readonly about: string;
  readonly play: () => Promise<readonly Finding[]>;
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a fault case found, for the summary. */
    faults?: { readonly tried: number; readonly lost: number; readonly doubled: number };
  }
}

const only = process.env['FAULT_CASE'] ?? '';
const seed = process.env['FAULT_SEED'] ?? '1';
const isEverything = process.env['MODE'] === 'every-fault';

/** Registers the chosen cases as tests. */
export function playCases(cases: readonly Case[]): void {
  test.for(cases.filter(isChosen))('$recipe $about', async ({ recipe, play }, context) => {
    context.task.meta.faults = { tried: 1, lost: 0, doubled: 0 };
    const found = await play();
    const count = (kind: Finding['kind']) => found.filter((finding) => finding.kind === kind).length;
    context.task.meta.faults = { tried: 1, lost: count('lost'), doubled: count('doubled') };
    const sentences = found.map(({ kind, sentence }) => `${kind}: ${sentence}`);
    expect(sentences, `play it alone with FAULT_CASE='${recipe}' npm run test:faults`).toEqual([]);
  });
}

function isChosen({ recipe }: Case): boolean {
  if (only !== '') return recipe === only;
  if (isEverything) return true;
  return Number.parseInt(hashText(`${seed} ${recipe}`).slice(0, 8), 16) % 10 === 0;
}
