// All lines of an order, in order. A line without a product opens on amber with its reason and what is suggested: use it from
// now on, or match another.
import { useState } from 'react';
import type { OrderDetail, OrderLineView, Suggestion } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { Garment } from '../../ui/garment.tsx';
import { DrawerPart } from '../../ui/grid/drawer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Copyable } from '../../ui/number.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './lines.module.css';
import { MatchDialog } from './match.tsx';

export function OrderLines({ order }: { readonly order: OrderDetail }) {
  const formats = useFormats();
  const [isOnlyProblems, setOnlyProblems] = useState(false);
  const problems = order.lines.filter(({ problem }) => problem !== null).length;
  const shown = isOnlyProblems ? order.lines.filter(({ problem }) => problem !== null) : order.lines;
  return (
    <>
      <DrawerPart
        title="Lines"
        count={formats.count(order.lines.length)}
        aside={
          problems > 0 && (
            <Button look="quiet" small aria-pressed={isOnlyProblems} onClick={() => setOnlyProblems(!isOnlyProblems)}>
              {isOnlyProblems ? 'All lines' : 'Only problems'}
            </Button>
          )
        }
      />
      <ol className={styles.lines}>
        {shown.map((line) => (
          <Line key={line.id} line={line} orderId={order.id} />
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  readonly line: OrderLineView;
  readonly orderId: string;
}

function Line({ line, orderId }: LineProps) {
  const formats = useFormats();
  const { problem } = line;
  return (
    <li className={cx(styles.line, problem !== null && styles.problem)}>
      <Garment name={line.description} size="line" />
      <div className={styles.body}>
        <div className={styles.top}>
          <div className={styles.text}>
            <div className={styles.sku}>
              <Copyable text={line.sku} />
              {line.isCancelled && <Tag>Cancelled</Tag>}
              {line.product?.isByAlias === true && <Tag title="You matched it before">{line.product.sku}</Tag>}
            </div>
            {problem === null && (
              <div className={styles.description} title={line.description}>
                {line.description}
              </div>
            )}
          </div>
          <span className={cx(styles.quantity, 'numbers')}>
            {formats.count(line.quantity)} × {formats.amount(line.price)}
          </span>
          <span className={cx(styles.amount, 'numbers', line.isCancelled && styles.cancelled)}>
            {formats.amount(line.amount)}
          </span>
        </div>
        {problem !== null && (
          <>
            <p className={styles.reason}>
              <Icon name="alert-circle-filled" size={14} colour="warnFill" />
              <Problem sentence={problem.sentence} />
            </p>
            <Suggestions line={line} orderId={orderId} nextStep={problem.nextStep} />
          </>
        )}
      </div>
    </li>
  );
}

/** The suggestion on its card; one primary button, because this is the line's one decision. */
function Suggestions({ line, orderId, nextStep }: LineProps & { readonly nextStep: string }) {
  const action = useAction();
  const [isMatching, setMatching] = useState(false);
  const use = (suggestion: Suggestion) =>
    void action.run(
      'aliases.set',
      { orderId, sku: line.sku, productId: suggestion.productId },
      { key: suggestion.productId },
    );
  const another = (
    <Button small disabled={action.busy !== null} onClick={() => setMatching(true)}>
      {line.suggestions.length === 0 ? 'Match a product' : 'Match another'}
    </Button>
  );
  return (
    <div className={styles.card}>
      {line.suggestions.length === 0 && <p className={styles.why}>{nextStep}</p>}
      {line.suggestions.map((suggestion, index) => (
        <div key={suggestion.productId} className={styles.suggestion}>
          <h4 className={styles.sku}>{suggestion.sku}</h4>
          <p className={styles.why}>{suggestion.name}</p>
          <p className={styles.why}>
            {suggestion.why}
            {suggestion.available !== null && ` ${suggestion.available} available`}
          </p>
          <div className={styles.buttons}>
            <Button
              small
              look={index === 0 ? 'primary' : 'bordered'}
              busy={action.busy === suggestion.productId}
              disabled={action.busy !== null && action.busy !== suggestion.productId}
              onClick={() => use(suggestion)}
            >
              Use {suggestion.sku} from now on
            </Button>
            {index === line.suggestions.length - 1 && another}
          </div>
        </div>
      ))}
      {line.suggestions.length === 0 && <div className={styles.buttons}>{another}</div>}
      <ErrorLine error={action.error} />
      {isMatching && <MatchDialog line={line} orderId={orderId} onClose={() => setMatching(false)} />}
    </div>
  );
}

/** What is wrong in amber, what was tried beside it plain. */
function Problem({ sentence }: { readonly sentence: string }) {
  const [, first = sentence, rest = ''] = /^([^,.]+)[,.]\s*(.*?)\.?$/s.exec(sentence) ?? [];
  return (
    <span>
      <b className={styles.wrong}>{first}</b> <span className={styles.tried}>{rest}</span>
    </span>
  );
}
