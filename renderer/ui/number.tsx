// The number of a thing, verbatim: selectable, copied by one click. A sale number that has an address opens it instead.
import { useCommand } from '../state/failures.ts';
import { TextLink } from './button.tsx';
import { copyText } from './copy.ts';
import styles from './number.module.css';

export function Copyable({ text }: { readonly text: string }) {
  return (
    <button type="button" className={styles.copyable} title="Copy" onClick={() => void copyText(text)}>
      {text}
    </button>
  );
}

interface OutsideLinkProps {
  readonly kind: 'cin7-sale' | 'joor-order' | 'cin7' | 'joor';
  readonly id: string | null;
  readonly text: string;
  /** What is copied where no address is known. */
  readonly fallback: string;
  readonly tabIndex?: number;
}

/** Opens the thing in the account's own site; where its address isn't known, its number is copied. */
export function OutsideLink({ kind, id, text, fallback, tabIndex }: OutsideLinkProps) {
  const run = useCommand();
  const open = async () => {
    const output = await run('outside.open', { kind, id });
    if (output?.isOpened === false) await copyText(fallback);
  };
  return (
    <TextLink
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        void open();
      }}
    >
      {text}
    </TextLink>
  );
}
