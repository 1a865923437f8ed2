// The mark: two panels of cloth, one seam, three stitches.
import styles from './mark.module.css';

export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden>
      <rect width="32" height="32" rx="7.5" className={styles.ground} />
      <path
        className={styles.panel}
        d="M7 6.5h7.6v19H7A1.5 1.5 0 0 1 5.5 24V8A1.5 1.5 0 0 1 7 6.5Zm10.4 0H25A1.5 1.5 0 0 1 26.5 8v16a1.5 1.5 0 0 1-1.5 1.5h-7.6Z"
      />
      <path className={styles.stitch} d="M10.5 12.3l11-2.6M10.5 17.3l11-2.6M10.5 22.3l11-2.6" />
    </svg>
  );
}
