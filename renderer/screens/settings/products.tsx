// Which styles go to JOOR, with which colours, sizes, prices and texts.
import type { FieldSource, Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import { useAction } from '../../state/use-action.ts';
import { ErrorLine } from '../../ui/cards.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Group, NamesRow, Row, SwitchRow } from './rows.tsx';

const fieldWords: Readonly<Record<keyof Settings['products']['fields'], string>> = {
  name: 'Name',
  styleNumber: 'Style number',
  description: 'Description',
  orderMinimum: 'Order minimum',
  materials: 'Materials',
  fabrication: 'Fabrication',
  silhouette: 'Silhouette',
  countryOfOrigin: 'Country of origin',
  division: 'Division',
  measurements: 'Measurements',
};

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
const sourceNames = Object.keys(sourceWords).filter(isSource);

function wordsOf(source: FieldSource): string {
  if (source === 'off') return 'Off, kept as it is in JOOR';
  if ('from' in source) return sourceWords[source.from];
  if ('attribute' in source) return `Additional attribute ${source.attribute}`;
  return `Always “${source.text}”`;
}

const choices: readonly { readonly label: string; readonly source: FieldSource }[] = [
  { label: 'Off, kept as it is in JOOR', source: 'off' },
  ...sourceNames.map((from) => ({ label: sourceWords[from], source: { from } })),
  ...Array.from({ length: 10 }, (_, index) => ({
    label: `Additional attribute ${index + 1}`,
    source: { attribute: index + 1 },
  })),
];

export function ProductsSection() {
  const { products } = useStoreOf('settings').settings;
  return (
    <>
      <Group title="Which styles">
        <NamesRow
          path="products.selectTags"
          label="Tags that put a style into JOOR"
          hint="On the family or on any active product of it. Several with commas."
          value={products.selectTags}
        />
        <NamesRow
          path="products.excludeTags"
          label="Tags that keep it out"
          value={products.excludeTags}
          placeholder="None"
        />
        <SwitchRow
          path="products.includeWithoutFamily"
          label="Products without a family"
          hint="Each is a style of one SKU."
          isOn={products.includeWithoutFamily}
        />
      </Group>
      <Group title="Colour and size">
        <NamesRow
          path="products.colorOptionNames"
          label="Options that are the colour"
          value={products.colorOptionNames}
        />
        <NamesRow path="products.sizeOptionNames" label="Options that are the size" value={products.sizeOptionNames} />
        <SwitchRow
          path="products.splitByColor"
          label="Each colour is a style of its own"
          isOn={products.splitByColor}
        />
      </Group>
      <PriceTypes />
      <Group title="Fields in JOOR">
        {fieldNames.map((field) => (
          <FieldRow key={field} field={field} source={products.fields[field]} />
        ))}
      </Group>
    </>
  );
}

const isField = (name: string): name is keyof typeof fieldWords => Object.hasOwn(fieldWords, name);
const fieldNames = Object.keys(fieldWords).filter(isField);

function FieldRow({ field, source }: { readonly field: keyof typeof fieldWords; readonly source: FieldSource }) {
  const current = wordsOf(source);
  const labels = choices.map(({ label }) => label);
  const options = labels.includes(current) ? labels : [current, ...labels];
  const { run, error } = useAction();
  const { revision } = useStoreOf('settings');
  const save = (label: string) => {
    const chosen = choices.find((choice) => choice.label === label);
    if (chosen !== undefined)
      void run('settings.change', {
        revision,
        changes: [{ path: `products.fields.${field}`, value: chosen.source }],
      });
  };
  return (
    <Row label={fieldWords[field]} error={<ErrorLine error={error} />}>
      <Choose label={fieldWords[field]} value={current} options={options} onChange={save} />
    </Row>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseProps) {
  return (
    <SelectField
      isLabelHidden
      label={label}
      value={value}
      options={options.map((option) => ({ value: option, label: option }))}
      onChange={onChange}
    />
  );
}

/** Each price type of JOOR and the tier of Cin7 Core that it takes its prices from. */
function PriceTypes() {
  const { settings, revision } = useStoreOf('settings');
  const { priceTypes } = settings.products;
  const action = useAction();
  const set = (next: typeof priceTypes) =>
    void action.run('settings.change', { revision, changes: [{ path: 'products.priceTypes', value: next }] });
  const tiers = Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: `Tier ${index + 1}` }));
  return (
    <Group title="Prices">
      {priceTypes.length === 0 && (
        <Row label="No price type is mapped" hint="Prices aren’t sent until set-up’s review, or you here, map one.">
          {null}
        </Row>
      )}
      {priceTypes.map((type, index) => (
        <Row
          key={`${type.joorPriceType.name}/${type.joorPriceType.currency}`}
          label={`${type.joorPriceType.name}, ${type.joorPriceType.currency}`}
          hint="Wholesale price from this tier of Cin7 Core"
        >
          <SelectField
            isLabelHidden
            label={`Wholesale tier for ${type.joorPriceType.name}`}
            value={String(type.wholesaleTier)}
            options={tiers}
            onChange={(tier) =>
              set(priceTypes.map((each, at) => (at === index ? { ...each, wholesaleTier: Number(tier) } : each)))
            }
          />
        </Row>
      ))}
      <ErrorLine error={action.error} />
    </Group>
  );
}
