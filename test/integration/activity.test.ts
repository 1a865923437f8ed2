// Activity: what happened, found again from what runs left in the ledger.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { QueryOutput } from '../../core/contract/queries.ts';
import { syncedWorld } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';

/** A brand after a sync, a run with nothing to do and a dry run; the screen over it, and the files that it saved. */
async function history() {
  const world = await syncedWorld();
  await world.sync();
  world.practice.cin7.edits.changeProduct({ sku: 'SH-102-WHT-M', changes: { tags: 'Collection_Resort 27' } });
  await world.sync({ isDryRun: true });
  const files: { readonly name: string; readonly text: string }[] = [];
  const screen = await openScreen(world, {
    saveFile(file) {
      files.push(file);
      return Promise.resolve(true);
    },
  });
  onTestFinished(() => screen.close());
  const open = (change: { filter?: 'changed' | 'failed' | 'stopped' | 'dry-run'; search?: string } = {}) =>
    screen.query('runs.open', { filter: change.filter ?? null, search: change.search ?? '' });
  const [first = ''] = (await open({ filter: 'changed' })).ids;
  return { world, screen, files, open, first };
}

describe('what happened', () => {
  it('lists runs by what came of them, each with its sentence, and counts every filter', async () => {
    const { screen, open } = await history();
    const all = await open();
    expect(all).toMatchObject({ all: 3, total: 3, counts: { changed: 1, failed: 0, stopped: 0, 'dry-run': 1 } });
    const rows = await screen.query('runs.rows', { ids: all.ids });
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual(
      all.ids.map((id, index) => [id, index === 0 ? 'dry-run' : 'sync']),
    );
    expect(rows[2]?.sentence).toMatch(/changes sent\./);
    expect(rows[1]?.sentence).toMatch(/^Nothing had changed\./);
    expect((await open({ filter: 'dry-run' })).ids).toEqual([all.ids[0]]);
  });

  it('finds the runs that changed a style or wrote an order, and none for what nobody touched', async () => {
    const { screen, open, first } = await history();
    const orders = await screen.query('orders.open', { states: ['in-cin7'], search: '', sort: null });
    expect((await open({ search: 'sh-102' })).ids).toEqual([first]);
    expect((await open({ search: orders.ids[0] ?? 'none' })).ids).toContain(first);
    expect(await open({ search: 'ZZ-999' })).toMatchObject({ all: 0, ids: [] });
  });

  it('tells what a run changed, subject by subject, and saves exactly that', async () => {
    const { screen, files, first } = await history();
    const changes = await screen.query('runs.changes', { runId: first, search: 'SH-102' });
    expect(changes).toMatchObject({ total: 1, isKept: true });
    expect(changes.subjects[0]).toMatchObject({ kind: 'style', label: 'SH-102' });
    expect(changes.subjects[0]?.lines.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['1 style created', expect.stringMatching(/^\d+ SKUs created$/)]),
    );
    const all = await screen.query('runs.changes', { runId: first, search: '' });
    expect(new Set(all.subjects.map(({ kind }) => kind))).toEqual(new Set(['order', 'style', 'linesheet']));
    await screen.command('artifacts.save', { kind: 'run-changes-csv', queryId: changes.queryId });
    const [head, ...lines] = files[0]?.text.trim().split('\r\n') ?? [];
    expect(head).toContain('Kind,Number,Name,What,Why');
    expect(lines).toHaveLength(changes.subjects[0]?.lines.length ?? 0);
    const { queryId } = await screen.query('runs.open', { filter: 'dry-run', search: '' });
    await screen.command('artifacts.save', { kind: 'runs-csv', queryId });
    expect(files[1]?.text.trim().split('\r\n')).toHaveLength(2);
  });

  it('SEC-1: shows what a run asked and was answered, without a secret', async () => {
    const { world, screen, first } = await history();
    const { cin7, joor } = world.practice;
    let before: number | null = null;
    let text = '';
    const seen: number[] = [];
    for (;;) {
      const page: QueryOutput<'runs.requests'> = await screen.query('runs.requests', { runId: first, before });
      for (const { id } of page.requests) {
        seen.push(id);
        text += JSON.stringify(await screen.query('runs.request', { id }));
      }
      text += JSON.stringify(page.requests);
      if (!page.hasMore) break;
      before = page.requests.at(-1)?.id ?? 0;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(text).toContain('bulk-inventory');
    for (const secret of [cin7.applicationKey, joor.token, joor.password, joor.clientSecret])
      expect(text).not.toContain(secret);
    await expect(screen.query('runs.request', { id: 99_999_999 })).rejects.toThrow('not-found');
  });
});
