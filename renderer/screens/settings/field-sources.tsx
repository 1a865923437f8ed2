// Where each of JOOR's fields takes its value from, or that it is kept in JOOR.
import type { ErrorView } from '../../../core/contract/errors.ts';
import { styleFieldNames, styleFieldWords, type StyleFieldName } from '../../../core/contract/settings.ts';
import type { FieldSource, Settings } from '../../../core/contract/stores.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { optionsOf, type Lists } from './editing/choices.ts';
import { Row } from './rows.tsx';

type Fields = Settings['products']['fields'];

interface FieldSourcesProps {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
  readonly lists: Lists;
  readonly error: ErrorView | null;
}

export function FieldSources({ fields, onChange, lists, error }: FieldSourcesProps) {
  return styleFieldNames.map((field) => (
    <FieldRow
      key={field}
      field={field}
      source={fields[field]}
      lists={lists}
      problem={error?.problems?.find(({ path }) => path.startsWith(`products.fields.${field}`))?.sentence ?? null}
      onChange={(source) => onChange({ ...fields, [field]: source })}
    />
  ));
}

const sourceWords = {
  name: 'Cin7’s name',
  sku: 'Cin7’s SKU',
  shortDescription: 'Cin7’s short description',
  description: 'Cin7’s description',
  brand: 'Cin7’s brand',
  category: 'Cin7’s category',
  countryOfOrigin: 'Cin7’s country of origin',
} as const;

const isSource = (name: string): name is keyof typeof sourceWords => Object.hasOwn(sourceWords, name);

interface FieldRowProps {
  readonly field: StyleFieldName;
  readonly source: FieldSource;
  readonly lists: Lists;
  readonly problem: string | null;
  readonly onChange: (source: FieldSource) => void;
}

function FieldRow({ field, source, lists, problem, onChange }: FieldRowProps) {
  const label = styleFieldWords[field];
  const attributes = optionsOf(lists.of('attributes'), attributeOf(source), lists.isKnown);
  return (
    <Row label={label}>
      <SelectField
        isLabelHidden
        label={label}
        value={valueOf(source)}
        error={problem}
        options={[
          { value: 'off', label: 'Off, kept as it is in JOOR' },
          ...Object.entries(sourceWords).map(([value, words]) => ({ value, label: words })),
          ...attributes.map(({ value, label: words }) => ({ value: `attribute:${value}`, label: words })),
          { value: 'text', label: 'Always the same text' },
        ]}
        onChange={(value) => onChange(sourceOf(value))}
      />
      {typeof source === 'object' && 'text' in source && (
        <TextField
          isLabelHidden
          label={`${label}, always`}
          placeholder="The text for every style"
          value={source.text}
          onChange={(text) => onChange({ text })}
        />
      )}
    </Row>
  );
}

const attributeOf = (source: FieldSource) =>
  typeof source === 'object' && 'attribute' in source ? String(source.attribute) : '';

function valueOf(source: FieldSource): string {
  if (source === 'off') return 'off';
  if ('from' in source) return source.from;
  return 'text' in source ? 'text' : `attribute:${source.attribute}`;
}

function sourceOf(value: string): FieldSource {
  if (isSource(value)) return { from: value };
  if (value === 'text') return { text: '' };
  if (value.startsWith('attribute:')) return { attribute: Number(value.slice('attribute:'.length)) };
  return 'off';
}
