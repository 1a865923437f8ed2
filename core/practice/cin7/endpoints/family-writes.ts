// POST and PUT of a product family (Cin7 4.2). A PUT adds or updates members and never removes any. Messages follow the
// product's; where the reference has none for families they are invented after them.
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { textMember } from '../http/bodies.ts';
import { isGuid } from '../http/query.ts';
import { familyFields } from '../state/new-records.ts';
import type { FamilyFields, FamilyRecord } from '../state/records.ts';
import { sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { brandProblem, categoryProblem, locationProblem, problemsOf, unitProblem } from '../wire/reference-checks.ts';
import { sharedMembers, skuProblems } from './product-writes.ts';

export const familyBody = z.object({
  ...sharedMembers,
  Option1Name: textMember,
  Option2Name: textMember,
  Option3Name: textMember,
  Products: z
    .array(
      z.object({
        ID: textMember,
        SKU: textMember,
        Name: textMember,
        Option1: textMember,
        Option2: textMember,
        Option3: textMember,
      }),
    )
    .nullish(),
});

type FamilyBody = z.output<typeof familyBody>;

const required = ['SKU', 'Name', 'Category', 'CostingMethod', 'DefaultLocation', 'UOM', 'Option1Name'] as const;

/** Creates a family over existing products. */
export function createFamily(body: FamilyBody, context: Cin7Context): FamilyRecord {
  const { state, clock, ids } = context;
  refuseAny([
    ...required.filter((name) => (body[name] ?? '') === '').map((name) => `Required attribute '${name}' not provided.`),
    ...(state.catalogue.familyBySku(body.SKU ?? '') === undefined ? [] : ["Specified attribute 'SKU' already exists."]),
    ...valueProblems(body, context),
  ]);
  const given = fieldsGiven(body);
  const { SKU = '', Name = '', Category = '', Option1Name = '' } = given;
  const family: FamilyRecord = {
    id: ids.uuid(),
    fields: familyFields({ ...given, SKU, Name, Category, Option1Name }),
    members: [],
    modifiedAt: clock.now(),
    attachments: [],
  };
  takeMembers(family, body);
  state.catalogue.addFamily(family);
  return family;
}

/** Changes the fields that the body names and adds or updates members. */
export function updateFamily(body: FamilyBody, context: Cin7Context): FamilyRecord {
  const { state, switches, clock } = context;
  if (body.ID == null || body.ID === '') refuse("Required attribute 'ID' not provided.");
  if (!isGuid(body.ID)) refuse('ID parameter must be of GUID type');
  const family = state.catalogue.familyById(body.ID);
  if (family === undefined) refuse("Product family with specified 'ID' not found.", switches.notFoundErrorCode);
  const owner = body.SKU == null ? undefined : state.catalogue.familyBySku(body.SKU);
  refuseAny([
    ...(owner === undefined || owner === family ? [] : ["Specified attribute 'SKU' already exists."]),
    ...valueProblems(body, context, family),
  ]);
  Object.assign(family.fields, fieldsGiven(body));
  takeMembers(family, body);
  family.modifiedAt = clock.now();
  state.catalogue.familyChanged(family);
  return family;
}

function takeMembers(family: FamilyRecord, body: FamilyBody): void {
  for (const { ID, Option1, Option2, Option3 } of body.Products ?? []) {
    if (ID == null) continue;
    const known = family.members.find((member) => sameText(member.productId, ID));
    if (known === undefined) {
      family.members.push({ productId: ID.toLowerCase(), options: [Option1 ?? '', Option2 ?? '', Option3 ?? ''] });
    } else {
      const [first, second, third] = known.options;
      known.options = [Option1 ?? first, Option2 ?? second, Option3 ?? third];
    }
  }
}

function fieldsGiven(family: FamilyBody): Partial<FamilyFields> {
  const { ID: _, Products: __, ...body } = family;
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value != null) given[name] = typeof value === 'number' ? fourPlaces(value) : value;
  }
  return given;
}

function valueProblems(body: FamilyBody, { state }: Cin7Context, family?: FamilyRecord): string[] {
  const books = state.references;
  const members = (body.Products ?? []).map(({ ID, Option1 }) => {
    if (ID == null || state.catalogue.productById(ID) === undefined) return "Product with specified 'ID' not found.";
    const owner = state.catalogue.familyOf(ID);
    // A product belongs to one family at most (Cin7 4.1); the message is invented.
    if (owner !== undefined && owner !== family) return 'Product already belongs to another product family.';
    return owner === undefined && (Option1 ?? '') === '' ? "Required attribute 'Option1' not provided." : null;
  });
  return [
    ...(body.SKU == null ? [] : skuProblems(body.SKU, 45)),
    ...problemsOf(
      (body.Name ?? '').length > 256 ? "Required attribute 'Name' maximum length is 256 characters." : null,
      categoryProblem(books, body.Category),
      brandProblem(books, body.Brand),
      unitProblem(books, body.UOM),
      locationProblem(state, body.DefaultLocation),
      (body.Tags ?? '').length > 256 ? 'Tags maximum length is 256 characters' : null,
      ...members,
    ),
  ];
}
