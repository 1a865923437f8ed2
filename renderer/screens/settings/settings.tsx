// Settings in the user's words: connections, flows and schedule first, then what is sent, where stock and sales go, this PC.
import { useStoreOf } from '../../state/host.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { ErrorCard } from '../../ui/cards.tsx';
import { cx } from '../../ui/cx.ts';
import { useErrorAction } from '../frame/error-action.ts';
import { TopBar } from '../frame/top-bar.tsx';
import { EffectDialog } from './editing/effect-dialog.tsx';
import { sectionOf, sections } from './sections.ts';
import styles from './settings.module.css';

export function SettingsScreen() {
  const { section, setSection } = useNavigation();
  const { error } = useStoreOf('settings');
  const action = useErrorAction(error);
  const chosen = sectionOf(section);
  const { Shown } = chosen;
  return (
    <>
      <TopBar title="Settings" />
      <div className={styles.columns}>
        <nav className={styles.nav} aria-label="Settings">
          <ul>
            {sections.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === chosen.id ? 'page' : undefined}
                  className={cx(styles.place, id === chosen.id && styles.chosen)}
                  onClick={() => setSection(id)}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.scroll}>
          <div className={styles.page}>
            {error !== null && <ErrorCard error={error} onAction={action?.run} isBusy={action?.isBusy ?? false} />}
            <h2 className={styles.title}>{chosen.label}</h2>
            <Shown key={chosen.id} />
          </div>
        </div>
      </div>
      <EffectDialog />
    </>
  );
}
