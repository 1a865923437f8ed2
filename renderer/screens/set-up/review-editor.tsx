// The editor of one review row: one of a few, several of many, or a text; what belongs into the settings goes there.
import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { ReviewRow } from '../../../core/contract/queries.ts';
import { useNavigation } from '../../state/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './review-editor.module.css';

interface EditorProps {
  readonly row: ReviewRow;
  readonly isBusy: boolean;
  /** Answers the row: the values of its options, or what was typed. */
  readonly onAnswer: (values: string[]) => Promise<void>;
}

export function ReviewEditor({ row, isBusy, onAnswer }: EditorProps) {
  const { editor } = row;
  switch (editor.kind) {
    case 'one-of':
      return (
        <SelectField
          isLabelHidden
          label={row.title}
          placeholder="Choose"
          isDisabled={isBusy}
          value={editor.selected ?? ''}
          options={editor.options.map(({ value, label, why }) => ({
            value,
            label: why === '' ? label : `${label}: ${why}`,
          }))}
          onChange={(value) => void onAnswer([value])}
        />
      );
    case 'many-of':
      return <ManyOf row={row} editor={editor} isBusy={isBusy} onAnswer={onAnswer} />;
    case 'text':
      return <TextEditor row={row} editor={editor} onAnswer={onAnswer} />;
    case 'settings':
      return <SettingsLink section={editor.section} />;
  }
}

type Editor<Kind> = Extract<ReviewRow['editor'], { readonly kind: Kind }>;

function ManyOf({ row, editor, isBusy, onAnswer }: EditorProps & { readonly editor: Editor<'many-of'> }) {
  const [chosen, setChosen] = useState<readonly string[]>(editor.selected);
  const labels = editor.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <Menu closeOnItemClick={false} position="bottom-start" width="target" trapFocus>
      <Menu.Target>
        <button
          type="button"
          className={styles.many}
          disabled={isBusy}
          aria-label={`${row.title}: ${labels.join(', ')}`}
        >
          <span className={styles.manyText}>{labels.length === 0 ? 'Choose' : labels.join(', ')}</span>
          <Icon name="chevron-down" size={14} colour="text2" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.options}>
          {editor.options.map(({ value, label, why }) => (
            <Check
              key={value}
              isChecked={chosen.includes(value)}
              onChange={(isChecked) =>
                setChosen(isChecked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
              label={
                <>
                  {label} <span className={styles.why}>{why}</span>
                </>
              }
            />
          ))}
        </div>
        <Button
          small
          look="primary"
          className={styles.save}
          disabled={chosen.length === 0}
          onClick={() => void onAnswer([...chosen])}
        >
          Use {chosen.length === 1 ? 'this one' : `these ${chosen.length}`}
        </Button>
      </Menu.Dropdown>
    </Menu>
  );
}

function TextEditor({ row, editor, onAnswer }: Omit<EditorProps, 'isBusy'> & { readonly editor: Editor<'text'> }) {
  const [text, setText] = useState(editor.value);
  return (
    <TextField
      isLabelHidden
      label={row.title}
      value={text}
      placeholder={editor.placeholder}
      suffix={editor.suffix}
      onChange={setText}
      onCommit={() => {
        if (text.trim() !== '' && text.trim() !== editor.value) void onAnswer([text.trim()]);
      }}
    />
  );
}

function SettingsLink({ section }: { readonly section: string }) {
  const show = useNavigation((navigation) => navigation.show);
  return (
    <Button small onClick={() => show({ kind: 'settings', section })}>
      Open settings
    </Button>
  );
}
