// Puts orders on hold by a person, with a word why for whoever sees them next.
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useAction } from '../../state/use-action.ts';

interface HoldDialogProps {
  readonly orderIds: readonly string[];
  /** What holds them; absent for the one order that the dialog then holds by itself. */
  readonly onHold?: (note: string) => void;
  readonly onClose: () => void;
}

export function HoldDialog({ orderIds, onHold, onClose }: HoldDialogProps) {
  const [note, setNote] = useState('');
  const action = useAction();
  const [orderId = ''] = orderIds;
  const many = orderIds.length;
  const hold = async () => {
    if (onHold !== undefined) onHold(note.trim());
    else if ((await action.run('orders.hold', { orderId, note: note.trim() })) === null) return;
    onClose();
  };
  return (
    <Dialog
      kind="narrow"
      title={many === 1 ? `Hold order ${orderId}?` : `Hold ${many} orders?`}
      subtitle={
        many === 1
          ? 'It stays out of Cin7 until you release it. Its stock stays reserved in what JOOR shows.'
          : 'They stay out of Cin7 until you release them. Their stock stays reserved in what JOOR shows.'
      }
      onClose={onClose}
      footer={
        <>
          <FooterGap />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={action.busy !== null} onClick={() => void hold()}>
            {many === 1 ? 'Hold order' : `Hold ${many} orders`}
          </Button>
        </>
      }
    >
      <TextField label="Why (for whoever sees it next)" value={note} onChange={setNote} placeholder="Credit check" />
      <ErrorLine error={action.error} />
    </Dialog>
  );
}
