// The first schema. Five kinds of tables: the mirror (what Cin7 Core and JOOR said), links (which of ours is which of
// theirs), applied (what JOOR confirmed), plans and runs (what was decided and done), orders with their intents.
export const foundation = `
-- who this ledger is about (SCOPE-1): one row
CREATE TABLE scope (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  cin7_account TEXT NOT NULL,
  joor_environment TEXT NOT NULL,
  joor_account TEXT NOT NULL,
  company TEXT,
  created_at TEXT NOT NULL
) STRICT;

-- how far each list of Cin7 Core was read, by the server's clock (RUN-2)
CREATE TABLE read_mark (
  resource TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  full_at TEXT,
  rows INTEGER NOT NULL,
  total INTEGER NOT NULL
) STRICT;

CREATE TABLE budget (api TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;

CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  run_id TEXT,
  api TEXT NOT NULL,
  operation TEXT NOT NULL,
  method TEXT NOT NULL,
  address TEXT NOT NULL,
  started_at TEXT NOT NULL,
  milliseconds INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  status INTEGER,
  outcome TEXT NOT NULL,
  request TEXT NOT NULL,
  response TEXT NOT NULL
) STRICT;
CREATE INDEX request_by_run ON request (run_id);
CREATE INDEX request_by_time ON request (started_at);

-- mirror of Cin7 Core
CREATE TABLE product (
  id TEXT PRIMARY KEY,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  barcode TEXT,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  sellable INTEGER NOT NULL,
  drop_ship_mode TEXT NOT NULL,
  auto_assembly INTEGER NOT NULL,
  category TEXT NOT NULL,
  brand TEXT NOT NULL,
  tags TEXT NOT NULL,
  short_description TEXT NOT NULL,
  description TEXT NOT NULL,
  country_of_origin TEXT NOT NULL,
  attribute1 TEXT NOT NULL, attribute2 TEXT NOT NULL, attribute3 TEXT NOT NULL, attribute4 TEXT NOT NULL,
  attribute5 TEXT NOT NULL, attribute6 TEXT NOT NULL, attribute7 TEXT NOT NULL, attribute8 TEXT NOT NULL,
  attribute9 TEXT NOT NULL, attribute10 TEXT NOT NULL,
  price1 TEXT, price2 TEXT, price3 TEXT, price4 TEXT, price5 TEXT,
  price6 TEXT, price7 TEXT, price8 TEXT, price9 TEXT, price10 TEXT,
  modified_on TEXT,
  seen_in TEXT NOT NULL,
  absences INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX product_by_sku ON product (sku COLLATE NOCASE);
CREATE INDEX product_by_barcode ON product (barcode) WHERE barcode IS NOT NULL;

CREATE TABLE family (
  id TEXT PRIMARY KEY,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  brand TEXT NOT NULL,
  tags TEXT NOT NULL,
  short_description TEXT NOT NULL,
  description TEXT NOT NULL,
  country_of_origin TEXT NOT NULL,
  option1_name TEXT NOT NULL, option2_name TEXT NOT NULL, option3_name TEXT NOT NULL,
  modified_on TEXT,
  seen_in TEXT NOT NULL,
  absences INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE family_member (
  family_id TEXT NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  option1 TEXT NOT NULL, option2 TEXT NOT NULL, option3 TEXT NOT NULL,
  PRIMARY KEY (family_id, position)
) STRICT;
CREATE INDEX family_member_by_product ON family_member (product_id);

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  currency TEXT NOT NULL,
  attribute1 TEXT NOT NULL, attribute2 TEXT NOT NULL, attribute3 TEXT NOT NULL, attribute4 TEXT NOT NULL,
  attribute5 TEXT NOT NULL, attribute6 TEXT NOT NULL, attribute7 TEXT NOT NULL, attribute8 TEXT NOT NULL,
  attribute9 TEXT NOT NULL, attribute10 TEXT NOT NULL,
  content TEXT NOT NULL,
  modified_on TEXT,
  seen_in TEXT NOT NULL,
  absences INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_by_name ON customer (name COLLATE NOCASE);

-- price tiers, locations, tax rules, payment terms, carriers, contacts, and JOOR's price types
CREATE TABLE reference (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE stock (
  product_id TEXT NOT NULL,
  location TEXT NOT NULL,
  available INTEGER NOT NULL,
  on_hand INTEGER NOT NULL,
  seen_in TEXT NOT NULL,
  PRIMARY KEY (product_id, location)
) STRICT;

CREATE TABLE sale (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  status TEXT NOT NULL,
  order_status TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  customer TEXT NOT NULL,
  reference TEXT NOT NULL,
  external_id TEXT NOT NULL,
  order_date TEXT,
  updated_at TEXT,
  pick_status TEXT NOT NULL,
  invoice_status TEXT NOT NULL
) STRICT;
CREATE INDEX sale_by_external_id ON sale (external_id) WHERE external_id <> '';

-- links: what of ours is what of JOOR's
CREATE TABLE style (
  key TEXT PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('family', 'product')),
  source_id TEXT NOT NULL,
  identifier TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  joor_id TEXT UNIQUE,
  linked_at TEXT
) STRICT;

CREATE INDEX style_by_source ON style (source_id);

CREATE TABLE trait (
  style_key TEXT NOT NULL REFERENCES style (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('colour', 'size')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (style_key, kind, code)
) STRICT;

CREATE TABLE sku (
  style_key TEXT NOT NULL REFERENCES style (key) ON DELETE CASCADE,
  colour TEXT NOT NULL,
  size TEXT NOT NULL,
  product_id TEXT,
  offered INTEGER NOT NULL,
  barcode TEXT,
  joor_id TEXT UNIQUE,
  confirmed TEXT,
  PRIMARY KEY (style_key, colour, size)
) STRICT;
CREATE INDEX sku_by_product ON sku (product_id) WHERE product_id IS NOT NULL;

-- applied: what JOOR confirmed
CREATE TABLE applied (
  style_key TEXT NOT NULL REFERENCES style (key) ON DELETE CASCADE,
  part TEXT NOT NULL,
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (style_key, part)
) STRICT;

CREATE TABLE applied_price (
  joor_sku_id TEXT NOT NULL,
  price_type_id TEXT NOT NULL,
  joor_price_id TEXT,
  wholesale TEXT NOT NULL,
  retail TEXT,
  PRIMARY KEY (joor_sku_id, price_type_id)
) STRICT;

CREATE TABLE applied_stock (
  warehouse TEXT NOT NULL,
  style_key TEXT NOT NULL REFERENCES style (key) ON DELETE CASCADE,
  colour TEXT NOT NULL,
  size TEXT NOT NULL,
  units INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (warehouse, style_key, colour, size)
) STRICT;

-- linesheets: JOOR's as read, ours by the name that the tags give, and the members that we added
CREATE TABLE joor_linesheet (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  content TEXT NOT NULL,
  is_hidden INTEGER NOT NULL,
  read_at TEXT NOT NULL
) STRICT;

CREATE TABLE linesheet (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  code TEXT NOT NULL,
  joor_id TEXT UNIQUE,
  asked_at TEXT,
  linked_at TEXT
) STRICT;

CREATE TABLE linesheet_member (
  linesheet TEXT NOT NULL COLLATE NOCASE REFERENCES linesheet (name) ON DELETE CASCADE,
  joor_product_id TEXT NOT NULL,
  joor_sku_id TEXT NOT NULL,
  PRIMARY KEY (linesheet, joor_product_id, joor_sku_id)
) STRICT;

-- what a person has to look at, one row per cause
CREATE TABLE issue (
  kind TEXT NOT NULL CHECK (kind IN ('style', 'linesheet', 'stock')),
  key TEXT NOT NULL,
  code TEXT NOT NULL,
  sentence TEXT NOT NULL,
  next_step TEXT NOT NULL,
  together TEXT,
  together_step TEXT,
  since TEXT NOT NULL,
  PRIMARY KEY (kind, key, code)
) STRICT;

-- where each style and linesheet stands, with the reason in words
CREATE TABLE standing (
  kind TEXT NOT NULL CHECK (kind IN ('style', 'linesheet', 'stock')),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  next_step TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT;
CREATE INDEX standing_by_state ON standing (kind, state);

-- runs and their plans
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT,
  report TEXT
) STRICT;
CREATE INDEX run_by_start ON run (started_at);

CREATE TABLE plan_item (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  flow TEXT NOT NULL,
  key TEXT NOT NULL,
  part TEXT NOT NULL,
  operation TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  basis TEXT NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'applied', 'moved', 'refused', 'unclear')),
  problem TEXT,
  PRIMARY KEY (run_id, number)
) STRICT;
CREATE INDEX plan_item_by_state ON plan_item (run_id, part, operation, state, number);
CREATE INDEX plan_item_by_key ON plan_item (run_id, key, part, state);

-- content that JOOR refused: not sent again until it changes or somebody asks (RUN-7)
CREATE TABLE refusal (
  key TEXT NOT NULL,
  part TEXT NOT NULL,
  target TEXT NOT NULL,
  words TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (key, part)
) STRICT;

-- what people decided; survives any rebuild
CREATE TABLE decision (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT;

-- orders as JOOR has them, and where each stands
CREATE TABLE joor_order (
  id TEXT PRIMARY KEY,
  stage TEXT NOT NULL,
  po_number TEXT NOT NULL,
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  approved_at TEXT,
  modified_at TEXT,
  ship_start TEXT,
  ship_end TEXT,
  content TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  state TEXT NOT NULL,
  reason_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  next_step TEXT NOT NULL,
  state_since TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_look_at TEXT,
  sale_id TEXT,
  sale_number TEXT,
  exported_at TEXT,
  exported_fingerprint TEXT,
  mark TEXT NOT NULL DEFAULT 'none' CHECK (mark IN ('none', 'pending', 'done'))
) STRICT;
CREATE INDEX joor_order_by_state ON joor_order (state);

-- what orders will take from stock once they are in Cin7 Core (STK-1)
CREATE TABLE order_demand (
  order_id TEXT NOT NULL REFERENCES joor_order (id) ON DELETE CASCADE,
  product_id TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  units INTEGER NOT NULL,
  PRIMARY KEY (order_id, product_id)
) STRICT;
CREATE INDEX order_demand_by_product ON order_demand (product_id);

-- what was about to be done in Cin7 Core, written before it is done (ORD-4)
CREATE TABLE intent (
  external_id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES joor_order (id),
  step TEXT NOT NULL CHECK (step IN ('header', 'lines', 'done', 'abandoned')),
  asked INTEGER NOT NULL,
  draft TEXT NOT NULL,
  order_status TEXT NOT NULL,
  sale_id TEXT,
  written_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  looks INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX intent_by_order ON intent (order_id);
`;
