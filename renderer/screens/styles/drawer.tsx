// One style: its state with the whole reason, the plain answer to "Why isn't it in JOOR?" with every condition in the order in
// which it was looked at, its parts, and what differs.
import { useState } from 'react';
import type { StyleColumns, StyleDetail } from '../../../core/contract/styles.ts';
import { styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { Garment } from '../../ui/garment.tsx';
import { Drawer } from '../../ui/grid/drawer.tsx';
import { Copyable, useOutside } from '../../ui/number.tsx';
import { StateLine } from '../../ui/state.tsx';
import styles from './drawer.module.css';
import { StyleHistory } from './history.tsx';
import { WhereItStands } from './standing.tsx';

type Tab = 'standing' | 'skus' | 'prices' | 'history';
const tabs: readonly (readonly [Tab, string])[] = [
  ['standing', 'Where it stands'],
  ['skus', 'SKUs'],
  ['prices', 'Prices'],
  ['history', 'History'],
];

interface StyleDrawerProps {
  readonly styleKey: string;
  readonly prices: StyleColumns['prices'];
  readonly onClose: () => void;
}

export function StyleDrawer({ styleKey, prices, onClose }: StyleDrawerProps) {
  const { styles: revision } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('styles.detail', { key: styleKey }, revision);
  const [tab, setTab] = useState<Tab>('standing');
  return (
    <Drawer
      name={data === null ? 'Style' : `Style ${data.number}`}
      onClose={onClose}
      header={<Header style={data} onClose={onClose} />}
      footer={data === null ? null : <Actions style={data} />}
    >
      <div role="tablist" aria-label="Parts of the style" className={styles.tabs}>
        {tabs.map(([id, label], index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === tab}
            aria-controls="style-panel"
            tabIndex={id === tab ? 0 : -1}
            className={cx(styles.tab, id === tab && styles.chosen)}
            onClick={() => setTab(id)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              const next = step === undefined ? undefined : tabs[(index + step + tabs.length) % tabs.length];
              if (next === undefined) return;
              setTab(next[0]);
              document.querySelector<HTMLElement>(`#tab-${next[0]}`)?.focus();
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="style-panel" aria-labelledby={`tab-${tab}`}>
        {error !== null && <ErrorCard error={error} onAction={reload} />}
        {data === null && error === null && <LoadingRows count={6} height={32} />}
        {data !== null && tab === 'standing' && <WhereItStands style={data} />}
        {data !== null && tab === 'skus' && <Skus style={data} />}
        {data !== null && tab === 'prices' && <Prices style={data} prices={prices} />}
        {data !== null && tab === 'history' && <StyleHistory styleKey={data.key} />}
      </div>
    </Drawer>
  );
}

function Header({ style, onClose }: { readonly style: StyleDetail | null; readonly onClose: () => void }) {
  const outside = useOutside();
  return (
    <div className={styles.header}>
      <Garment name={style?.name ?? ''} size="drawer" />
      <div className={styles.headerText}>
        <div className={styles.titleRow}>
          <h2 className={styles.title}>{style !== null && <Copyable text={style.number} />}</h2>
          {style !== null && outside.knows('joor') && (
            <IconButton
              name="Open JOOR"
              icon="external-link"
              onClick={() => void outside.open('joor', null, style.number)}
            />
          )}
          <IconButton name="Close" icon="x" onClick={onClose} />
        </div>
        {style !== null && (
          <>
            <p className={styles.name}>{[style.name, style.season].filter((text) => text !== '').join(', ')}</p>
            <StateLine
              words={styleWords[style.state]}
              reason={style.state === 'in-step' ? '' : style.reason.sentence}
            />
          </>
        )}
      </div>
    </div>
  );
}

function Skus({ style }: { readonly style: StyleDetail }) {
  const formats = useFormats();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">SKU</th>
          <th scope="col">Colour, size</th>
          <th scope="col" className={styles.number}>
            Stock
          </th>
        </tr>
      </thead>
      <tbody>
        {style.skuRows.map((sku) => (
          <tr key={sku.sku}>
            <td>
              <Copyable text={sku.sku} />
            </td>
            <td className={styles.soft}>
              {sku.colour}, {sku.size}
              {!sku.isOffered && ' (not in Cin7, so not offered)'}
            </td>
            <td className={cx(styles.number, 'numbers')}>{sku.isOffered ? formats.count(sku.stock) : 'None'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Prices({ style, prices }: { readonly style: StyleDetail; readonly prices: StyleColumns['prices'] }) {
  const formats = useFormats();
  const hasRetail = prices.some((price) => price.hasRetail);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Price type</th>
          <th scope="col" className={styles.number}>
            Wholesale
          </th>
          {hasRetail && (
            <th scope="col" className={styles.number}>
              RRP
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {prices.map(({ label }, index) => {
          const price = style.wholesale[index] ?? null;
          const retail = style.retail[index] ?? null;
          return (
            <tr key={label}>
              <td>{label}</td>
              <td className={cx(styles.number, 'numbers', price === null && styles.missing)}>
                {price === null ? 'missing' : formats.amount(price)}
              </td>
              {hasRetail && (
                <td className={cx(styles.number, styles.soft, 'numbers')}>
                  {retail === null ? 'None' : formats.amount(retail)}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Its first SKU is what Cin7 Core has a page for; where that isn't known, the number is copied. */
function Actions({ style }: { readonly style: StyleDetail }) {
  const action = useAction();
  const outside = useOutside();
  const isKnown = outside.knows('cin7-product') && style.productId !== null;
  return (
    <>
      <ErrorLine error={action.error} />
      <Button
        look={style.state === 'needs-you' ? 'primary' : 'bordered'}
        onClick={() => void outside.open('cin7-product', style.productId, style.number)}
      >
        {isKnown ? 'Open in Cin7' : 'Copy number'}
      </Button>
      <Button
        busy={action.busy === 'styles.check'}
        onClick={() => void action.run('styles.check', { keys: [style.key] })}
      >
        Check this style again
      </Button>
    </>
  );
}
