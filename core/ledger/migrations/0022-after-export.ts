// After export (ORD-9, ORD-10, SCOPE-4): every sale that an order became with the order as it was then, the requests for
// another one, whether JOOR was read back as exported, sales that nobody here made, and which installation writes here.
export const afterExport = `
-- which sale of the order is its present one: 1, then 2, 3 for re-exports (SCOPE-2)
ALTER TABLE joor_order ADD COLUMN turn INTEGER NOT NULL DEFAULT 1;
-- when JOOR was read back as exported; only after that is "not exported" a request (ORD-9)
ALTER TABLE joor_order ADD COLUMN mark_seen_at TEXT;

-- the order that the intent was made of
ALTER TABLE intent ADD COLUMN content TEXT;

-- what a request was about: an order's id
ALTER TABLE request ADD COLUMN about TEXT;
CREATE INDEX request_by_subject ON request (about) WHERE about IS NOT NULL;

-- every sale that an order became
CREATE TABLE order_sale (
  order_id TEXT NOT NULL REFERENCES joor_order (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL,
  sale_id TEXT NOT NULL,
  sale_number TEXT NOT NULL,
  -- the order as it was exported, or as people said that it is right
  content TEXT NOT NULL,
  -- JOOR's date of modification that was compared last
  compared_at TEXT,
  -- the reason that the order had before something happened to it: code, sentence, next step
  resting TEXT NOT NULL DEFAULT '',
  is_gone INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL,
  PRIMARY KEY (order_id, turn)
) STRICT;
CREATE INDEX order_sale_by_sale ON order_sale (sale_id);

INSERT INTO order_sale (order_id, turn, sale_id, sale_number, content, compared_at, at)
SELECT id, 1, sale_id, coalesce(sale_number, ''), content, modified_at, coalesce(exported_at, first_seen_at)
FROM joor_order WHERE sale_id IS NOT NULL;

-- why an order became a sale once more: who asked, when, and what the earlier sale was
CREATE TABLE re_export (
  order_id TEXT NOT NULL REFERENCES joor_order (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('joor', 'person')),
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  command_id TEXT UNIQUE,
  earlier_number TEXT NOT NULL,
  earlier_status TEXT NOT NULL,
  -- the earlier sale was still open, and somebody said to create another one all the same
  is_duplicate INTEGER NOT NULL,
  PRIMARY KEY (order_id, turn)
) STRICT;

-- sales with our kind of ExternalID that this ledger doesn't know and can't adopt by itself (SCOPE-4)
CREATE TABLE foreign_sale (
  sale_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  number TEXT NOT NULL,
  external_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- the installation that wrote here last, and how often it began a run
CREATE TABLE installation (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL,
  starts INTEGER NOT NULL
) STRICT;
`;
