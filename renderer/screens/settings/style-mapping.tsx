// Prices and fields of a style, edited together beside one of the brand's own styles as JOOR would get it.
import type { Settings } from '../../../core/contract/stores.ts';
import { useStoreOf } from '../../state/host.tsx';
import type { Lists } from './editing/choices.ts';
import { DraftBar } from './editing/draft-bar.tsx';
import { useDraft, type Draft } from './editing/use-draft.ts';
import { FieldSources } from './field-sources.tsx';
import { PriceTypes, missingPriceType } from './price-types.tsx';
import { StylePreview } from './style-preview.tsx';
import { Group } from './rows.tsx';
import styles from './style-mapping.module.css';

export type StyleMap = Pick<Settings['products'], 'priceTypes' | 'fields'>;

export function StyleMapping({ lists }: { readonly lists: Lists }) {
  const { products } = useStoreOf('settings').settings;
  const { priceTypes, fields } = products;
  const draft: Draft<StyleMap> = useDraft<StyleMap>({ priceTypes, fields }, (value) => [
    ...(JSON.stringify(value.priceTypes) === JSON.stringify(priceTypes)
      ? []
      : [{ path: 'products.priceTypes', value: value.priceTypes }]),
    ...(JSON.stringify(value.fields) === JSON.stringify(fields)
      ? []
      : [{ path: 'products.fields', value: value.fields }]),
  ]);
  const missing = missingPriceType(draft.value.priceTypes);
  return (
    <div className={styles.mapping}>
      <Group title="Prices">
        <PriceTypes
          types={draft.value.priceTypes}
          onChange={(next) => draft.set({ ...draft.value, priceTypes: [...next] })}
          lists={lists}
        />
      </Group>
      <div className={styles.columns}>
        <Group title="Fields in JOOR" hint="A field that is off is never written: what stands in JOOR stays.">
          <FieldSources
            fields={draft.value.fields}
            onChange={(next) => draft.set({ ...draft.value, fields: next })}
            lists={lists}
            error={draft.error}
          />
        </Group>
        <StylePreview changes={missing === null ? draft.changes : []}>
          <DraftBar
            draft={draft}
            what="prices and fields"
            missing={missing}
            shown={(path) => path.startsWith('products.fields.')}
          />
        </StylePreview>
      </div>
    </div>
  );
}
