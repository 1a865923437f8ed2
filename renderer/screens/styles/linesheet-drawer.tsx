// One linesheet: its window and who manages it, then its styles; what would come and what would go stands first.
import type { LinesheetDetail } from '../../../core/contract/styles.ts';
import { styleWords } from '../../../core/contract/words.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ErrorCard, LoadingRows } from '../../ui/cards.tsx';
import { Drawer, DrawerPart } from '../../ui/grid/drawer.tsx';
import { Copyable, useOutside } from '../../ui/number.tsx';
import { StateLine } from '../../ui/state.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { changeText, Visibility } from './linesheet-columns.tsx';
import styles from './linesheet-drawer.module.css';

interface LinesheetDrawerProps {
  readonly sheetKey: string;
  readonly onClose: () => void;
}

type Member = LinesheetDetail['members'][number];

const changeTags: Readonly<Record<Member['change'], string | null>> = {
  add: 'To add',
  remove: 'To take out',
  in: null,
  'by-hand': 'By hand',
};

export function LinesheetDrawer({ sheetKey, onClose }: LinesheetDrawerProps) {
  const { linesheets, runs } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('linesheets.detail', { key: sheetKey }, `${linesheets}/${runs}`);
  const formats = useFormats();
  return (
    <Drawer
      name={data === null ? 'Linesheet' : `Linesheet ${data.name}`}
      isFilled
      onClose={onClose}
      header={<Header sheet={data} onClose={onClose} />}
      footer={data === null ? null : <Actions sheet={data} />}
    >
      {error !== null && <ErrorCard error={error} onAction={reload} />}
      {data === null && error === null && <LoadingRows count={8} height={40} />}
      {data !== null && (
        <>
          {data.reason.sentence !== '' && (
            <DrawerPart>
              <p className={styles.reason}>
                {data.reason.sentence} {data.reason.nextStep}
              </p>
            </DrawerPart>
          )}
          <DrawerPart
            title="Styles"
            count={formats.count(data.members.length)}
            aside={changeText(data, formats) || 'nothing changes'}
          />
          {data.members.length === 0 ? (
            <p className={styles.none}>No style is in it.</p>
          ) : (
            <VirtualList name={`Styles in ${data.name}`} items={data.members} rowHeight={40} className={styles.members}>
              {(member) => <MemberRow member={member} />}
            </VirtualList>
          )}
        </>
      )}
    </Drawer>
  );
}

function Header({ sheet, onClose }: { readonly sheet: LinesheetDetail | null; readonly onClose: () => void }) {
  const formats = useFormats();
  return (
    <>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{sheet !== null && <Copyable text={sheet.name} />}</h2>
        <IconButton name="Close" icon="x" onClick={onClose} />
      </div>
      {sheet !== null && (
        <>
          <StateLine
            words={sheet.isManaged ? styleWords[sheet.state] : { ...styleWords['left-out'], label: 'Left alone' }}
            reason={sheet.isManaged ? '' : 'Managed in JOOR'}
          />
          <dl className={styles.facts}>
            <dt>Ships</dt>
            <dd>{formats.window(sheet.start, sheet.complete, true) ?? 'None'}</dd>
            <dt>Cancel date</dt>
            <dd>{sheet.cancel === null ? 'None' : formats.date(sheet.cancel)}</dd>
            <dt>Season</dt>
            <dd>{sheet.season === '' ? 'None' : sheet.season}</dd>
            <dt>Code</dt>
            <dd>{sheet.code === '' ? 'None' : sheet.code}</dd>
            <dt>Sold</dt>
            <dd>{sheet.isMadeToOrder ? 'Made to order' : 'From stock'}</dd>
            <dt>Managed by</dt>
            <dd>{sheet.isManaged ? 'Seamline' : 'You, in JOOR'}</dd>
          </dl>
          <div className={styles.buyers}>
            <Visibility visibility={sheet.visibility} />
          </div>
        </>
      )}
    </>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const setStyles = useNavigation((navigation) => navigation.setStyles);
  const tag = changeTags[member.change];
  const text = (
    <>
      <span className={styles.number}>{member.number}</span>
      <span className={styles.name} title={member.name}>
        {member.name}
      </span>
    </>
  );
  return (
    <div className={styles.member}>
      {member.key === null ? (
        <span className={styles.text}>{text}</span>
      ) : (
        <button
          type="button"
          className={styles.text}
          onClick={() => setStyles({ view: 'all', state: null, cause: null, filters: [], open: member.key })}
        >
          {text}
        </button>
      )}
      {tag !== null && <Tag tone={member.change === 'remove' ? 'warn' : 'plain'}>{tag}</Tag>}
    </div>
  );
}

function Actions({ sheet }: { readonly sheet: LinesheetDetail }) {
  const outside = useOutside();
  const setStyles = useNavigation((navigation) => navigation.setStyles);
  return (
    <>
      {outside.knows('joor') && (
        <Button
          look={sheet.visibility === 'hidden' ? 'primary' : 'bordered'}
          onClick={() => void outside.open('joor', null, sheet.name)}
        >
          Open JOOR
        </Button>
      )}
      {sheet.isManaged && (
        <Button
          onClick={() =>
            setStyles({
              view: 'all',
              state: null,
              cause: null,
              filters: [{ group: 'linesheet', value: sheet.name }],
              open: null,
            })
          }
        >
          Show its styles
        </Button>
      )}
    </>
  );
}
