// Both budgets: used of what, when it is free again, what is kept for a person's own actions.
import type { BudgetView } from '../../../core/contract/stores.ts';
import { countdown } from '../../format/durations.ts';
import { useFormats } from '../../state/format.ts';
import { useNow, useStoreOf } from '../../state/host.tsx';
import { Meter } from '../../ui/meter.tsx';
import styles from './budgets.module.css';
import { Section } from './section.tsx';

/** JOOR's is the one that runs wait for. */
const tightFirst = (a: BudgetView, b: BudgetView) => Number(a.api !== 'joor') - Number(b.api !== 'joor');

export function Budgets() {
  const { budgets } = useStoreOf('app');
  return (
    <Section title="Budgets">
      <div className={styles.list}>
        {budgets.toSorted(tightFirst).map((budget) => (
          <Budget key={budget.api} budget={budget} />
        ))}
      </div>
    </Section>
  );
}

function Budget({ budget }: { readonly budget: BudgetView }) {
  const { current } = useStoreOf('run');
  const formats = useFormats();
  const now = useNow('second');
  const isJoor = budget.api === 'joor';
  const name = isJoor ? 'JOOR' : 'Cin7 Core';
  const left = budget.resetsAt === null ? 0 : (Date.parse(budget.resetsAt) - now) / 1000;
  const used = `${formats.count(budget.used)} of ${formats.count(budget.limit)}`;
  const text = isJoor
    ? `${used} credits${left > 0 && budget.used > 0 ? `, resets in ${countdown(left)}` : ' in use'}`
    : `${used} calls this minute`;
  return (
    <div className={styles.budget}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className="numbers">{text}</span>
      </div>
      <Meter
        name={`${name} budget`}
        used={budget.used}
        limit={budget.limit}
        reserved={budget.reserved}
        isHolding={current?.waitingFor?.api === budget.api}
      />
      {budget.reserved > 0 && (
        <p className={styles.hint}>{formats.count(budget.reserved)} kept free for what you do by hand</p>
      )}
    </div>
  );
}
