// New products, families and customers with the API's defaults for everything that isn't given (Cin7 3.2, 4.1, 8.2).
import {
  type AdditionalAttributes,
  type CustomerFields,
  type FamilyFields,
  type ProductFields,
  type TierPrices,
  tierKeys,
} from './records.ts';

type Given<Fields, Required extends keyof Fields> = Pick<Fields, Required> & Partial<Fields>;

/** No price on any tier; 0 means not set (Cin7 3.2). */
function noPrices(): TierPrices {
  return {
    PriceTier1: 0,
    PriceTier2: 0,
    PriceTier3: 0,
    PriceTier4: 0,
    PriceTier5: 0,
    PriceTier6: 0,
    PriceTier7: 0,
    PriceTier8: 0,
    PriceTier9: 0,
    PriceTier10: 0,
  };
}

/** Prices of tiers 1 to 10 in order. */
export function pricesFrom(values: readonly number[]): TierPrices {
  const prices = noPrices();
  for (const [at, key] of tierKeys.entries()) prices[key] = values[at] ?? 0;
  return prices;
}

/** Ten additional attributes without a value. */
export function noAttributes(): AdditionalAttributes {
  return {
    AdditionalAttribute1: '',
    AdditionalAttribute2: '',
    AdditionalAttribute3: '',
    AdditionalAttribute4: '',
    AdditionalAttribute5: '',
    AdditionalAttribute6: '',
    AdditionalAttribute7: '',
    AdditionalAttribute8: '',
    AdditionalAttribute9: '',
    AdditionalAttribute10: '',
  };
}

/** A product's fields. */
export function productFields(given: Given<ProductFields, 'SKU' | 'Name' | 'Category'>): ProductFields {
  const { SKU, Name, Category, ...rest } = given;
  return {
    SKU,
    Name,
    Category,
    Brand: null,
    Type: 'Stock',
    CostingMethod: 'FIFO',
    DropShipMode: 'No Drop Ship',
    DefaultLocation: null,
    Length: 0,
    Width: 0,
    Height: 0,
    Weight: 0,
    CartonLength: 0,
    CartonWidth: 0,
    CartonHeight: 0,
    CartonQuantity: 0,
    CartonInnerQuantity: 0,
    UOM: 'Item',
    WeightUnits: 'kg',
    DimensionsUnits: 'cm',
    Barcode: '',
    MinimumBeforeReorder: 0,
    ReorderQuantity: 0,
    ...noPrices(),
    ShortDescription: '',
    Description: '',
    InternalNote: '',
    ...noAttributes(),
    AttributeSet: null,
    DiscountRule: null,
    Tags: '',
    Status: 'Active',
    StockLocator: '',
    COGSAccount: null,
    RevenueAccount: null,
    ExpenseAccount: null,
    InventoryAccount: null,
    PurchaseTaxRule: null,
    SaleTaxRule: null,
    Sellable: true,
    PickZones: '',
    AutoAssembly: false,
    HSCode: null,
    CountryOfOrigin: null,
    CountryOfOriginCode: null,
    ...rest,
  };
}

/** A family's fields. */
export function familyFields(given: Given<FamilyFields, 'SKU' | 'Name' | 'Category' | 'Option1Name'>): FamilyFields {
  const { SKU, Name, Category, Option1Name, ...rest } = given;
  return {
    SKU,
    Name,
    Category,
    DefaultLocation: null,
    Brand: null,
    CostingMethod: 'FIFO',
    UOM: 'Item',
    MinimumBeforeReorder: 0,
    ReorderQuantity: 0,
    ...noPrices(),
    ShortDescription: '',
    Description: '',
    AttributeSet: null,
    DiscountRule: null,
    Tags: '',
    COGSAccount: null,
    RevenueAccount: null,
    InventoryAccount: null,
    PurchaseTaxRule: null,
    SaleTaxRule: null,
    DropShipMode: 'No Drop Ship',
    Option1Name,
    Option2Name: '',
    Option3Name: '',
    HSCode: null,
    CountryOfOrigin: null,
    CountryOfOriginCode: null,
    ...rest,
  };
}

type RequiredOfCustomer = 'Name' | 'Currency' | 'PaymentTerm' | 'TaxRule' | 'AccountReceivable' | 'RevenueAccount';

/** A customer's fields. */
export function customerFields(given: Given<CustomerFields, RequiredOfCustomer>): CustomerFields {
  const { Name, Currency, PaymentTerm, TaxRule, AccountReceivable, RevenueAccount, ...rest } = given;
  return {
    Name,
    DisplayName: '',
    Currency,
    PaymentTerm,
    Discount: 0,
    TaxRule,
    Carrier: null,
    SalesRepresentative: null,
    Location: null,
    Comments: '',
    AccountReceivable,
    RevenueAccount,
    PriceTier: null,
    TaxNumber: '',
    ...noAttributes(),
    AttributeSet: null,
    Tags: '',
    Status: 'Active',
    CreditLimit: 0,
    IsOnCreditHold: false,
    ...rest,
  };
}
