// The violet strip over the whole window while nothing is for real. It can't be closed.
import type { AppStore } from '../../../core/contract/stores.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './strip.module.css';

const words: Readonly<Record<'practice' | 'sandbox', readonly [string, string]>> = {
  practice: ['Practice accounts', 'Nothing here reaches Cin7 Core, JOOR or a buyer. Try anything.'],
  sandbox: ['JOOR sandbox', 'Sales in Cin7 are drafts and their reference begins with TEST. Nothing reaches a buyer.'],
};

/** True in the worlds that have the strip. */
export function isNotReal(realm: AppStore['realm']): realm is keyof typeof words {
  return realm === 'practice' || realm === 'sandbox';
}

export function Strip({ realm }: { readonly realm: AppStore['realm'] }) {
  if (!isNotReal(realm)) return null;
  const [title, text] = words[realm];
  return (
    <aside className={styles.strip} aria-label={title}>
      <Icon name="flask-2" size={14} />
      <b className={styles.title}>{title}</b>
      <span className={styles.text}>{text}</span>
    </aside>
  );
}
