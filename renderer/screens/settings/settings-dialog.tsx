// One section of the settings as a dialog, for set-up, which has no place for all of them.
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { EffectDialog } from './editing/effect-dialog.tsx';
import { sectionOf } from './sections.ts';
import styles from './settings.module.css';

export function SettingsDialog({ section }: { readonly section: string }) {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  const { label, Shown } = sectionOf(section);
  return (
    <Dialog
      title={label}
      subtitle="What you choose is kept at once; lists have a button to save them."
      onClose={closeOver}
      footer={
        <>
          <FooterGap />
          <Button onClick={closeOver}>Close</Button>
        </>
      }
    >
      <div className={styles.sections}>
        <Shown />
      </div>
      <EffectDialog />
    </Dialog>
  );
}
