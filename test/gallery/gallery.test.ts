// The gallery tells one story: the same numbers on every screen, and nothing that this version can't do.
import { describe, expect, test } from 'vitest';
import { styleStates } from '../../core/model/standing.ts';
import { notBuilt } from '../../core/sync/modes.ts';
import { answersOver } from './answers.ts';
import { stores } from './data/stores.ts';

const answers = answersOver(512);

function opened() {
  const answer = answers['styles.open']({ states: [], cause: null, search: '', filters: [], sort: null });
  if (answer === 'never' || !('ids' in answer)) throw new Error('The gallery has no styles.');
  return answer;
}

describe('the gallery', () => {
  test('counts styles on Home, in the navigation and in Styles alike', () => {
    const { counts, skus, total } = opened();
    expect(styleStates.map((state) => counts[state])).toEqual([379, 14, 1, 6, 112]);
    expect([total, skus]).toEqual([512, 10_640]);
    const { answer, needsYou } = stores.app;
    expect(answer.sentence).toContain('379 of 400 styles');
    expect(answer.detail).toContain('6 styles and 2 orders need you. 14 styles to send, 1 sending.');
    expect(needsYou).toMatchObject({ styles: 6, orders: 2, total: stores.attention.open.length });
  });

  test('has a filter for every style that it counts', () => {
    const options = answers['styles.filters']({ states: [], cause: null, search: '', filters: [] });
    if (!Array.isArray(options)) throw new Error('The gallery has no filters.');
    expect(options.find(({ group }) => group === 'price')?.count).toBe(4);
    const causes = stores.attention.open.flatMap(({ kind, title, actions }) =>
      kind === 'style' ? actions.flatMap(({ does }) => (does.kind === 'go' ? { title, place: does.place } : [])) : [],
    );
    expect(causes.length).toBeGreaterThan(0);
    for (const { title, place } of causes) {
      const cause = place.to === 'styles' ? place.cause : null;
      const shown = answers['styles.open']({ states: [], cause, search: '', filters: [], sort: null });
      expect(shown).toMatchObject({ total: Number.parseInt(title, 10) });
    }
  });

  test('shows flows that aren’t built as the host does, and guards nowhere', () => {
    for (const flow of stores.app.flows.filter((one) => notBuilt.includes(one.flow)))
      expect(flow).toMatchObject({ mode: 'off', choices: ['off'], sentence: 'Not in this version yet' });
    const phases = new Map(stores.run.current?.phases.map(({ phase, state }) => [phase, state]));
    expect([phases.get('images'), phases.get('customers')]).toEqual(['left-out', 'left-out']);
    expect(stores.attention.open.filter(({ kind }) => kind === 'guard')).toEqual([]);
  });

  test('adds up its dry run', () => {
    const plan = answers['runs.plan']({ runId: null });
    if (plan === null || plan === 'never' || !('rows' in plan)) throw new Error('The gallery has no plan.');
    expect(plan.changes).toBe(plan.rows.reduce((sum, { toSend }) => sum + toSend, 0));
    expect(plan.cost.joorCredits).toBe(plan.rows.reduce((sum, { joorCredits }) => sum + joorCredits, 0));
    expect(plan.rows.map(({ flow }) => flow)).not.toContain('images');
  });
});
