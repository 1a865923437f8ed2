// What happened to a style: what was sent when, what was held or refused, since when it needs somebody.
import type { StyleEvent } from '../../../core/contract/styles.ts';
import type { ColourRole } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { TextLink } from '../../ui/button.tsx';
import styles from './history.module.css';

const icons: Readonly<Record<StyleEvent['kind'], readonly [IconName, ColourRole]>> = {
  sent: ['circle-arrow-up', 'text2'],
  held: ['alert-circle-filled', 'warnFill'],
  refused: ['alert-circle-filled', 'warnFill'],
  unclear: ['progress-help', 'accent'],
  linked: ['circle-check', 'ok'],
  'needs-you': ['alert-circle-filled', 'warnFill'],
  decided: ['user-question', 'text2'],
};

export function StyleHistory({ styleKey }: { readonly styleKey: string }) {
  const { styles: revision, runs } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('styles.history', { key: styleKey }, `${revision}/${runs}`);
  const formats = useFormats();
  const openRun = useNavigation((navigation) => navigation.openRun);
  if (error !== null) return <ErrorCard error={error} onAction={reload} />;
  if (data === null) return <LoadingRows count={6} height={40} />;
  if (data.length === 0) return <p className={styles.none}>Nothing was sent, held or decided yet.</p>;
  return (
    <ol className={styles.events}>
      {data.map((event) => {
        const [icon, colour] = icons[event.kind];
        const { runId } = event;
        return (
          <li key={`${event.at} ${event.kind} ${event.sentence}`} className={styles.event}>
            <Icon name={icon} size={14} colour={colour} />
            <span className={styles.sentence}>
              {event.kind === 'needs-you' && <b className={styles.needs}>Needs you. </b>}
              {event.sentence}
            </span>
            <time className={styles.time} dateTime={event.at} title={formats.exact(event.at)}>
              {runId === null ? (
                formats.short(event.at)
              ) : (
                <TextLink aria-label={`Show the run of ${formats.when(event.at)}`} onClick={() => openRun(runId)}>
                  {formats.short(event.at)}
                </TextLink>
              )}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
