// The one toast at the foot of the window. Gone after four seconds; a polite live region reads it out.
import { useEffect } from 'react';
import { useClock } from '../state/host.tsx';
import { useToasts } from '../state/toasts.ts';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

export function Toast() {
  const { text, serial, hide } = useToasts();
  const clock = useClock();
  useEffect(() => (text === null ? undefined : clock.after(4000, hide)), [clock, hide, text, serial]);
  return (
    <div role="status" className={styles.place}>
      {text !== null && (
        <div key={serial} className={styles.toast}>
          <Icon name="check" size={14} />
          {text}
        </div>
      )}
    </div>
  );
}
