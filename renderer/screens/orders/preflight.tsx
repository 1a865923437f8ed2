// What pre-flight settled before anything is written, and what it could not (ORD-2).
import type { PreflightCheck } from '../../../core/contract/orders.ts';
import { useFormats } from '../../state/format.ts';
import { DrawerPart } from '../../ui/grid/drawer.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './preflight.module.css';

const checkWords: Readonly<Record<PreflightCheck['name'], string>> = {
  customer: 'Customer',
  lines: 'Lines',
  'tax-rule': 'Tax rule',
  totals: 'Totals',
  terms: 'Terms',
  location: 'Location',
  carrier: 'Carrier',
  currency: 'Currency',
  freight: 'Freight',
};

interface PreflightProps {
  readonly checks: readonly PreflightCheck[];
  readonly checkedAt: string | null;
}

export function Preflight({ checks, checkedAt }: PreflightProps) {
  const formats = useFormats();
  return (
    <DrawerPart title="Pre-flight" aside={checkedAt === null ? undefined : `checked ${formats.short(checkedAt)}`}>
      <ul className={styles.checks}>
        {checks.map(({ name, isSettled, value }) => (
          <li key={name} className={styles.check}>
            <Icon
              name={isSettled ? 'circle-check' : 'alert-circle-filled'}
              size={14}
              colour={isSettled ? 'ok' : 'warnFill'}
            />
            <span className={styles.name}>
              {checkWords[name]}
              <span className="heard">{isSettled ? ', settled' : ', not settled'}</span>
            </span>
            <span className={isSettled ? styles.value : styles.open} title={value}>
              {value}
            </span>
          </li>
        ))}
      </ul>
    </DrawerPart>
  );
}
