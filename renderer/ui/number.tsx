// The number of a thing, verbatim: selectable, copied by one click. A sale number that has an address opens it instead.
import type { OutsideKind } from '../../core/contract/outside.ts';
import { useCommand } from '../state/failures.ts';
import { useStoreOf } from '../state/host.tsx';
import { TextLink } from './button.tsx';
import { copyText } from './copy.ts';
import styles from './number.module.css';

/** Opens things in the accounts' own sites, and knows which have an address there. */
export function useOutside() {
  const { opens } = useStoreOf('app');
  const run = useCommand();
  return {
    knows: (kind: OutsideKind) => opens.includes(kind),
    /** Opens it; where its address isn't known, its number is copied. */
    open: async (kind: OutsideKind, id: string | null, number: string) => {
      const output = opens.includes(kind) ? await run('outside.open', { kind, id }) : { isOpened: false };
      if (output?.isOpened === false) await copyText(number);
    },
  };
}

export function Copyable({ text }: { readonly text: string }) {
  return (
    <button type="button" className={styles.copyable} title="Copy" onClick={() => void copyText(text)}>
      {text}
    </button>
  );
}

interface OutsideLinkProps {
  readonly kind: OutsideKind;
  readonly id: string | null;
  readonly text: string;
  /** What is copied where no address is known. */
  readonly fallback: string;
  readonly tabIndex?: number;
}

/** Opens the thing in the account's own site; where its address isn't known, its number is copied. */
export function OutsideLink({ kind, id, text, fallback, tabIndex }: OutsideLinkProps) {
  const outside = useOutside();
  return (
    <TextLink
      tabIndex={tabIndex}
      title={outside.knows(kind) ? `Open ${text}` : `Copy ${fallback}`}
      onClick={(event) => {
        event.stopPropagation();
        void outside.open(kind, id, fallback);
      }}
    >
      {text}
    </TextLink>
  );
}
