// One section of the settings as a dialog, for set-up, which has no place for all of them.
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, FooterGap } from '../../ui/dialog.tsx';
import { sectionOf } from './sections.ts';

export function SettingsDialog({ section }: { readonly section: string }) {
  const closeOver = useNavigation((navigation) => navigation.closeOver);
  const { label, Shown } = sectionOf(section);
  return (
    <Dialog
      title={label}
      subtitle="Each change is kept at once."
      onClose={closeOver}
      footer={
        <>
          <FooterGap />
          <Button onClick={closeOver}>Close</Button>
        </>
      }
    >
      <Shown />
    </Dialog>
  );
}
