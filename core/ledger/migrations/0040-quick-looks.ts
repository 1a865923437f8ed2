// What is asked for in every run must not cost more than the rows that it concerns: who holds a SKU number or barcode in JOOR,
// and how much a plan holds. And the orders that can't be understood, so that a person hears of them.
export const quickLooks = `
-- the number and the barcode that JOOR confirmed of a SKU (see skuText in catalog/difference.ts)
CREATE INDEX sku_by_confirmed_number ON sku (json_extract(confirmed, '$[7]')) WHERE confirmed IS NOT NULL;
CREATE INDEX sku_by_confirmed_barcode ON sku (json_extract(confirmed, '$[8]')) WHERE confirmed IS NOT NULL;

-- what one call carries of an item: SKUs and prices, not the styles that carry them
ALTER TABLE plan_item ADD COLUMN things INTEGER NOT NULL DEFAULT 1;
UPDATE plan_item SET things = CASE part
  WHEN 'skus' THEN coalesce(json_array_length(after, '$.skus'), 1)
  WHEN 'prices' THEN coalesce(json_array_length(after, '$.prices'), 1)
  ELSE 1 END;
CREATE INDEX plan_item_sizes ON plan_item (run_id, flow, part, operation, state, things);
CREATE INDEX plan_item_subjects ON plan_item (run_id, flow, state, key);

-- orders that JOOR lists under a type which isn't known here: left alone, and a person is told
CREATE TABLE unknown_order (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL
) STRICT;
`;
