// The oracle must see what it is there for: each trouble is made by hand in the accounts of a good run.
import { expect, onTestFinished, test } from 'vitest';
import type { SaleRecord } from '../../core/practice/cin7/state/sale-records.ts';
import { found, type World } from '../support/world.ts';
import { courses } from './courses.ts';
import { findings } from './oracle.ts';
import { exportOrders, stage } from './play.ts';
import { resent } from './resent.ts';

const [course = raise('There is no course.')] = courses;
const [plain = raise('The course has no orders.')] = course.orders;
const { id } = plain.order;

type Spoil = (world: World, sale: SaleRecord) => unknown;

const troubles: Readonly<Record<string, readonly [Spoil, string]>> = {
  'a sale that is gone': [({ practice }, sale) => practice.cin7.edits.voidSale({ sale: sale.id }), 'lost: '],
  'a sale without lines': [(_world, { order }) => order.lines.splice(0), 'lost: '],
  'a second sale': [
    ({ practice }, sale) => practice.cin7.state.sales.set('copy', { ...sale, id: 'copy' }),
    'doubled: There are two of sale',
  ],
  'a second customer': [
    ({ practice }, { header }) => {
      const one = practice.cin7.state.customers.get(header.customerId.toLowerCase());
      if (one !== undefined) practice.cin7.state.customers.set('copy', { ...one, id: 'copy' });
    },
    'doubled: There are two of customer',
  ],
  'a missing line': [(_world, { order }) => order.lines.pop(), 'wrong: '],
  'another quantity': [(_world, { order }) => spoilLine(order.lines[0], 'Quantity'), 'wrong: '],
  'another price': [(_world, { order }) => spoilLine(order.lines[0], 'Price'), 'wrong: '],
  'another status': [(_world, { order }) => (order.status = 'DRAFT'), 'is DRAFT instead of AUTHORISED'],
  'another customer': [(_world, { header }) => (header.customerId = ''), 'its customer should be'],
  'an invoice': [
    (_world, sale) => sale.invoices.push({ ...sale.order, taskId: '', number: '', date: '', dueDate: '', paid: 0 }),
    'was invoiced',
  ],
  'a sale that nobody ordered': [
    (_world, { header }) => (header.ExternalID = 'joor:custom:483146:1'),
    'Nobody ordered',
  ],
  'a missing export mark': [
    ({ practice }) =>
      (found(practice.joor.state.orders.values(), (order) => order.id === id, id).exportStatus = 'FAILED'),
    "JOOR's export mark says FAILED",
  ],
  'another view': [(world) => world.loseLedger(), 'is shown as undefined'],
};

test.for(Object.entries(troubles))('sees %s', async ([, [spoil, sentence]]) => {
  const world = await stage(course);
  onTestFinished(() => world.stop());
  await exportOrders(world);
  expect(await findings(world, course)).toEqual([]);
  spoil(
    world,
    found(world.practice.cin7.state.sales.values(), ({ header }) => header.ExternalID?.endsWith(id) === true, id),
  );
  const sentences = (await findings(world, course)).map((finding) => `${finding.kind}: ${finding.sentence}`);
  expect(sentences.join('\n')).toContain(sentence);
});

test('sees what is sent again without enough looks, unless the answer was a clear no', async () => {
  const world = await stage(course);
  onTestFinished(() => world.stop());
  await exportOrders(world);
  const [header, lines] = world.practice.cin7.log.entries.filter(({ method }) => method === 'POST');
  if (header === undefined || lines === undefined) throw new Error('Nothing was posted.');
  const sentences = (status: number) =>
    resent(
      [header, lines].flatMap((post) => [
        { ...post, status },
        { ...post, id: post.id + 1 },
      ]),
    ).map((finding) => finding.sentence);
  expect(sentences(200)).toEqual([
    expect.stringMatching(/^POST \/ExternalApi\/v2\/sale about joor:\S+ was sent again after 0 of 3 looks/),
    expect.stringMatching(/^POST \/ExternalApi\/v2\/sale\/order about \S+ was sent again after 0 of 1 looks/),
  ]);
  expect(sentences(500)).toHaveLength(2);
  expect(sentences(429)).toEqual([]);
});

function spoilLine(line: SaleRecord['order']['lines'][number] | undefined, member: 'Quantity' | 'Price'): void {
  if (line !== undefined) line[member] += 1;
}

function raise(sentence: string): never {
  throw new Error(sentence);
}
