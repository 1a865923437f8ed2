// One query as a screen uses it: asked when its input or revision changes, the last answer kept on screen meanwhile, an answer
// that comes too late dropped.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorView } from '../../core/contract/errors.ts';
import type { QueryInput, QueryName, QueryOutput } from '../../core/contract/queries.ts';
import { viewOf } from './client.ts';
import { useClient } from './host.tsx';

export interface Asked<Data> {
  /** The last answer to this very input, null until it came. */
  readonly data: Data | null;
  readonly error: ErrorView | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface Held<Data> {
  readonly key: string;
  readonly data: Data | null;
  readonly error: ErrorView | null;
}

/** Asks the query; null as its input asks nothing. `revision` is what makes it ask again. */
export function useQuery<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name> | null,
  revision: number | string = 0,
): Asked<QueryOutput<Name>> {
  const client = useClient();
  const [held, setHeld] = useState<Held<QueryOutput<Name>> | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [turn, setTurn] = useState(0);
  // An equal input isn't asked for again: the effect follows its text, and asks what the text stands for.
  const key = input === null ? '' : JSON.stringify([name, input]);
  const question = useRef(input);
  question.current = input;
  useEffect(() => {
    if (question.current === null) return undefined;
    const asked = question.current;
    let isWanted = true;
    const ask = async () => {
      setLoading(true);
      try {
        const data = await client.query(name, asked);
        if (isWanted) setHeld({ key, data, error: null });
      } catch (error) {
        if (isWanted) setHeld((last) => ({ key, data: last?.key === key ? last.data : null, error: viewOf(error) }));
      } finally {
        if (isWanted) setLoading(false);
      }
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [client, name, key, revision, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const current = held !== null && held.key === key ? held : null;
  return {
    data: current?.data ?? null,
    error: current?.error ?? null,
    isLoading: isLoading || (current === null && key !== ''),
    reload,
  };
}
