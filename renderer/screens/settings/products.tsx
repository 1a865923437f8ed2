// Which styles go to JOOR, with which colours, sizes, prices and texts.
import { useStoreOf } from '../../state/host.tsx';
import { useLists } from './editing/choices.ts';
import { NamesRow } from './editing/names-row.tsx';
import { WithLists } from './editing/with-lists.tsx';
import { StyleMapping } from './style-mapping.tsx';
import { Group, SwitchRow } from './rows.tsx';

export function ProductsSection() {
  const { products } = useStoreOf('settings').settings;
  const lists = useLists(['tags', 'optionNames', 'tiers', 'joorPriceTypes', 'attributes']);
  return (
    <WithLists lists={lists} needed={['tiers', 'joorPriceTypes']}>
      <Group title="Which styles">
        <NamesRow
          path="products.selectTags"
          what="tag"
          label="Tags that put a style into JOOR"
          hint="On the family or on any active product of it; one of them is enough."
          names={products.selectTags}
          known={lists.of('tags')}
          unknown="on no style"
          empty="Without a tag no style goes to JOOR."
        />
        <NamesRow
          path="products.excludeTags"
          what="tag"
          label="Tags that keep it out"
          hint="They win over the tags above. On a single product they keep that SKU out of linesheets."
          names={products.excludeTags}
          known={lists.of('tags')}
          unknown="on no style"
          empty="None: no tag keeps a style out."
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
          what="name"
          label="Options that are the colour"
          hint="Options of a family that are neither join the colour."
          names={products.colorOptionNames}
          known={lists.of('optionNames')}
          empty="None: every style has one colour."
        />
        <NamesRow
          path="products.sizeOptionNames"
          what="name"
          label="Options that are the size"
          names={products.sizeOptionNames}
          known={lists.of('optionNames')}
          empty="None: every style has one size."
        />
        <SwitchRow
          path="products.splitByColor"
          label="Each colour is a style of its own"
          isOn={products.splitByColor}
        />
      </Group>
      <StyleMapping lists={lists} />
    </WithLists>
  );
}
