// The body of a connection as v2 takes it (JOOR 6.3), with its limits. Members that aren't listed are kept as they came:
// v2 says nothing about unknown ones.
import { z } from 'zod';

const text = (longest: number) =>
  z.union([z.string(), z.number().transform(String)]).refine((given) => given.length <= longest, {
    error: `is longer than ${longest} characters`,
  });
const optional = (longest: number) => text(longest).optional();

const billingAddress = z.looseObject({
  billing_address_id: optional(50),
  billing_code: optional(100),
  billing_name: optional(150),
  billing_phone: optional(50),
  billing_address_1: optional(150),
  billing_address_2: optional(150),
  billing_city: optional(100),
  billing_state: optional(100),
  billing_postal_code: optional(50),
  billing_country: optional(100),
});

const shippingAddress = z.looseObject({
  shipping_address_id: optional(50),
  shipping_code: optional(100),
  shipping_name: optional(150),
  shipping_phone: optional(50),
  shipping_email: optional(150),
  shipping_address_1: optional(150),
  shipping_address_2: optional(150),
  shipping_city: optional(100),
  shipping_state: optional(100),
  shipping_postal_code: optional(50),
  shipping_country: optional(100),
});

/** Every field optional: what an update may send. */
export const connectionChangesSchema = z.looseObject({
  customer_code: optional(50),
  customer_name: optional(100),
  customer_alias: optional(150),
  customer_email: optional(50),
  customer_contact_name: optional(1000),
  company_number_name: optional(150),
  company_number_code: optional(100),
  customer_group_name: optional(150),
  customer_group_code: optional(100),
  sales_rep_code: optional(100),
  warehouses: z.array(z.looseObject({ warehouse_name: optional(150), warehouse_code: optional(100) })).optional(),
  buyers: z.array(z.looseObject({ buyer_name: optional(150), buyer_email: optional(150) })).optional(),
  billing: z
    .looseObject({
      billing_addresses: z.array(billingAddress).optional(),
      payment_methods: z
        .array(z.looseObject({ payment_method_name: optional(150), payment_method_code: optional(100) }))
        .optional(),
    })
    .optional(),
  shipping: z
    .looseObject({
      shipping_addresses: z.array(shippingAddress).optional(),
      shipping_methods: z
        .array(z.looseObject({ shipping_method_name: optional(150), shipping_method_code: optional(100) }))
        .optional(),
    })
    .optional(),
  price_types: z
    .array(
      z.looseObject({
        price_type_label: optional(150),
        price_type_currency_code: optional(3),
        price_type_retail_currency_code: optional(3),
      }),
    )
    .optional(),
});

export type ConnectionFields = z.output<typeof connectionChangesSchema>;

/** A record of a bulk job: the name is required (JOOR 6.3); so is the code, the key of the update. */
export const connectionSchema = connectionChangesSchema.refine(
  ({ customer_code: code, customer_name: name }) => Boolean(code) && Boolean(name),
  'customer_code and customer_name are required',
);
