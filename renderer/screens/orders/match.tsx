// Finds a product of Cin7 Core for a line and uses it from now on.
import { useState } from 'react';
import type { OrderLineView } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { useAction } from '../../state/use-action.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard, ErrorLine } from '../../ui/cards.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './match.module.css';

interface MatchDialogProps {
  readonly line: OrderLineView;
  readonly orderId: string;
  readonly onClose: () => void;
}

export function MatchDialog({ line, orderId, onClose }: MatchDialogProps) {
  const [text, setText] = useState(line.styleNumber === '' ? line.sku : line.styleNumber);
  const [productId, setProductId] = useState<string | null>(null);
  const found = useQuery('products.find', text.trim() === '' ? null : { text: text.trim() });
  const action = useAction();
  const formats = useFormats();
  const chosen = found.data?.find((product) => product.productId === productId) ?? null;
  const use = async () => {
    if (chosen === null) return;
    const output = await action.run('aliases.set', { orderId, sku: line.sku, productId: chosen.productId });
    if (output !== null) onClose();
  };
  return (
    <Dialog
      kind="narrow"
      title={`Which product is ${line.sku}?`}
      subtitle={`${line.description}. From now on Seamline uses what you choose, on this order and the next ones.`}
      onClose={onClose}
      footer={
        <>
          <FooterGap />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={chosen === null} busy={action.busy !== null} onClick={() => void use()}>
            {chosen === null ? 'Choose a product' : `Use ${chosen.sku} from now on`}
          </Button>
        </>
      }
    >
      <TextField label="Product in Cin7 Core" value={text} onChange={setText} placeholder="SKU, barcode or name" />
      {found.error !== null && <ErrorCard error={found.error} onAction={found.reload} />}
      <ul className={styles.list}>
        {found.data?.map((product) => (
          <li key={product.productId}>
            <label className={styles.product}>
              <input
                type="radio"
                name="product"
                checked={product.productId === productId}
                onChange={() => setProductId(product.productId)}
              />
              <span className={styles.text}>
                <b>{product.sku}</b>
                <span>{product.name}</span>
              </span>
              <span className="numbers">{formats.count(product.available)} available</span>
            </label>
          </li>
        ))}
      </ul>
      {found.data?.length === 0 && <p className={styles.none}>No active product in Cin7 Core fits “{text.trim()}”.</p>}
      <ErrorLine error={action.error} />
    </Dialog>
  );
}
