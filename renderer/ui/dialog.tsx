// A dialog shows one decision: the question as its title, the facts, and a footer with what can be done. Focus goes in, stays,
// and returns to its opener; Esc is the way out. A sheet is the same, wider, rising over a screen.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';
import { useReturnFocus } from './return-focus.ts';

interface DialogProps {
  readonly title: string;
  /** What stands beside the title: a tag. */
  readonly mark?: ReactNode;
  readonly subtitle?: ReactNode;
  /** What stands at the right of the title, before the close button. */
  readonly tools?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly kind?: 'dialog' | 'narrow' | 'sheet';
}

export function Dialog({ title, mark, subtitle, tools, footer, children, onClose, kind = 'dialog' }: DialogProps) {
  const isSheet = kind === 'sheet';
  useReturnFocus();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered={!isSheet}
      lockScroll={false}
      padding={0}
      transitionProps={{ transition: 'fade-up', duration: 180 }}
      classNames={{ inner: cx(styles.inner, isSheet && styles.sheetInner), content: cx(styles.content, styles[kind]) }}
    >
      <Modal.Overlay className={styles.scrim} />
      <Modal.Content radius={10}>
        <div className={styles.frame}>
          <header className={styles.header}>
            <div className={styles.heading}>
              <div className={styles.titleRow}>
                <Modal.Title className={styles.title}>{title}</Modal.Title>
                {mark}
              </div>
              {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
            </div>
            {tools}
            <IconButton name="Close" icon="x" onClick={onClose} className={styles.close} />
          </header>
          <div className={styles.body} tabIndex={-1} data-autofocus>
            {children}
          </div>
          <footer className={styles.footer}>{footer}</footer>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Pushes what follows to the right end of a footer. */
export function FooterGap() {
  return <span className={styles.gap} />;
}
