// The company and its reference books on the wire (Cin7 2, 3.4, 6.2, 7). Every book has a list key of its own.
import { z } from 'zod';
import type { Company, LedgerAccount, Location, PaymentTerm, PriceTier, TaxRule } from '../../model/account.ts';
import { attributeCount } from '../../model/product.ts';
import { timeZoneOf } from './time-zones.ts';
import { companyDate, decimalText, flag, guid, quantity, someGuid, text } from './values.ts';

export const companySchema = z
  .object({
    Company: z.string(),
    Currency: z.string(),
    TimeZone: text,
    LockDate: companyDate,
    TaxCalculationMethod: text,
    DefaultSaleTaxRuleName: text,
    AutomaticallyApplyDiscounts: flag,
  })
  .transform((row): Company => ({
    name: row.Company,
    currency: row.Currency.toUpperCase(),
    timeZone: timeZoneOf(row.TimeZone) ?? 'UTC',
    lockDate: row.LockDate,
    defaultTaxRule: row.DefaultSaleTaxRuleName,
    appliesDiscounts: row.AutomaticallyApplyDiscounts,
    taxRounding: /row/i.test(row.TaxCalculationMethod) ? 'line' : 'document',
  }));

/** A row of the location list with its location, or null for a bin: bins are rows of the same list (Cin7 6.2). */
export const locationSchema = z
  .object({
    ID: someGuid,
    Name: text,
    IsDefault: flag,
    IsDeprecated: flag,
    Deprecated: flag,
    ParentID: guid,
    FixedAssetsLocation: flag,
  })
  .transform((row): { id: string; location: Location | null } => ({
    id: row.ID,
    location:
      row.ParentID !== '' || row.FixedAssetsLocation
        ? null
        : { id: row.ID, name: row.Name, isDefault: row.IsDefault, isDeprecated: row.IsDeprecated || row.Deprecated },
  }));

export const priceTiersSchema = z
  .object({ PriceTiers: z.array(z.object({ Code: quantity, Name: text })) })
  .transform(({ PriceTiers }) => PriceTiers.map((row): PriceTier => ({ code: row.Code, name: row.Name })));

export const taxRuleSchema = z
  .object({
    ID: someGuid,
    Name: text,
    TaxPercent: decimalText,
    IsActive: flag,
    IsTaxForSale: flag,
    TaxInclusive: flag,
  })
  .transform((row): TaxRule => ({
    id: row.ID,
    name: row.Name,
    percent: row.TaxPercent,
    isActive: row.IsActive,
    isForSales: row.IsTaxForSale,
    isTaxInclusive: row.TaxInclusive,
  }));

export const paymentTermSchema = z
  .object({ ID: someGuid, Name: text, IsActive: flag })
  .transform((row): PaymentTerm => ({ id: row.ID, name: row.Name, isActive: row.IsActive }));

/** A carrier, which is also the shipping method (Cin7 7). */
export const carrierSchema = z
  .object({ CarrierID: someGuid, Description: text })
  .transform((row) => ({ id: row.CarrierID, name: row.Description }));

/** A contact of the company; sales representatives are chosen from these (Cin7 2.2). */
export const contactSchema = z
  .object({ ContactID: someGuid, Name: text, Type: text })
  .transform((row) => ({ id: row.ContactID, name: row.Name, type: row.Type }));

/** An account of the chart of accounts (Cin7 7). */
export const accountSchema = z
  .object({ Code: z.string().min(1), Name: text, Type: text, Status: text, SystemAccountCode: text })
  .transform((row): LedgerAccount => ({
    code: row.Code,
    name: row.Name,
    type: row.Type,
    isActive: row.Status.toUpperCase() === 'ACTIVE',
    isForReceivables: row.SystemAccountCode.toUpperCase() === 'DEBTORS',
  }));

/** A category or a brand. */
export const namedSchema = z.object({ ID: someGuid, Name: text }).transform((row) => ({ id: row.ID, name: row.Name }));

/** What a brand calls its ten additional attributes; empty where one isn't used. */
export interface AttributeSet {
  readonly id: string;
  readonly name: string;
  readonly attributeNames: readonly string[];
}

export const attributeSetSchema = z.looseObject({ ID: someGuid, Name: text }).transform((row): AttributeSet => ({
  id: row.ID,
  name: row.Name,
  attributeNames: Array.from({ length: attributeCount }, (_, index) => text.parse(row[`Attribute${index + 1}Name`])),
}));
