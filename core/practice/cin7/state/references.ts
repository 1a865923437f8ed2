// The reference books of the practice account as their rows go over the wire (Cin7 7), and the account's own page (Cin7 2).
import type { MaybeText } from './records.ts';

export interface NamedRow {
  ID: string;
  Name: string;
}

export interface TaxRuleRow extends NamedRow {
  Account: string;
  IsActive: boolean;
  TaxInclusive: boolean;
  TaxPercent: number;
  IsTaxForSale: boolean;
  IsTaxForPurchase: boolean;
  /** Numbers come as texts here (Cin7 7), ids in upper case (Cin7 1.4). */
  Components: { ID: string; Name: string; Percent: string; AccountCode: string; ComponentOrder: string }[];
}

export interface PaymentTermRow extends NamedRow {
  Duration: number;
  Method: string;
  IsActive: boolean;
  IsDefault: boolean;
}

export interface AccountRow {
  Code: string;
  Status: string;
  Name: string;
  Type: string;
  Description: string;
  Class: string;
  SystemAccount: MaybeText;
  SystemAccountCode: MaybeText;
  BankAccountNumber: MaybeText;
  BankAccountId: MaybeText;
  ForPayments: boolean;
  DisplayName: string;
  OldCode: MaybeText;
}

interface CarrierRow {
  CarrierID: string;
  Description: string;
}

interface CompanyContactRow {
  ContactID: string;
  Name: string;
  Phone: MaybeText;
  Fax: MaybeText;
  Email: MaybeText;
  Website: MaybeText;
  Comment: MaybeText;
  Type: string;
  DefaultForType: boolean;
}

interface CompanyAddressRow {
  AddressID: string;
  Line1: string;
  Line2: MaybeText;
  City: string;
  State: string;
  Postcode: string;
  Country: string;
  Type: string;
  DefaultForType: boolean;
}

type AttributeSetRow = NamedRow & Record<string, string | null>;

interface Company {
  Company: string;
  Currency: string;
  TimeZone: string;
  LockDate: string | null;
  OpeningBalanceDate: string;
}

export interface References {
  readonly company: Company;
  readonly contacts: CompanyContactRow[];
  readonly addresses: CompanyAddressRow[];
  readonly categories: NamedRow[];
  readonly brands: NamedRow[];
  readonly units: NamedRow[];
  readonly taxRules: TaxRuleRow[];
  readonly paymentTerms: PaymentTermRow[];
  readonly accounts: AccountRow[];
  readonly carriers: CarrierRow[];
  readonly attributeSets: AttributeSetRow[];
  /** Names of tiers 1 to 10. */
  readonly tierNames: string[];
}
