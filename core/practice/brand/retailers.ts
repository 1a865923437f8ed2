// The practice brand's retailers: codes, names, contacts and addresses, AUD mostly. The first ones are plain and active;
// those on credit hold and deprecated ones come last, so that orders can keep clear of them.
import type { Dice } from './dice.ts';
import { type Place, places } from './places.ts';
import type { BrandAddress, BrandRetailer } from './types.ts';

const firstWords = [
  'Northern Lights|Tide & Timber|Salt Street|Paper Moon|Wattle & Vine|Harbour Lane|The Corner|Little Wren|Juniper|Driftwood',
  'Velvet Fox|Magnolia|Grey Gum|Saltbush|Second Story|Lantern|Fig & Fern|Poppy & Co|Silver Birch|Casa Nova|Blue Door',
  'Maison Claire|Oak & Ivory|Sunday Best|Tall Poppy|Kindred|Harvest Moon|Bluestone|Lighthouse|Pepperberry|Banksia',
].flatMap((line) => line.split('|'));
const secondWords = [
  'Boutique',
  'Store',
  'Trading',
  'Clothiers',
  'Collective',
  'Wardrobe',
  'Emporium',
  'Studio',
  'Concept',
  'Outfitters',
];
const givenNames =
  'Freya Sam Priya Tom Mei Isla Omar Grace Luca Hana Jack Elena Noah Aisha Ruby Hugo Mina Oscar Zoe'.split(' ');
const familyNames =
  'Lund Reid Nair Okafor Chen Marsh Haddad Byrne Rossi Sato Walsh Petrov Khan Quinn Novak Dubois'.split(' ');
const streets = 'High St|Bay Rd|Station St|Victoria Ave|Market Ln|Church St|Queen St|Mill Rd|Beach Pde|King St'.split(
  '|',
);

/** The given number of retailers, codes `NB-0001` and on. */
export function makeRetailers(count: number, dice: Dice): BrandRetailer[] {
  const names = retailerNames(count, dice);
  const unusual = Math.min(4, Math.floor(count / 50));
  return names.map((name, index): BrandRetailer => {
    const currency = currencyOf(index);
    const place = dice.pick(places.filter((candidate) => candidate.currency === currency));
    const contactName = `${dice.pick(givenNames)} ${dice.pick(familyNames)}`;
    const domain = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '')}.example`;
    const billing = addressIn(place, dice);
    const fromEnd = count - 1 - index;
    return {
      id: dice.uuid(),
      code: `NB-${String(index + 1).padStart(4, '0')}`,
      name,
      currency,
      priceTier: currency === 'USD' ? 'Wholesale USD' : 'Wholesale AUD',
      taxRule: place.address.countryIso2 === 'AU' ? 'GST on Income' : 'GST Free Exports',
      paymentTerm: dice.pick(['30 days', '30 days', '30 days', '14 days', '60 days', 'Prepaid']),
      contactName,
      email: `${dice.pick(['buying', 'orders', 'hello', 'wholesale'])}@${domain}`,
      phone: `${place.dialling} ${dice.between(2000, 9999)} ${dice.between(1000, 9999)}`,
      billing,
      shipping: dice.chance(0.35) ? { ...addressIn(place, dice), line2: `Dock ${dice.between(1, 9)}` } : billing,
      status: fromEnd < unusual ? 'Deprecated' : 'Active',
      isOnCreditHold: fromEnd >= unusual && fromEnd < 2 * unusual,
    };
  });
}

/** A quarter in US dollars, one in twenty in another currency, the rest in Australian dollars. */
function currencyOf(index: number): string {
  if (index % 4 === 2) return 'USD';
  if (index % 20 !== 19) return 'AUD';
  return ['NZD', 'GBP', 'EUR'][Math.floor(index / 20) % 3] ?? 'NZD';
}

function retailerNames(count: number, dice: Dice): string[] {
  const pairs = dice.shuffle(firstWords.flatMap((first) => secondWords.map((second) => `${first} ${second}`)));
  const more = Array.from({ length: Math.max(0, count - pairs.length) }, (_, index) => {
    const round = Math.floor(index / pairs.length) + 2;
    return `${pairs[index % pairs.length] ?? 'Shop'} No. ${round}`;
  });
  return [...pairs, ...more].slice(0, count);
}

function addressIn(place: Place, dice: Dice): BrandAddress {
  return { ...place.address, line1: `${dice.between(1, 240)} ${dice.pick(streets)}`, line2: '' };
}
