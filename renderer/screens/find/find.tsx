// Find anything: styles, orders, sales, places, actions. Arrow keys choose, Enter goes there, Esc closes.
import { Modal } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { QueryOutput } from '../../../core/contract/queries.ts';
import { screens, useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { placeWords } from '../frame/sidebar.tsx';
import { keyName } from '../frame/shortcuts.ts';
import { useRuns } from '../frame/use-runs.ts';
import styles from './find.module.css';

type Found = QueryOutput<'find'>[number];

const kindIcons: Readonly<Record<Found['kind'], IconName>> = {
  style: 'hanger',
  order: 'receipt',
  sale: 'receipt',
  place: 'chevron-right',
  action: 'list-check',
};

/** What is known without asking the host. */
const own: readonly Found[] = [
  { kind: 'action', id: 'sync', title: 'Sync now', detail: keyName('R') },
  { kind: 'action', id: 'dry-run', title: 'Dry run', detail: '' },
  ...screens.map((screen, index) => ({
    kind: 'place' as const,
    id: screen,
    title: placeWords[screen].label,
    detail: keyName(String(index + 1)),
  })),
];

export function Find() {
  const { closeOver, goTo, go, show } = useNavigation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  useReturnFocus();
  const runs = useRuns();
  const wanted = text.trim();
  const asked = useQuery('find', wanted === '' ? null : { text: wanted });
  const ownHits = own.filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));
  const hits = [...(asked.data ?? []).filter(({ kind }) => kind !== 'place' && kind !== 'action'), ...ownHits];
  useEffect(() => setAt(0), [wanted]);
  const open = (hit: Found) => {
    closeOver();
    if (hit.kind === 'style') goTo({ to: 'styles', state: null, cause: null, open: hit.id });
    else if (hit.kind === 'order' || hit.kind === 'sale') goTo({ to: 'orders', state: null, open: hit.id });
    else if (hit.kind === 'place') {
      const screen = screens.find((name) => name === hit.id);
      if (screen !== undefined) go(screen);
    } else if (hit.id === 'sync') void runs.sync();
    else show({ kind: 'dry-run' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[at];
    if (step !== undefined && hits.length > 0) setAt((at + step + hits.length) % hits.length);
    else if (event.key === 'Enter' && hit !== undefined) open(hit);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root
      opened
      onClose={closeOver}
      lockScroll={false}
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ inner: styles.inner, content: styles.content }}
    >
      <Modal.Overlay className={styles.scrim} />
      <Modal.Content radius={10} aria-label="Find anything">
        <div className={styles.search}>
          <Icon name="search" colour="text2" />
          <input
            className={styles.input}
            data-autofocus
            role="combobox"
            aria-label="Find anything"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={hits.length === 0 ? undefined : `${list}-${at}`}
            placeholder="Style, SKU, order, PO, sale or retailer"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <ul id={list} role="listbox" aria-label="Found" className={styles.list}>
          {hits.map((hit, index) => (
            <li
              key={`${hit.kind}/${hit.id}`}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className={cx(styles.hit, index === at && styles.chosen)}
              onMouseMove={() => setAt(index)}
              onClick={() => open(hit)}
              ref={index === at ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
            >
              <Icon
                name={hit.kind === 'place' ? (iconOf(hit.id) ?? 'chevron-right') : kindIcons[hit.kind]}
                colour="text2"
              />
              <span className={styles.title}>{hit.title}</span>
              <span className={styles.detail}>{hit.detail}</span>
            </li>
          ))}
        </ul>
        {hits.length === 0 && !asked.isLoading && (
          <p className={styles.none} role="status">
            Nothing matches “{wanted}”
          </p>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

function iconOf(id: string): IconName | undefined {
  const screen = screens.find((name) => name === id);
  return screen === undefined ? undefined : placeWords[screen].icon;
}
