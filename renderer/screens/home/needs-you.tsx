// What needs a person, one item per cause, with its actions in place: the safe one is the bordered button. After an action focus
// goes to the next item, not to the top.
import { useRef } from 'react';
import type { AttentionAction, AttentionItem } from '../../../core/contract/attention.ts';
import { titleText } from '../../format/titles.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorLine } from '../../ui/cards.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useAttentionAction } from './attention-action.ts';
import styles from './needs-you.module.css';
import { Section } from './section.tsx';

export function NeedsYou() {
  const { open } = useStoreOf('attention');
  const { answer } = useStoreOf('app');
  const formats = useFormats();
  const show = useNavigation((navigation) => navigation.show);
  return (
    <Section
      title="Needs you"
      count={formats.count(open.length)}
      aside={
        <Button look="quiet" small onClick={() => show({ kind: 'history' })}>
          History
        </Button>
      }
    >
      <div className={styles.box}>
        {open.length === 0 ? (
          <Empty
            icon={answer.isAllInStep ? 'circle-check' : 'clock'}
            tone={answer.isAllInStep ? 'ok' : 'plain'}
            title="Nothing needs you"
          >
            {answer.isAllInStep
              ? 'What Seamline can’t decide alone appears here.'
              : 'What isn’t in step yet is on its way.'}
          </Empty>
        ) : (
          <ul className={styles.list}>
            {open.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

const kindIcons: Readonly<Record<AttentionItem['kind'], IconName>> = {
  alarm: 'alert-octagon-filled',
  order: 'receipt',
  guard: 'shield-half',
  style: 'hanger',
  linesheet: 'eye-off',
  stock: 'packages',
  customer: 'users',
  account: 'plug-off',
};

/** Causes with a picture of their own; the rest take their kind's. */
const codeIcons: readonly (readonly [RegExp, IconName])[] = [
  [/price/, 'currency-euro'],
  [/barcode|upc/, 'barcode'],
  [/changed|edited/, 'file-diff'],
  [/visible|linesheet/, 'eye-off'],
];

export function subjectIcon({ kind, code }: AttentionItem): IconName {
  if (kind === 'alarm') return kindIcons.alarm;
  return codeIcons.find(([pattern]) => pattern.test(code))?.[1] ?? kindIcons[kind];
}

function Item({ item }: { readonly item: AttentionItem }) {
  const formats = useFormats();
  const action = useAttentionAction();
  const row = useRef<HTMLLIElement>(null);
  const said = `${item.reason} ${item.nextStep}`.trim();
  const act = async (chosen: AttentionAction) => {
    const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    const isDone = await action.act(chosen);
    if (isDone) next?.querySelector<HTMLElement>('button')?.focus();
  };
  return (
    <li ref={row} className={styles.item}>
      <Icon name={subjectIcon(item)} colour={item.kind === 'alarm' ? 'bad' : 'warnFill'} className={styles.icon} />
      <div className={styles.text}>
        <h3 className={styles.title} title={item.title}>
          {titleText(item.title)}
        </h3>
        <p className={styles.reason} title={said}>
          {titleText(said)}
        </p>
        <ErrorLine error={action.error} />
      </div>
      <time className={styles.since} dateTime={item.since} title={formats.exact(item.since)}>
        {formats.short(item.since)}
      </time>
      <div className={styles.actions}>
        {item.actions
          .slice(0, 2)
          .map((chosen, index) => (
            <Button
              key={chosen.label}
              small
              look={index === 0 ? 'bordered' : 'quiet'}
              busy={action.busy === chosen.label}
              aria-label={`${chosen.label}: ${item.title}`}
              onClick={() => void act(chosen)}
            >
              {chosen.label}
            </Button>
          ))
          .reverse()}
      </div>
    </li>
  );
}
