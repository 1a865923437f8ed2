// Linesheets and images of v4 (JOOR 5.8, 5.11), with what their defaults destroy when a client isn't careful.
// Everything goes over real HTTP on loopback.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised, rowsOf } from './practised.ts';
import type { Practised } from './practised.ts';

/** Three styles in one linesheet. */
async function withLinesheet(joor: Practised) {
  const styles = [await joor.makeStyle('S1', ['Blue', 'Red']), await joor.makeStyle('S2'), await joor.makeStyle('S3')];
  const made = await joor.v4('POST', '/collections/bulk_create', [
    { name: 'SS27', external_id: 'SS27-D1', items: styles.map(({ id }) => ({ product_id: id })) },
  ]);
  return { styles, ids: styles.map(({ id }) => id), linesheet: String(made.data[0]?.['id']), made };
}

async function itemsOf(joor: Practised, linesheet: string) {
  const list = await joor.v4('GET', '/collections');
  const found = list.data.find((row) => row['id'] === linesheet);
  return rowsOf(memberOf(found, 'items'));
}

describe('collections', () => {
  it('creates one that only its owner sees, IMMEDIATE without dates, with all SKUs of each product', async () => {
    const joor = await practised(onTestFinished);
    const { styles, made, linesheet } = await withLinesheet(joor);
    expect(made.data).toMatchObject([
      {
        name: 'SS27',
        external_id: 'SS27-D1',
        season: null,
        visibility: 'OWNER',
        delivery: { start_ship_date: null, complete_ship_date: null, cancel_date: null, minimum_shipping_window: null },
        items: [{ product_id: styles[0]?.id, order_number: 1, sku_ids: styles[0]?.skuIds }, {}, {}],
      },
    ]);
    joor.joor.edits.publishLinesheet('SS27');
    const list = await joor.v4('GET', '/collections');
    expect(list.data.find((row) => row['id'] === linesheet)).toMatchObject({ visibility: 'PUBLIC' });
  });

  it('checks dates, season, products and SKUs before it writes anything of an item', async () => {
    const joor = await practised(onTestFinished);
    const { id, skuIds } = await joor.makeStyle('S1');
    const { id: other } = await joor.makeStyle('S2');
    const base = { name: 'X', external_id: 'X' };
    const reply = await joor.v4('POST', '/collections/bulk_create', [
      { name: 'no code' },
      { ...base, delivery: { start_ship_date: '15/01/2027' } },
      { ...base, delivery: { start_ship_date: '2027-02-28', complete_ship_date: '2027-01-15' } },
      { ...base, season_id: '1' },
      { ...base, items: [{ product_id: '1' }] },
      { ...base, items: [{ product_id: other, sku_ids: skuIds }] },
      { ...base, items: [{ product_id: id, sku_ids: skuIds, skus: [] }] },
    ]);
    expect(reply.data).toEqual([]);
    expect(reply.errors).toHaveLength(7);
    expect(joor.joor.state.collections.size).toBe(1);
  });

  it('replaces the items when no action is given: products that are not listed go', async () => {
    const joor = await practised(onTestFinished);
    const { ids, linesheet } = await withLinesheet(joor);
    await joor.v4('POST', '/collections/bulk_update', [
      { id: linesheet, name: 'SS27', items: [{ product_id: ids[1] }] },
    ]);
    expect((await itemsOf(joor, linesheet)).map((item) => item['product_id'])).toEqual([ids[1]]);
  });

  it('replaces the items as well when the action comes under a name that JOOR does not know', async () => {
    const joor = await practised(onTestFinished, { itemActionParameter: 'item_action' });
    const { ids, linesheet } = await withLinesheet(joor);
    const item = { id: linesheet, name: 'SS27', items: [{ product_id: ids[1] }] };
    const reply = await joor.v4('POST', '/collections/bulk_update?action=ADD_ITEMS', [item]);
    expect(reply.status).toBe(200);
    expect(await itemsOf(joor, linesheet)).toHaveLength(1);
    await joor.v4('POST', '/collections/bulk_update?item_action=ADD_ITEMS', [
      { ...item, items: [{ product_id: ids[2] }] },
    ]);
    expect(await itemsOf(joor, linesheet)).toHaveLength(2);
  });

  it('adds products and changes the SKUs of those that are in, and removes only what is listed', async () => {
    const joor = await practised(onTestFinished);
    const { styles, ids, linesheet } = await withLinesheet(joor);
    const blue = styles[0]?.skuIds.slice(0, 1);
    await joor.v4('POST', '/collections/bulk_update?action=ADD_ITEMS', [
      { id: linesheet, name: 'SS27 renamed', items: [{ product_id: ids[0], sku_ids: blue }] },
    ]);
    expect(await itemsOf(joor, linesheet)).toMatchObject([
      { product_id: ids[0], order_number: 1, sku_ids: blue },
      { product_id: ids[1] },
      { product_id: ids[2] },
    ]);
    await joor.v4('POST', '/collections/bulk_update?action=REMOVE_ITEMS', [
      { id: linesheet, name: 'SS27 renamed', items: [{ product_id: ids[2] }] },
    ]);
    expect((await itemsOf(joor, linesheet)).map((item) => item['product_id'])).toEqual([ids[0], ids[1]]);
  });

  it('leaves the items out of the answer on request, and refuses an action that it does not know', async () => {
    const joor = await practised(onTestFinished);
    const { linesheet } = await withLinesheet(joor);
    const item = { id: linesheet, name: 'SS27' };
    const quiet = await joor.v4('POST', '/collections/bulk_update?return_items=FALSE', [item]);
    expect(quiet.data[0]).not.toHaveProperty('items');
    expect((await joor.v4('POST', '/collections/bulk_update?action=APPEND', [item])).status).toBe(400);
  });

  it('keeps the items when an update has none, or empties the linesheet when switched so', async () => {
    const joor = await practised(onTestFinished);
    const { linesheet } = await withLinesheet(joor);
    await joor.v4('POST', '/collections/bulk_update', [
      { id: linesheet, name: 'SS27', delivery: { start_ship_date: '2027-01-15' } },
    ]);
    expect(await itemsOf(joor, linesheet)).toHaveLength(3);
    joor.joor.switches.replaceWithoutItems = 'empty';
    await joor.v4('POST', '/collections/bulk_update', [{ id: linesheet, name: 'SS27' }]);
    expect(await itemsOf(joor, linesheet)).toEqual([]);
    expect(joor.joor.state.collections.get(linesheet)?.delivery.startShipDate).toBe('2027-01-15');
  });
});

describe('images', () => {
  const image = (id: string, filename: string, over: Record<string, unknown> = {}) => ({
    product: { id },
    asset: { type: 'image', filename, source_url: `https://images.example.com/${filename}`, ...over },
    display_order: 1,
  });

  it('adds images, and replaces those of the same kind and product when told to', async () => {
    const joor = await practised(onTestFinished);
    const { id } = await joor.makeStyle('S1');
    const added = await joor.v4('POST', '/assets/products', [image(id, 'a.jpg'), image(id, 'b.png')]);
    expect(added.data).toMatchObject([{ product: { id }, asset: { filename: 'a.jpg' }, display_order: 1 }, {}]);
    await joor.v4('POST', '/assets/products', [image(id, 's.png', { type: 'swatch' })]);
    await joor.v4('POST', '/assets/products?replace_all=true', [image(id, 'a.jpg')]);
    expect([...joor.joor.state.assets.values()].map(({ filename }) => filename)).toEqual(['s.png', 'a.jpg']);
  });

  it('holds names, extensions, sizes and addresses against the rules', async () => {
    const joor = await practised(onTestFinished, { localImages: false });
    const { id } = await joor.makeStyle('S1');
    const reply = await joor.v4('POST', '/assets/products', [
      image(id, 'good.jpg'),
      image(id, 'good.jpg'),
      image(id, 'new.webp'),
      image(id, `${'x'.repeat(97)}.jpg`),
      image(id, 'big.jpg', { source_url: 'https://images.example.com/big.jpg?bytes=10485761' }),
      image(id, 'here.jpg', { source_url: 'http://127.0.0.1/here.jpg' }),
      image(id, 'film.mp4', { type: 'video' }),
      image(id, 'one.gif', { external_id: 'E1' }),
      image(id, 'two.gif', { external_id: 'E1' }),
    ]);
    expect(reply.data.map((row) => memberOf(row, 'asset', 'filename'))).toEqual(['good.jpg', 'one.gif']);
    expect(reply.errors.map((row) => row['message'])).toEqual([
      "The filename 'good.jpg' is already used",
      "The file extension is not allowed for type 'image'",
      'The filename is longer than 100 characters',
      'The file is larger than 10 MB',
      'The source_url could not be downloaded',
      'Videos are not enabled for this account',
      'Asset already exists',
    ]);
  });

  it('gives a color its image and swatch, which a new one replaces', async () => {
    const joor = await practised(onTestFinished);
    const { id } = await joor.makeStyle('S1', ['Blue']);
    const ofBlue = (filename: string, type: string) => ({
      product: { id },
      sku_trait_value: { trait: { name: 'color' }, value: { external_id: 'BLU' } },
      asset: { type, filename, source_url: `https://images.example.com/${filename}` },
    });
    const reply = await joor.v4('POST', '/assets/sku_trait_values/', [
      ofBlue('a.jpg', 'image'),
      ofBlue('s.jpg', 'swatch'),
    ]);
    expect(reply.errors).toEqual([]);
    await joor.v4('POST', '/assets/sku_trait_values/', [ofBlue('b.jpg', 'image')]);
    const [sku] = (await joor.v4('GET', `/skus?product_ids=${id}`)).data;
    expect(memberOf(sku, 'trait_values', 0, 'images')).toEqual([expect.stringMatching(/\/b\.jpg$/)]);
    expect(memberOf(sku, 'trait_values', 0, 'swatch')).toMatch(/\/s\.jpg$/);
  });

  it('takes its time to download on the clock, and really downloads when switched so', async () => {
    const joor = await practised(onTestFinished, { imageDownloadSeconds: 20, fetchImages: true });
    const { id } = await joor.makeStyle('S1');
    const before = joor.clock.now();
    const reply = await joor.v4('POST', '/assets/products', [
      image(id, 'a.jpg', { source_url: 'http://127.0.0.1:1/nobody.jpg' }),
    ]);
    expect(reply.errors).toMatchObject([{ message: 'The source_url could not be downloaded' }]);
    expect(joor.clock.now() - before).toBe(20_000);
  });
});
