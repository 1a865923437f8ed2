// What a run changed, subject by subject, and what it asked the accounts: requests as they were sent, without secrets.
import { useState } from 'react';
import type { ChangedSubject, RequestHead } from '../../../core/contract/activity.ts';
import type { RunReport } from '../../../core/contract/run-report.ts';
import { useFormats } from '../../state/format.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { TextField } from '../../ui/field.tsx';
import { DrawerPart } from '../../ui/grid/drawer.tsx';
import styles from './run-changes.module.css';

export function RunChanges({ run }: { readonly run: RunReport }) {
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery('runs.changes', { runId: run.id, search });
  const csv = useAction();
  if (data !== null && data.total === 0 && search === '' && data.isKept) return null;
  return (
    <DrawerPart
      title={run.kind === 'dry-run' ? 'What it would change' : 'What it changed'}
      count={data === null ? '' : formats.count(data.total)}
      aside={
        data !== null &&
        data.total > 0 && (
          <Button
            small
            look="quiet"
            icon="download"
            busy={csv.busy !== null}
            onClick={() => void csv.run('artifacts.save', { kind: 'run-changes-csv', queryId: data.queryId })}
          >
            CSV of these {formats.count(data.total)}
          </Button>
        )
      }
    >
      <ErrorLine error={error ?? csv.error} />
      {data?.isKept === false ? (
        <p className={styles.quiet}>What it changed is kept for the latest 30 runs only. Its counts stand above.</p>
      ) : (
        <TextField
          isLabelHidden
          label="Find a style, linesheet or order in this run"
          placeholder="Style, linesheet or order"
          value={search}
          onChange={setSearch}
        />
      )}
      <ul className={styles.subjects}>
        {data?.subjects.map((subject) => (
          <Subject key={`${subject.kind} ${subject.key}`} subject={subject} />
        ))}
      </ul>
      {data !== null && data.total === 0 && search !== '' && (
        <p className={styles.quiet}>Nothing in this run matches “{search}”.</p>
      )}
      {data !== null && data.total > data.subjects.length && (
        <p className={styles.quiet}>
          {formats.count(data.subjects.length)} of {formats.count(data.total)} are shown. Search, or take the CSV.
        </p>
      )}
    </DrawerPart>
  );
}

function Subject({ subject: { kind, key, label, name, lines } }: { readonly subject: ChangedSubject }) {
  const goTo = useNavigation((navigation) => navigation.goTo);
  const open = () =>
    kind === 'order'
      ? goTo({ to: 'orders', state: null, open: key })
      : goTo({ to: 'styles', state: null, cause: null, open: key });
  return (
    <li className={styles.subject}>
      <p className={styles.label}>
        {kind === 'linesheet' ? label : <TextLink onClick={open}>{label}</TextLink>}{' '}
        <span className={styles.name}>{name}</span>
      </p>
      {lines.map(({ words, problem, isDone }) => (
        <p key={words} className={cx(styles.words, !isDone && styles.open)}>
          {words}
          {problem !== '' && `. ${problem}`}
        </p>
      ))}
    </li>
  );
}

export function RunRequests({ runId }: { readonly runId: string }) {
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [before, setBefore] = useState<number | null>(null);
  const asked = useQuery('runs.requests', isOpen ? { runId, before } : null);
  const requests = asked.data?.requests ?? [];
  return (
    <DrawerPart
      title="Requests"
      aside={
        <Button small look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      }
    >
      <ErrorLine error={asked.error} />
      {isOpen && (
        <>
          {asked.data !== null && requests.length === 0 && (
            <p className={styles.quiet}>Its requests aren’t kept any more. Settings, This PC says for how long.</p>
          )}
          <ol className={styles.requests}>
            {requests.map((request) => (
              <Request key={request.id} request={request} />
            ))}
          </ol>
          {before !== null && (
            <Button small look="quiet" onClick={() => setBefore(null)}>
              Back to the latest
            </Button>
          )}
          {asked.data?.hasMore === true && (
            <Button small look="quiet" onClick={() => setBefore(requests.at(-1)?.id ?? null)}>
              Show {formats.count(requests.length)} earlier
            </Button>
          )}
        </>
      )}
    </DrawerPart>
  );
}

/** What the transport made of an answer; its other words say themselves. */
const outcomeWords: Readonly<Record<string, string>> = {
  use: 'taken',
  repeat: 'asked again',
  fail: 'refused',
  'wait-for-limit': 'limit reached',
};

function Request({ request }: { readonly request: RequestHead }) {
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { id, at, api, operation, method, address, status, outcome, milliseconds } = request;
  const text = useQuery('runs.request', isOpen ? { id } : null);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <time dateTime={at} title={formats.exact(at)}>
            {formats.clock(at)}
          </time>
          <b>
            {api === 'cin7' ? 'Cin7' : 'JOOR'}, {operation}
          </b>
          <span className="numbers">{status ?? 'no answer'}</span>
          <span>{outcomeWords[outcome] ?? outcome.replaceAll('-', ' ')}</span>
          <span className="numbers">{formats.count(milliseconds)} ms</span>
        </summary>
        <pre tabIndex={0} aria-label={`Request ${id}`}>
          {[`${method} ${address}`, text.data?.request ?? '', text.data?.response ?? text.error?.sentence ?? '']
            .filter((part) => part !== '')
            .join('\n\n')}
        </pre>
      </details>
    </li>
  );
}
