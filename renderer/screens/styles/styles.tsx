// Styles in three views: every style and where it stands, the linesheets, and every difference field by field.
import { useNavigation, type StyleView } from '../../state/navigation.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TopBar } from '../frame/top-bar.tsx';
import { AllStyles } from './all-styles.tsx';
import { CompareView } from './compare.tsx';
import { LinesheetsView } from './linesheets.tsx';

const views: readonly { readonly value: StyleView; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'linesheets', label: 'Linesheets' },
  { value: 'compare', label: 'Compare' },
];

const viewOf = { all: AllStyles, linesheets: LinesheetsView, compare: CompareView } as const;

export function StylesScreen() {
  const { styles: place, setStyles } = useNavigation();
  const View = viewOf[place.view];
  return (
    <>
      <TopBar
        title="Styles"
        tools={
          <Segmented
            name="View"
            value={place.view}
            segments={views}
            onChange={(view) => setStyles({ view, open: null })}
          />
        }
      />
      <View />
    </>
  );
}
