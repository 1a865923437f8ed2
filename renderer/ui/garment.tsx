// What stands where a product's picture will be: the outline of what its name says it is, on a tile. Never a wrong picture.
import { cx } from './cx.ts';
import styles from './garment.module.css';

type Shape = 'dress' | 'skirt' | 'trouser' | 'coat' | 'knit' | 'tee';

const words: readonly (readonly [Shape, RegExp])[] = [
  ['dress', /dress|gown|jumpsuit|slip|romper|kaftan/i],
  ['skirt', /skirt|sarong/i],
  ['trouser', /trouser|pant|jean|short\b|shorts|legging|chino/i],
  ['coat', /coat|jacket|blazer|trench|vest|parka/i],
  ['knit', /knit|cardigan|sweater|jumper|hoodie|sweat/i],
];

/** The shape that a name speaks of; a top where it speaks of none. */
function shapeOf(name: string): Shape {
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? 'tee';
}

const paths: Readonly<Record<Shape, string>> = {
  dress: 'M12.5 7 14 12l-2.5 7L8 33h16l-3.5-14L18 12l1.5-5M12.5 7 16 12l3.5-5M11.5 19h9',
  skirt: 'M11.5 9h9v3l4 20h-17l4-20V9M11.5 12h9',
  trouser: 'M11 7h10l2.5 26h-5.5L16 15l-2 18H8.5L11 7M11 10h10',
  coat: 'M12.5 8 7 12 5.5 26h3.5l.5-7v14h13V19l.5 7h3.5L25 12l-5.5-4L16 15l-3.5-7M16 15v18',
  knit: 'M12.5 9 7 12 5.5 27h4v5h13v-5h4L25 12l-5.5-3c-1.5 2-5.5 2-7 0M9.5 29h13',
  tee: 'M12 10 6.5 13l2 6 2.5-1v13h10V18l2.5 1 2-6L20 10c-1.5 2.5-6.5 2.5-8 0',
};

interface GarmentProps {
  readonly name: string;
  readonly size?: 'grid' | 'line' | 'drawer';
}

export function Garment({ name, size = 'grid' }: GarmentProps) {
  return (
    <svg viewBox="0 0 32 40" className={cx(styles.tile, styles[size])} aria-hidden>
      <path d={paths[shapeOf(name)]} className={styles.outline} />
    </svg>
  );
}
