// The awkward cases that every client of this API meets sooner or later (Cin7 14.4), added to a brand on request. Stock items
// carry the tag that selects them for JOOR, so that they go through everything; SKUs begin with `AWK`.
import { createDice, type Dice } from '../../brand/dice.ts';
import type { Cin7Context } from '../context.ts';
import { customerFields, familyFields, productFields } from '../state/new-records.ts';
import type { AttachmentRecord, FamilyMember, ProductFields, ProductRecord } from '../state/records.ts';
import { customerByName, defaultLocation } from '../state/state.ts';
import { exportTax, receivableAccount, revenueAccount, salesTax } from './references.ts';
import { images } from './seed.ts';

/** Adds them all. */
export function seedAwkward(context: Cin7Context): void {
  const dice = createDice(context.ids);
  seedFamilies(context, dice);
  seedProducts(context, dice);
  seedStock(context, dice);
  seedCustomers(context, dice);
  // Two tiers of one name: PriceTiers vanishes from every product (Cin7 3.2).
  context.state.references.tierNames[9] = context.state.references.tierNames[8] ?? 'Tier 9';
  // More than one page at the largest limit (Cin7 14.4).
  for (let count = context.state.catalogue.products().length; count < 1501; count += 1) {
    addProduct(context, dice, { SKU: `AWK-FILL-${String(count).padStart(4, '0')}`, Name: 'Filler', Tags: '' });
  }
}

type Given = Pick<ProductFields, 'SKU' | 'Name'> & Partial<ProductFields>;

function addProduct(
  { state, clock }: Cin7Context,
  dice: Dice,
  given: Given,
  more: Partial<Pick<ProductRecord, 'attachments' | 'components'>> = {},
): ProductRecord {
  const product: ProductRecord = {
    id: dice.uuid(),
    fields: productFields({
      Category: 'Services',
      Tags: 'JOOR',
      PriceTier1: 90,
      PriceTier2: 40,
      PriceTier4: 27,
      ...given,
    }),
    averageCost: 12.3456,
    modifiedAt: clock.now() - 10 * 86_400_000,
    attachments: [],
    components: [],
    ...more,
  };
  state.catalogue.addProduct(product);
  return product;
}

function addFamily(
  { state, clock }: Cin7Context,
  dice: Dice,
  sku: string,
  optionNames: readonly [string, string, string],
  members: readonly (readonly [ProductRecord, string, string, string])[],
  attachments: AttachmentRecord[] = [],
): void {
  const [Option1Name, Option2Name, Option3Name] = optionNames;
  state.catalogue.addFamily({
    id: dice.uuid(),
    fields: familyFields({
      SKU: sku,
      Name: sku,
      Category: 'Services',
      Tags: 'JOOR',
      Option1Name,
      Option2Name,
      Option3Name,
    }),
    members: members.map(([product, ...options]): FamilyMember => ({ productId: product.id, options: [...options] })),
    modifiedAt: clock.now() - 10 * 86_400_000,
    attachments,
  });
}

function seedFamilies(context: Cin7Context, dice: Dice): void {
  const product = (SKU: string, given: Partial<ProductFields> = {}, attachments: AttachmentRecord[] = []) =>
    addProduct(context, dice, { SKU, Name: SKU, ...given }, { attachments });
  addFamily(
    context,
    dice,
    'AWK-THREE',
    ['Colour', 'Length', 'Size'],
    [
      [product('AWK-THREE-1'), 'Navy', 'Regular', '10'],
      [product('AWK-THREE-2'), 'Navy', 'Long', '10'],
    ],
  );
  addFamily(
    context,
    dice,
    'AWK-CASE',
    ['COLOUR', 'size', ''],
    [
      [product('AWK-CASE-1'), 'Navy', 'M', ''],
      [product('AWK-CASE-2'), 'NAVY', 'L', ''],
      [product('AWK-CASE-3'), ' navy ', 'XL', ''],
    ],
  );
  addFamily(context, dice, 'AWK-EMPTY', ['Colour', '', ''], []);
  addFamily(
    context,
    dice,
    'AWK-GONE',
    ['Colour', 'Size', ''],
    [
      [product('AWK-GONE-1', { Status: 'Deprecated' }), 'Navy', 'M', ''],
      [product('AWK-GONE-2', { Status: 'Deprecated' }), 'Navy', 'L', ''],
    ],
  );
  addFamily(
    context,
    dice,
    'AWK-FAMILY-IMAGE',
    ['Colour', '', ''],
    [[product('AWK-FAMILY-IMAGE-1'), 'Navy', '', '']],
    images('AWK-FAMILY-IMAGE', 2, dice),
  );
  addFamily(
    context,
    dice,
    'AWK-VARIANT-IMAGE',
    ['Colour', '', ''],
    [[product('AWK-VARIANT-IMAGE-1', {}, images('AWK-VARIANT-IMAGE', 1, dice)), 'Navy', '', '']],
  );
  addFamily(
    context,
    dice,
    'AWK-BOTH-IMAGES',
    ['Colour', '', ''],
    [[product('AWK-BOTH-IMAGES-1', {}, images('AWK-BOTH-1', 1, dice)), 'Navy', '', '']],
    images('AWK-BOTH', 1, dice),
  );
}

function seedProducts(context: Cin7Context, dice: Dice): void {
  const file = (contentType: string, fileName: string): AttachmentRecord[] => [
    { id: dice.uuid(), contentType, fileName, isDefault: true },
  ];
  const add = (SKU: string, given: Partial<ProductFields> = {}, attachments: AttachmentRecord[] = []) =>
    addProduct(context, dice, { SKU, Name: `Awkward ${SKU}`, ...given }, { attachments });

  add('AWK-ALONE');
  add('[:[OrderTotalDiscount]:]', { Name: 'Order Total Discount', Type: 'Service', Tags: null });
  add('_1_', { Type: 'Service', Tags: null, Sellable: false });
  add('AWK-NON-INVENTORY', { Type: 'Non Inventory' });
  add('AWK-SETUP', { Status: 'Setup required' });
  add('AWK-UPPER-STATUS', { Status: 'ACTIVE' });
  add('AWK-TAGS-NULL', { Tags: null });
  add('AWK-TAGS-EMPTY', { Tags: '' });
  add('AWK-TAGS-LOOSE', { Tags: ' SS27 , Core,,core, JOOR ' });
  add('AWK-TAGS-MANY', { Tags: manyTags() });
  add('AWK-HTML', {
    Description: '<p>Caf&eacute; &amp; bar <b>shirt</b></p><script>alert(1)</script><br/>Line &lt;two&gt;',
  });
  add('AWK-TWIN-1', { Name: 'Awkward twin', Barcode: '9351999000013' });
  add('AWK-TWIN-2', { Name: 'Awkward twin', Barcode: '9351999000013' });
  add('AWK/SLASH');
  add('AWK & CO');
  add('AWK+PLUS');
  add('AWK SPACE  TWO');
  add('AWK-ÄÖ-東京');
  add('AWK-NO-PRICE', { PriceTier1: 0, PriceTier2: 0, PriceTier4: 0 });
  add('AWK-PDF', {}, file('application/pdf', 'size chart.pdf'));
  add('AWK-OCTETS', {}, file('application/octet-stream', 'photo.png'));
  add('AWK-DROP-SHIP', { DropShipMode: 'Always Drop Ship' });
  add('AWK-OPTIONAL-DROP-SHIP', { DropShipMode: 'Optional Drop Ship' });
  add('AWK-NO-STOCK-ROW');
  const part = add('AWK-KIT-PART', { Tags: '' });
  const kit = { SKU: 'AWK-KIT', Name: 'Awkward kit', AutoAssembly: true };
  addProduct(context, dice, kit, { components: [{ productId: part.id, quantity: 2 }] });
}

/** Twelve tags in just under 256 characters. */
function manyTags(): string {
  const tags = Array.from({ length: 11 }, (_, index) => `Collection_Stories ${String(index + 1).padStart(2, '0')}`);
  return ['JOOR', ...tags].join(',').slice(0, 256);
}

function seedStock({ state }: Cin7Context, dice: Dice): void {
  const { id: locationId } = defaultLocation(state);
  const rowFor = (sku: string, bin: string | null = null, batch: string | null = null) => {
    const product = state.catalogue.productBySku(sku);
    return state.stock.rowFor({ productId: product?.id ?? dice.uuid(), locationId, bin, batch });
  };
  for (const sku of ['AWK-ALONE', 'AWK-TWIN-1', 'AWK-TWIN-2', 'AWK/SLASH', 'AWK-CASE-1', 'AWK-KIT-PART', 'AWK-HTML']) {
    rowFor(sku).onHand = 20;
  }
  rowFor('AWK-THREE-1').onHand = 7;
  rowFor('AWK-THREE-1', 'A-01').onHand = 5;
  rowFor('AWK-THREE-1', 'A-02', 'B-2027').onHand = 3.5;
  rowFor('AWK-THREE-1', 'A-02');
  Object.assign(rowFor('AWK-THREE-2'), { onHand: 0, allocated: 2, inTransit: 3 });
  Object.assign(rowFor('AWK-CASE-2'), { onHand: 0, onOrder: 100, nextDeliveryDate: '2027-01-14' });
}

function seedCustomers(context: Cin7Context, dice: Dice): void {
  const { state, clock } = context;
  const { Name: location } = defaultLocation(state);
  const common = { PaymentTerm: '30 days', AccountReceivable: receivableAccount, RevenueAccount: revenueAccount };
  const contact = (Name: string, Email: string | null) => ({
    ID: dice.uuid(),
    Name,
    JobTitle: null,
    Phone: null,
    MobilePhone: null,
    Fax: null,
    Email,
    Website: null,
    Default: true,
    Comment: null,
    IncludeInEmail: false,
    MarketingConsent: 1,
  });
  const add = (
    Name: string,
    given: Partial<Parameters<typeof customerFields>[0]>,
    contacts = [contact('A. Buyer', null)],
  ) => {
    if (customerByName(state, Name)) return;
    const fields = customerFields({
      Name,
      Currency: 'AUD',
      TaxRule: salesTax,
      Location: location,
      ...common,
      ...given,
    });
    const id = dice.uuid();
    state.customers.set(id, { id, fields, addresses: [], contacts, modifiedAt: clock.now() - 20 * 86_400_000 });
  };
  add('Awkward Two Contacts', {}, [
    contact('First Buyer', 'one@two.example, two@two.example'),
    contact('Second Buyer', 'second@two.example'),
  ]);
  add('Awkward No Address', {}, []);
  add('Awkward Foreign', { Currency: 'JPY', TaxRule: exportTax });
  add('Awkward On Hold', { IsOnCreditHold: true });
  add('Awkward Deprecated', { Status: 'Deprecated' });
  // More than one page at the cap of 100 (Cin7 8.1).
  for (let count = state.customers.size; count < 260; count += 1) add(`Awkward Walk-in ${count}`, {});
}
