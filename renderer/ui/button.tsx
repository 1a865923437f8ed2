// Buttons: one primary per view, the rest bordered or quiet; red only for what can't be undone. A button without a visible
// word has a name and a tooltip.
import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly look?: 'primary' | 'bordered' | 'quiet' | 'danger' | 'link';
  /** 30 by default, 26 in rows and cards. */
  readonly small?: boolean;
  readonly icon?: IconName | undefined;
  /** Works on it: the button keeps its size, can't be pressed again and says so to screen readers. */
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'bordered',
  small = false,
  icon,
  busy = false,
  type = 'button',
  className,
  children,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      // The type is one of the two that a form knows.
      type={type === 'submit' ? 'submit' : 'button'}
      className={cx(styles.button, styles[look], small && styles.small, className)}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {icon !== undefined && <Icon name={busy ? 'loader-2' : icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'children'> {
  readonly name: string;
  readonly icon: IconName;
  readonly bordered?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ name, icon, bordered = false, className, ...rest }: IconButtonProps) {
  return (
    // Over what the button has opened, its name would only be in the way.
    <Tooltip label={name} disabled={rest['aria-expanded'] === true}>
      <button
        type="button"
        aria-label={name}
        className={cx(styles.iconButton, bordered && styles.iconBordered, className)}
        {...rest}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}

/** Words inside running text that do something here, or open the account's own site. */
export function TextLink({
  children,
  onClick,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & { readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.textLink} onClick={onClick} {...rest}>
      {children}
    </button>
  );
}
