// `npm run bench`: the figures that Seamline promises, measured here and now, beside their formulas. Fails when one
// misses its mark.
import { catalogueFigures, unchangedFigures } from './catalogue.ts';
import { printFigures } from './figures.ts';
import { memoryFigures } from './memory.ts';
import { orderFigures } from './orders.ts';
import { planningFigures } from './planning.ts';
import { stretchFigures } from './stretches.ts';
import { transportFigures } from './transport.ts';

const met: boolean[] = [];
const catalogue = await catalogueFigures();
met.push(
  printFigures(
    'First sync of the catalogue: 400 styles, 5,000 SKUs, two price types, 12 linesheets, one location',
    catalogue.first,
  ),
);
met.push(printFigures('Nothing changed: the catalogue', catalogue.unchanged));
met.push(printFigures('Nothing changed: every flow', await unchangedFigures()));
met.push(printFigures('Transport', await transportFigures()));
met.push(printFigures('Orders into Cin7: plain ones, customers known, claim when-available', await orderFigures()));
met.push(printFigures('Planning', await planningFigures()));
met.push(printFigures('The thread that a window shares', await stretchFigures()));
met.push(printFigures('Memory', await memoryFigures()));

if (met.includes(false)) {
  console.error('\nA figure missed its mark.');
  process.exitCode = 1;
}
