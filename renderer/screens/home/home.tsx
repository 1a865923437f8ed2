// Home answers two questions in this order: is everything in step, and what needs me. Every place has its final size from the
// start; the run card, the list and the week's line only change what they say.
import { titleText } from '../../format/titles.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { ErrorCard, ErrorLine } from '../../ui/cards.tsx';
import { useErrorAction } from '../frame/error-action.ts';
import { TopBar } from '../frame/top-bar.tsx';
import { Budgets } from './budgets.tsx';
import { Flows } from './flows.tsx';
import styles from './home.module.css';
import { NeedsYou } from './needs-you.tsx';
import { Proof } from './proof.tsx';
import { RunCard } from './run-card.tsx';
import { Week } from './week.tsx';

export function HomeScreen() {
  const { schedule } = useStoreOf('app');
  const action = useErrorAction(schedule.stoppedBy);
  return (
    <>
      <TopBar title="Home" />
      <div className={styles.scroll}>
        <div className={styles.page}>
          <AnswerLine />
          <div className={styles.columns}>
            <div className={styles.left}>
              {schedule.stoppedBy !== null && (
                <ErrorCard error={schedule.stoppedBy} onAction={action?.run} isBusy={action?.isBusy ?? false} />
              )}
              <ErrorLine error={action?.error ?? null} />
              <RunCard />
              <NeedsYou />
            </div>
            <div className={styles.right}>
              <Flows />
              <Budgets />
              <Proof />
            </div>
          </div>
          <Week />
        </div>
      </div>
    </>
  );
}

/** The screen's answer, and the two times that people look for first. */
function AnswerLine() {
  const { answer, lastSuccessAt, schedule } = useStoreOf('app');
  const formats = useFormats();
  return (
    <header className={styles.answer}>
      <div className={styles.answerText}>
        <h2 className={styles.sentence}>{titleText(answer.sentence)}</h2>
        <p className={styles.detail}>{answer.detail}</p>
      </div>
      <dl className={styles.times}>
        <div>
          <dt>Last success</dt>
          <dd className="numbers" title={lastSuccessAt === null ? undefined : formats.exact(lastSuccessAt)}>
            {lastSuccessAt === null ? (
              <b>None yet</b>
            ) : (
              <>
                <b>{formats.short(lastSuccessAt)}</b> {formats.ago(lastSuccessAt)}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd className="numbers" title={schedule.nextDueAt === null ? undefined : formats.exact(schedule.nextDueAt)}>
            {schedule.stoppedBy !== null || schedule.nextDueAt === null ? (
              schedule.isPaused ? (
                <b>Paused</b>
              ) : (
                <b>Waits</b>
              )
            ) : (
              <>
                <b>{formats.short(schedule.nextDueAt)}</b> {formats.inWhile(schedule.nextDueAt)}
              </>
            )}
          </dd>
        </div>
      </dl>
    </header>
  );
}
