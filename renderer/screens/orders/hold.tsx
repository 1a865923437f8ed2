// Puts an order on hold by a person, with a word why for whoever sees it next.
import { useState } from 'react';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

interface HoldDialogProps {
  readonly orderId: string;
  readonly onClose: () => void;
}

export function HoldDialog({ orderId, onClose }: HoldDialogProps) {
  const [note, setNote] = useState('');
  const action = useAction();
  const hold = async () => {
    if ((await action.run('orders.hold', { orderId, note: note.trim() })) !== null) onClose();
  };
  return (
    <Dialog
      kind="narrow"
      title={`Hold order ${orderId}?`}
      subtitle="It stays out of Cin7 until you release it. Its stock stays reserved in what JOOR shows."
      onClose={onClose}
      footer={
        <>
          <FooterGap />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={action.busy !== null} onClick={() => void hold()}>
            Hold order
          </Button>
        </>
      }
    >
      <TextField label="Why (for whoever sees it next)" value={note} onChange={setNote} placeholder="Credit check" />
      <ErrorLine error={action.error} />
    </Dialog>
  );
}
