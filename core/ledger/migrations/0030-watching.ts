// What whoever watches needs: what waits for a person and since when, numbers that grow when something changed, when the next
// run is due and the time that was slept through.
export const watching = `
-- one row per cause that a person has to look at; an open one has no end, history stays (design 6)
CREATE TABLE attention (
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- what it stands for, as a JSON list of orders, styles, linesheets, warehouses
  subject TEXT NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  reason TEXT NOT NULL,
  next_step TEXT NOT NULL,
  since TEXT NOT NULL,
  notified_at TEXT,
  resolved_at TEXT
) STRICT;
CREATE UNIQUE INDEX attention_open ON attention (key) WHERE resolved_at IS NULL;
CREATE INDEX attention_by_end ON attention (resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TABLE change_count (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
INSERT INTO change_count (name, number) VALUES
  ('styles', 0), ('orders', 0), ('customers', 0), ('linesheets', 0), ('attention', 0), ('runs', 0);

${counted('standing', 'styles', "{row}.kind = 'style'")}
${counted('standing', 'linesheets', "{row}.kind = 'linesheet'")}
${counted('joor_order', 'orders')}
${counted('customer', 'customers')}
${counted('attention', 'attention')}
${counted('run', 'runs')}

-- the next run's wall-clock instant, and when somebody last looked at it (RUN-8): one row
CREATE TABLE schedule (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  due_at TEXT,
  seen_at TEXT NOT NULL,
  tries INTEGER NOT NULL
) STRICT;

CREATE TABLE sleep (
  slept_from TEXT PRIMARY KEY,
  slept_to TEXT NOT NULL,
  missed INTEGER NOT NULL
) STRICT;

-- the list of orders without opening their contents
CREATE INDEX joor_order_list ON joor_order
  (state, id, customer_name, po_number, total, ship_start, sale_number, attempts, approved_at);
`;

/** Triggers that count a table's changes under a name. */
function counted(table: string, name: string, condition?: string): string {
  return (['INSERT', 'UPDATE', 'DELETE'] as const)
    .map((event) => {
      const when =
        condition === undefined ? '' : `WHEN ${condition.replace('{row}', event === 'DELETE' ? 'OLD' : 'NEW')} `;
      return `CREATE TRIGGER ${table}_${name}_${event.toLowerCase()} AFTER ${event} ON ${table} ${when}
BEGIN UPDATE change_count SET number = number + 1 WHERE name = '${name}'; END;`;
    })
    .join('\n');
}
