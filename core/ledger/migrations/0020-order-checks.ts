// Orders in depth: what pre-flight decided line by line, customers that are about to be created, intents that go on to
// authorising, releasing and invoicing, and indexes for near misses of SKUs and barcodes.
export const orderChecks = `
-- what pre-flight decided about an order, replaced each time it is checked (ORD-2)
CREATE TABLE order_check (
  order_id TEXT PRIMARY KEY REFERENCES joor_order (id) ON DELETE CASCADE,
  checked_at TEXT NOT NULL,
  lines TEXT NOT NULL,
  holds TEXT NOT NULL,
  draft TEXT,
  -- a hash of what Cin7 Core was asked for once more, so that it is asked once
  looked_again_for TEXT NOT NULL
) STRICT;

-- a customer that is about to be created in Cin7 Core, written before it is asked for (ORD-4, ORD-11)
CREATE TABLE customer_intent (
  code TEXT NOT NULL,
  currency TEXT NOT NULL,
  content TEXT NOT NULL,
  asked INTEGER NOT NULL,
  looks INTEGER NOT NULL,
  customer_id TEXT,
  written_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (code, currency)
) STRICT;

CREATE TABLE intent_next (
  external_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES joor_order (id),
  step TEXT NOT NULL CHECK (step IN ('header', 'lines', 'authorise', 'release', 'invoice', 'done', 'abandoned')),
  asked INTEGER NOT NULL,
  draft TEXT NOT NULL,
  aim TEXT NOT NULL,
  sale_id TEXT,
  written_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  looks INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO intent_next (external_id, order_id, step, asked, draft, aim, sale_id, written_at, changed_at, looks)
  SELECT external_id, order_id, step, asked, draft,
    json_object('status', order_status, 'why', '', 'releaseWhenShort', json('false'), 'compareFirst', json('false'),
      'invoice', 'none'),
    sale_id, written_at, changed_at, looks
  FROM intent;
DROP TABLE intent;
ALTER TABLE intent_next RENAME TO intent;
CREATE INDEX intent_by_order ON intent (order_id);
CREATE INDEX intent_unfinished ON intent (step) WHERE step NOT IN ('done', 'abandoned');

-- letters and digits without zeros, signs and case: what near misses have in common
CREATE INDEX product_by_loose_sku ON product
  (replace(replace(replace(replace(replace(replace(upper(sku), ' ', ''), '-', ''), '_', ''), '.', ''), '/', ''), '0', ''));
CREATE INDEX product_by_loose_barcode ON product (ltrim(barcode, '0')) WHERE barcode IS NOT NULL;
`;
