// What needed you before and no longer does: how long it stood, when it was settled.
import { span } from '../../format/durations.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './history.module.css';
import { subjectIcon } from './needs-you.tsx';

export function History() {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  const { attention } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('attention.history', {}, attention);
  const formats = useFormats();
  return (
    <Dialog
      title="What needed you"
      subtitle="Settled by itself or by you; newest first."
      onClose={closeOver}
      footer={
        <>
          <FooterGap />
          <Button onClick={closeOver}>Close</Button>
        </>
      }
    >
      {error !== null && <ErrorCard error={error} onAction={reload} />}
      {data === null && error === null && <LoadingRows count={4} height={46} />}
      {data?.length === 0 && (
        <Empty icon="clock" title="Nothing was settled yet">
          What needed you and no longer does appears here.
        </Empty>
      )}
      <ul>
        {data?.map((item) => (
          <li key={`${item.key}/${item.since}`} className={styles.item}>
            <Icon name={subjectIcon(item)} colour="text2" />
            <div className={styles.text}>
              <h3 className={styles.title}>{item.title}</h3>
              <p className={styles.reason}>{item.reason}</p>
            </div>
            {item.resolvedAt !== null && (
              <p className={styles.when} title={formats.exact(item.resolvedAt)}>
                Settled {formats.when(item.resolvedAt)}
                <br />
                after {span((Date.parse(item.resolvedAt) - Date.parse(item.since)) / 1000)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
