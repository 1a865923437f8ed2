// Before a second sale of the same order: what the earlier sale says, the difference line by line, what happens if it is
// created now, and a typed confirmation where a mistake can't be undone (ORD-9). Enter never presses the red button.
import { useState } from 'react';
import type { ReExportPreview } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine, LoadingRows } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useOutside } from '../../ui/number.tsx';
import { DifferenceTable } from './difference-table.tsx';
import styles from './re-export.module.css';

/** Verdicts that allow a new sale at once, after a typed confirmation, or not at all. */
const allows: Readonly<Record<ReExportPreview['verdict'], 'yes' | 'typed' | 'no'>> = {
  'never-exported': 'yes',
  voided: 'yes',
  gone: 'yes',
  open: 'typed',
  'credit-first': 'no',
  unproven: 'no',
  'not-approved': 'no',
};

export function ReExportDialog({ orderId }: { readonly orderId: string }) {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  const { orders } = useStoreOf('revisions');
  const { data, error, reload } = useQuery('orders.reExportPreview', { orderId }, orders);
  const [typed, setTyped] = useState('');
  const action = useAction();
  const checking = useAction();
  const isTyped = data !== null && data.confirmation !== null && typed.trim() === data.confirmation;
  const isAllowed = data !== null && (allows[data.verdict] === 'yes' || (allows[data.verdict] === 'typed' && isTyped));
  const create = async () => {
    const output = await action.run('orders.reExport', {
      orderId,
      confirmation: data?.confirmation === null ? null : typed.trim(),
    });
    if (output !== null) closeOver();
  };
  const checkAgain = async () => {
    await checking.run('orders.check', { orderId }, { isSilent: true });
    reload();
  };
  return (
    <Dialog
      title={`Export order ${orderId} a second time?`}
      subtitle={data === null ? 'Reading the sale in Cin7 and the order in JOOR.' : <Subtitle preview={data} />}
      onClose={closeOver}
      footer={
        <>
          {data?.sale != null && <OpenSale sale={data.sale} />}
          <FooterGap />
          <Button onClick={closeOver}>Cancel</Button>
          {data !== null && allows[data.verdict] !== 'yes' && (
            <Button busy={checking.busy !== null} onClick={() => void checkAgain()}>
              {data.verdict === 'open' ? 'I voided it, check again' : 'Check again'}
            </Button>
          )}
          {data !== null && allows[data.verdict] !== 'no' && (
            <Button
              look={allows[data.verdict] === 'yes' ? 'primary' : 'danger'}
              disabled={!isAllowed}
              busy={action.busy !== null}
              onClick={() => void create()}
            >
              {allows[data.verdict] === 'yes' ? 'Create the sale' : 'Create second sale'}
            </Button>
          )}
        </>
      }
    >
      {error !== null && <ErrorCard error={error} onAction={reload} />}
      {data === null && error === null && <LoadingRows count={6} height={36} />}
      {data !== null && (
        <>
          <Banner
            tone={allows[data.verdict] === 'yes' ? 'plain' : 'warn'}
            icon={allows[data.verdict] === 'yes' ? 'info-circle' : 'alert-circle-filled'}
            {...splitSentence(data)}
          />
          {data.lines.length > 0 && <DifferenceTable preview={data} />}
          {allows[data.verdict] !== 'no' && data.consequences.length > 0 && (
            <section>
              <h3 className={styles.consequencesTitle}>If you create it now</h3>
              <ol className={styles.consequences}>
                {data.consequences.map((consequence) => (
                  <li key={consequence}>
                    <Consequence text={consequence} reference={data.reference} />
                  </li>
                ))}
              </ol>
            </section>
          )}
          {data.confirmation !== null && allows[data.verdict] === 'typed' && (
            <Confirmation wanted={data.confirmation} typed={typed} isTyped={isTyped} onType={setTyped} />
          )}
          <ErrorLine error={action.error ?? checking.error} />
        </>
      )}
    </Dialog>
  );
}

/** The first sentence stands bold, what follows plain. */
function splitSentence({ sentence, nextStep }: ReExportPreview) {
  const [, first = sentence, rest = ''] = /^(.*?\.)\s+(.*)$/s.exec(sentence) ?? [];
  return { statement: first, children: `${rest} ${nextStep}`.trim() };
}

function Subtitle({ preview }: { readonly preview: ReExportPreview }) {
  const formats = useFormats();
  const po = preview.poNumber === '' ? '' : `, PO ${preview.poNumber}`;
  const window = formats.window(preview.shipStart, preview.shipEnd, true);
  const ship = window === null ? '' : `, ship ${window}`;
  const changed = preview.changedAt === null ? '' : ` Changed in JOOR ${formats.onDay(preview.changedAt)}.`;
  return `${preview.retailer}${po}${ship}.${changed}`;
}

/** The reference by which the sale is found again stands out. */
function Consequence({ text, reference }: { readonly text: string; readonly reference: string }) {
  const at = reference === '' ? -1 : text.indexOf(reference);
  if (at < 0) return <span>{text}</span>;
  return (
    <span>
      {text.slice(0, at)}
      <b className={styles.reference}>{reference}</b>
      {text.slice(at + reference.length)}
    </span>
  );
}

function OpenSale({ sale }: { readonly sale: NonNullable<ReExportPreview['sale']> }) {
  const outside = useOutside();
  const isKnown = outside.knows('cin7-sale');
  return (
    <Button
      look="link"
      icon={isKnown ? 'external-link' : 'copy'}
      onClick={() => void outside.open('cin7-sale', sale.id, sale.number)}
    >
      {isKnown ? `Open ${sale.number} in Cin7` : `Copy ${sale.number}`}
    </Button>
  );
}

interface ConfirmationProps {
  readonly wanted: string;
  readonly typed: string;
  readonly isTyped: boolean;
  readonly onType: (text: string) => void;
}

function Confirmation({ wanted, typed, isTyped, onType }: ConfirmationProps) {
  return (
    <label className={styles.confirmation}>
      <span>Type {wanted} to confirm</span>
      <input
        className={styles.typed}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        // The dialog is there for this field; it comes once the sale was read.
        autoFocus
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <span className={styles.matches} role="status">
        {isTyped && (
          <>
            <Icon name="check" size={14} colour="ok" /> Matches
          </>
        )}
      </span>
    </label>
  );
}
