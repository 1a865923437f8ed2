// Every icon the screens use, by its name in the icon set. An icon never stands alone: beside it is a word, or the button that
// holds it has a name.
import {
  IconActivity,
  IconAlertCircleFilled,
  IconAlertOctagonFilled,
  IconBarcode,
  IconBuildingStore,
  IconCheck,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconCircleArrowRight,
  IconCircleArrowUp,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconCircleMinus,
  IconClock,
  IconColumns3,
  IconCopy,
  IconCurrencyEuro,
  IconDatabase,
  IconDeviceDesktop,
  IconDots,
  IconDownload,
  IconExternalLink,
  IconEyeOff,
  IconFileAlert,
  IconFileDiff,
  IconFilter,
  IconFlask2,
  IconHanger,
  IconHome,
  IconHourglass,
  IconInfoCircle,
  IconListCheck,
  IconLoader2,
  IconLock,
  IconPackages,
  IconPlayerPauseFilled,
  IconPlayerStop,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPointFilled,
  IconProgressHelp,
  IconReceipt,
  IconRefresh,
  IconRefreshAlert,
  IconSearch,
  IconSelector,
  IconSettings,
  IconShieldHalf,
  IconTags,
  IconUserQuestion,
  IconUsers,
  IconWifiOff,
  IconX,
} from '@tabler/icons-react';
import type { ColourRole } from '../../core/contract/words.ts';
import styles from './icon.module.css';
import { cx } from './cx.ts';

const icons = {
  home: IconHome,
  hanger: IconHanger,
  receipt: IconReceipt,
  users: IconUsers,
  activity: IconActivity,
  settings: IconSettings,
  refresh: IconRefresh,
  'player-stop': IconPlayerStop,
  'list-check': IconListCheck,
  download: IconDownload,
  'external-link': IconExternalLink,
  'columns-3': IconColumns3,
  filter: IconFilter,
  search: IconSearch,
  x: IconX,
  dots: IconDots,
  'shield-half': IconShieldHalf,
  barcode: IconBarcode,
  'currency-euro': IconCurrencyEuro,
  'file-diff': IconFileDiff,
  'file-alert': IconFileAlert,
  'eye-off': IconEyeOff,
  lock: IconLock,
  'wifi-off': IconWifiOff,
  hourglass: IconHourglass,
  'flask-2': IconFlask2,
  'plug-connected': IconPlugConnected,
  'plug-off': IconPlugConnectedX,
  'device-desktop': IconDeviceDesktop,
  'circle-check': IconCircleCheck,
  'circle-check-filled': IconCircleCheckFilled,
  'circle-arrow-up': IconCircleArrowUp,
  'circle-arrow-right': IconCircleArrowRight,
  'circle-dotted': IconCircleDotted,
  'circle-minus': IconCircleMinus,
  'loader-2': IconLoader2,
  'progress-help': IconProgressHelp,
  'player-pause-filled': IconPlayerPauseFilled,
  'alert-circle-filled': IconAlertCircleFilled,
  'alert-octagon-filled': IconAlertOctagonFilled,
  'point-filled': IconPointFilled,
  'refresh-alert': IconRefreshAlert,
  'info-circle': IconInfoCircle,
  selector: IconSelector,
  'chevron-down': IconChevronDown,
  'chevron-up': IconChevronUp,
  'chevron-left': IconChevronLeft,
  'chevron-right': IconChevronRight,
  check: IconCheck,
  clock: IconClock,
  database: IconDatabase,
  'building-store': IconBuildingStore,
  copy: IconCopy,
  'user-question': IconUserQuestion,
  packages: IconPackages,
  tags: IconTags,
} as const;

export type IconName = keyof typeof icons;

interface IconProps {
  readonly name: IconName;
  /** 16 beside text and in buttons, 14 in state cells. */
  readonly size?: number;
  readonly colour?: ColourRole | undefined;
  readonly className?: string | undefined;
}

export function Icon({ name, size = 16, colour, className }: IconProps) {
  const Shape = icons[name];
  const length = `calc(${size} * var(--px))`;
  return (
    <Shape
      // Not as the attribute `width`: Chromium before 131 or so reads no variable there, and draws the icon as wide as it can.
      style={{ width: length, height: length }}
      stroke={size < 16 ? 2 : 1.75}
      aria-hidden
      data-colour={colour}
      className={cx(styles.icon, name === 'loader-2' && styles.turning, className)}
    />
  );
}
