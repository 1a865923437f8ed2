// A long list: opened once with its filter and order (all ids, counts of every state), its rows asked for as they come into
// view. When its revision grows it is opened anew; rows stay on screen until the newer ones came.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorView } from '../../core/contract/errors.ts';
import type { QueryInput, QueryOutput } from '../../core/contract/queries.ts';
import { viewOf, type Client } from './client.ts';
import { useClient } from './host.tsx';

/** What every opened list tells, whatever it lists. */
interface Opened {
  readonly queryId: string;
  readonly total: number;
  readonly ids: readonly string[];
}

/** How one kind of list is opened and read. */
interface ListSource<Input, Answer extends Opened, Row> {
  readonly open: (client: Client, input: Input) => Promise<Answer>;
  readonly rows: (client: Client, ids: string[]) => Promise<Row[]>;
  readonly idOf: (row: Row) => string;
}

export const orderList: ListSource<
  QueryInput<'orders.open'>,
  QueryOutput<'orders.open'>,
  QueryOutput<'orders.rows'>[number]
> = {
  open: (client, input) => client.query('orders.open', input),
  rows: (client, ids) => client.query('orders.rows', { ids }),
  idOf: ({ id }) => id,
};

export const styleList: ListSource<
  QueryInput<'styles.open'>,
  QueryOutput<'styles.open'>,
  QueryOutput<'styles.rows'>[number]
> = {
  open: (client, input) => client.query('styles.open', input),
  rows: (client, ids) => client.query('styles.rows', { ids }),
  idOf: ({ key }) => key,
};

export const changeList: ListSource<
  QueryInput<'changes.open'>,
  QueryOutput<'changes.open'>,
  QueryOutput<'changes.rows'>[number]
> = {
  open: (client, input) => client.query('changes.open', input),
  rows: (client, ids) => client.query('changes.rows', { ids }),
  idOf: ({ id }) => id,
};

export const runList: ListSource<
  QueryInput<'runs.open'>,
  QueryOutput<'runs.open'>,
  QueryOutput<'runs.rows'>[number]
> = {
  open: (client, input) => client.query('runs.open', input),
  rows: (client, ids) => client.query('runs.rows', { ids }),
  idOf: ({ id }) => id,
};

export interface List<Answer extends Opened, Row> {
  readonly opened: Answer | null;
  readonly error: ErrorView | null;
  readonly row: (id: string) => Row | undefined;
  /** Says which ids are in view; rows that aren't known, or are old, are asked for. */
  readonly want: (ids: readonly string[]) => void;
  /** The rows of these ids, wherever the list is scrolled; those that are gone are missing. */
  readonly read: (ids: readonly string[]) => Promise<Row[]>;
  readonly reload: () => void;
}

const mostAtOnce = 200;

/** The list of that source under this filter and order; `revision` makes it open anew. */
export function useList<Input, Answer extends Opened, Row>(
  source: ListSource<Input, Answer, Row>,
  input: Input,
  revision: number,
): List<Answer, Row> {
  const client = useClient();
  const [opened, setOpened] = useState<Answer | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const [turn, setTurn] = useState(0);
  const [, setVersion] = useState(0);
  const rows = useRef(new Map<string, Row>());
  const asked = useRef(new Map<string, string>());
  const question = useRef(input);
  question.current = input;
  // An equal input isn't opened again: the effect follows its text.
  const key = JSON.stringify(input);
  const edition = `${revision}/${turn}`;

  useEffect(() => {
    let isWanted = true;
    const open = async () => {
      try {
        const answer = await source.open(client, question.current);
        if (!isWanted) return;
        setError(null);
        setOpened(answer);
      } catch (failure) {
        if (isWanted) setError(viewOf(failure));
      }
    };
    void open();
    return () => {
      isWanted = false;
    };
  }, [client, source, key, edition]);

  const want = useCallback(
    (ids: readonly string[]) => {
      const missing = ids.filter((id) => asked.current.get(id) !== edition).slice(0, mostAtOnce);
      if (missing.length === 0) return;
      for (const id of missing) asked.current.set(id, edition);
      const read = async () => {
        try {
          for (const row of await source.rows(client, missing)) rows.current.set(source.idOf(row), row);
          setVersion((before) => before + 1);
        } catch (failure) {
          for (const id of missing) asked.current.delete(id);
          setError(viewOf(failure));
        }
      };
      void read();
    },
    [client, source, edition],
  );

  const read = useCallback(
    async (ids: readonly string[]) => {
      const missing = ids.filter((id) => !rows.current.has(id));
      for (let start = 0; start < missing.length; start += mostAtOnce)
        for (const one of await source.rows(client, missing.slice(start, start + mostAtOnce)))
          rows.current.set(source.idOf(one), one);
      return ids.flatMap((id) => rows.current.get(id) ?? []);
    },
    [client, source],
  );
  const row = useCallback((id: string) => rows.current.get(id), []);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { opened, error, row, want, read, reload };
}
