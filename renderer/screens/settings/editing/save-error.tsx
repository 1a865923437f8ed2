// Why a setting wasn't saved, beside it: the rule that it breaks in the rule's own words; or that it was changed elsewhere, with
// the way to what is set now. What was typed stays.
import type { ErrorView } from '../../../../core/contract/errors.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorLine } from '../../../ui/cards.tsx';
import { Icon } from '../../../ui/icon.tsx';
import styles from './save-error.module.css';

interface SaveErrorProps {
  readonly error: ErrorView | null;
  /** The setting beside which this stands; problems of others are named. */
  readonly path?: string;
  readonly shown?: ((path: string) => boolean) | undefined;
  readonly onLoad: () => void;
}

/** Settings that a rule ties to others, as a person knows them. */
const tied: Readonly<Record<string, string>> = {
  'orders.invoice': 'Invoice',
  'products.priceTypes': 'Prices',
  'inventory.warehouses': 'Warehouses',
};

export function SaveError({ error, path = '', shown, onLoad }: SaveErrorProps) {
  if (error === null) return null;
  if (error.code === 'settings-changed')
    return (
      <div className={styles.line} role="alert">
        <Icon name="alert-circle-filled" size={14} colour="warnFill" />
        <p className={styles.text}>
          <b>Another window or the command line changed the settings meanwhile.</b> Nothing was saved; what you typed is
          still here.
        </p>
        <Button small onClick={onLoad}>
          Load what is set now
        </Button>
      </div>
    );
  const problems = (error.problems ?? []).filter((problem) => shown?.(problem.path) !== true);
  if (error.problems === undefined) return <ErrorLine error={error} />;
  if (problems.length === 0) return null;
  return (
    <div className={styles.line} role="alert">
      <Icon name="alert-circle-filled" size={14} colour="warnFill" />
      <p className={styles.text}>
        {problems.map((problem) => (
          <span key={problem.path} className={styles.problem}>
            {wordsOf(problem, path)}
          </span>
        ))}
      </p>
    </div>
  );
}

function wordsOf(problem: { readonly path: string; readonly sentence: string }, path: string): string {
  const name = problem.path === path ? undefined : tied[problem.path];
  return name === undefined ? problem.sentence : `${name}: ${problem.sentence.replace(/^It /, 'it ')}`;
}
