// The columns of Linesheets.
import { useMemo } from 'react';
import type { LinesheetRow } from '../../../core/contract/styles.ts';
import { styleWords, visibilityWords } from '../../../core/contract/words.ts';
import { useFormats, type Formats } from '../../state/format.ts';
import type { GridColumn } from '../../ui/grid/data-grid.tsx';
import screen from '../../ui/grid/grid-screen.module.css';
import { Icon } from '../../ui/icon.tsx';
import { StateCell } from '../../ui/state.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './columns.module.css';

export type LinesheetColumn = 'name' | 'styles' | 'changes' | 'start';

/** `12 to add, 3 to take out`; empty when nothing changes. */
export function changeText({ toAdd, toRemove }: LinesheetRow, formats: Formats): string {
  const parts = [
    ...(toAdd > 0 ? [`${formats.count(toAdd)} to add`] : []),
    ...(toRemove > 0 ? [`${formats.count(toRemove)} to take out`] : []),
  ];
  return parts.join(', ');
}

/** The reason without the name, which stands beside it. */
function reasonOf({ name, reason }: LinesheetRow): string {
  const rest = reason.sentence.replace(`Linesheet "${name}" `, '');
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

export function useLinesheetColumns(): readonly GridColumn<LinesheetRow, LinesheetColumn>[] {
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: 'Linesheet',
        width: 150,
        comfort: 190,
        share: 2,
        sortsBy: 'name',
        priority: null,
        cell: (row) => (
          <>
            <div className={styles.titled}>
              <span className={screen.name} title={row.name}>
                {row.name}
              </span>
              {row.isMadeToOrder && <Tag title="Made to order: sold without stock">MTO</Tag>}
            </div>
            <div className={screen.under} title={row.code}>
              {[row.code, row.season].filter((text) => text !== '').join(', ') || 'No code'}
            </div>
          </>
        ),
      },
      {
        id: 'state',
        header: 'State',
        width: 150,
        comfort: 170,
        share: 2,
        priority: null,
        cell: (row) =>
          row.isManaged ? (
            <StateCell words={styleWords[row.state]} reason={row.state === 'in-step' ? '' : reasonOf(row)} />
          ) : (
            <StateCell words={{ ...styleWords['left-out'], label: 'Left alone' }} reason="Managed in JOOR" />
          ),
      },
      {
        id: 'styles',
        header: 'Styles',
        width: 56,
        share: 0,
        isNumber: true,
        sortsBy: 'styles',
        priority: null,
        cell: (row) => <span className={row.styles === 0 ? screen.none : undefined}>{formats.count(row.styles)}</span>,
      },
      {
        id: 'changes',
        header: 'What changes',
        width: 140,
        share: 1,
        sortsBy: 'changes',
        priority: null,
        cell: (row) => {
          const text = changeText(row, formats);
          return (
            <div className={`${screen.one} ${screen.small} ${text === '' ? screen.none : ''}`} title={text}>
              {text === '' ? 'None' : text}
            </div>
          );
        },
      },
      {
        id: 'window',
        header: 'Ship window',
        width: 118,
        share: 1,
        sortsBy: 'start',
        priority: 3,
        cell: (row) => (
          <span className={screen.small}>
            {formats.window(row.start, row.complete) ?? <span className={screen.none}>None</span>}
          </span>
        ),
      },
      {
        id: 'buyers',
        header: 'Buyers',
        width: 204,
        share: 0,
        priority: 4,
        cell: (row) => <Visibility visibility={row.visibility} />,
      },
      {
        id: 'managed',
        header: 'Managed by',
        width: 78,
        share: 0,
        priority: 1,
        cell: (row) => (
          <span className={`${screen.small} ${screen.soft}`}>{row.isManaged ? 'Seamline' : 'You, in JOOR'}</span>
        ),
      },
    ],
    [formats],
  );
}

export function Visibility({ visibility }: Pick<LinesheetRow, 'visibility'>) {
  const isVisible = visibility === 'visible';
  return (
    <span className={`${styles.buyers} ${isVisible ? screen.soft : ''}`} title={visibilityWords[visibility]}>
      {!isVisible && <Icon name="eye-off" size={14} colour={visibility === 'hidden' ? 'warnFill' : 'text3'} />}
      <span className={styles.buyersText}>{visibilityWords[visibility]}</span>
    </span>
  );
}
