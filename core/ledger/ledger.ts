// One ledger: everything that Seamline remembers about one scope, one repository per aggregate over one file.
import type { Instant } from '../base/dates.ts';
import { SeamlineError } from '../base/errors.ts';
import { activityLedger, type ActivityLedger } from './activity.ts';
import { aliasLedger, type AliasLedger } from './aliases.ts';
import { attentionLedger, type AttentionLedger } from './attention.ts';
import { changeLedger, type ChangeLedger } from './changes.ts';
import { copyDatabase } from './copy.ts';
import { customerIntentLedger, type CustomerIntentLedger } from './customer-intents.ts';
import { customerMirror, type CustomerMirror } from './customers.ts';
import type { Database } from './driver.ts';
import { foreignSaleLedger, type ForeignSaleLedger } from './foreign-sales.ts';
import { installationLedger, type InstallationLedger } from './installation.ts';
import { ledgerHealth, type LedgerHealth } from './health.ts';
import { intentLedger, type IntentLedger } from './intents.ts';
import { linesheetLedger, type LinesheetLedger } from './linesheets.ts';
import { orderList, type OrderList } from './order-list.ts';
import { openLedgerFile, type LedgerFileOptions } from './open.ts';
import { nearProducts, type NearNames, type NearProduct } from './near-products.ts';
import { orderCheckLedger, type OrderCheckLedger } from './order-checks.ts';
import { orderSaleLedger, type OrderSaleLedger } from './order-sales.ts';
import { orderLedger, type OrderLedger } from './orders.ts';
import { planLedger, type PlanLedger } from './plans.ts';
import { productMirror, type ProductMirror } from './products.ts';
import { references, type References } from './references.ts';
import { runLedger, type RunLedger } from './runs.ts';
import { scheduleLedger, type ScheduleLedger } from './schedule.ts';
import { saleMirror, type SaleMirror } from './sales.ts';
import { standingLedger, type StandingLedger } from './standings.ts';
import { stockLedger, type StockLedger } from './stock.ts';
import { survey, type Survey } from './survey.ts';
import { styleList, type StyleList } from './style-list.ts';
import { styleLedger, type StyleLedger } from './styles.ts';
import { unknownOrderLedger, type UnknownOrderLedger } from './unknown-orders.ts';

/** Whom a ledger is about (SCOPE-1): changing any of these means another ledger. */
export interface Scope {
  readonly cin7Account: string;
  readonly joorEnvironment: string;
  readonly joorAccount: string;
}

export interface Ledger {
  readonly path: string;
  readonly products: ProductMirror;
  /** Active products that a line of an order may have meant. */
  nearProducts(names: NearNames): NearProduct[];
  readonly customers: CustomerMirror;
  readonly customerIntents: CustomerIntentLedger;
  readonly references: References;
  readonly stock: StockLedger;
  readonly sales: SaleMirror;
  readonly styles: StyleLedger;
  readonly styleList: StyleList;
  readonly survey: Survey;
  readonly linesheets: LinesheetLedger;
  readonly standings: StandingLedger;
  readonly plans: PlanLedger;
  readonly orders: OrderLedger;
  readonly orderChecks: OrderCheckLedger;
  readonly orderList: OrderList;
  readonly intents: IntentLedger;
  readonly orderSales: OrderSaleLedger;
  readonly foreignSales: ForeignSaleLedger;
  readonly unknownOrders: UnknownOrderLedger;
  readonly installation: InstallationLedger;
  readonly aliases: AliasLedger;
  readonly runs: RunLedger;
  readonly activity: ActivityLedger;
  readonly attention: AttentionLedger;
  readonly schedule: ScheduleLedger;
  readonly changes: ChangeLedger;
  readonly health: LedgerHealth;
  /** Several writes as one: all of them or none. */
  transaction<Result>(work: () => Result): Result;
  /** The company that was connected when this ledger was first used; null before. */
  company(): string | null;
  bindCompany(name: string): void;
  /** When this ledger was begun. */
  createdAt(): Instant;
  /** Copies the whole ledger into a file while others go on working with it. Throws `disk-*`, `ledger-*`. */
  copyTo(path: string): Promise<void>;
  close(): void;
}

/** Opens a scope's ledger. Throws `wrong-account` when the file is about another scope, and what openLedgerFile throws. */
export function openLedger(path: string, scope: Scope, now: Instant, options: LedgerFileOptions): Ledger {
  const database = openLedgerFile(path, options);
  try {
    bindScope(database, scope, now);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    path,
    products: productMirror(database),
    nearProducts: (names) => nearProducts(database, names),
    customers: customerMirror(database),
    customerIntents: customerIntentLedger(database),
    references: references(database),
    stock: stockLedger(database),
    sales: saleMirror(database),
    styles: styleLedger(database),
    styleList: styleList(database),
    survey: survey(database),
    linesheets: linesheetLedger(database),
    standings: standingLedger(database),
    plans: planLedger(database),
    orders: orderLedger(database),
    orderChecks: orderCheckLedger(database),
    orderList: orderList(database),
    intents: intentLedger(database),
    orderSales: orderSaleLedger(database),
    foreignSales: foreignSaleLedger(database),
    unknownOrders: unknownOrderLedger(database),
    installation: installationLedger(database),
    aliases: aliasLedger(database),
    runs: runLedger(database),
    activity: activityLedger(database),
    attention: attentionLedger(database),
    schedule: scheduleLedger(database),
    changes: changeLedger(database),
    health: ledgerHealth(database),
    transaction: (work) => database.transaction(work),
    company: () => database.prepare<{ company: string | null }>('SELECT company FROM scope').get()?.company ?? null,
    bindCompany: (name) => void database.prepare('UPDATE scope SET company = ?').run([name]),
    createdAt: () => database.prepare<{ created_at: Instant }>('SELECT created_at FROM scope').get()?.created_at ?? now,
    copyTo: (copy) => copyDatabase(path, copy),
    close: () => database.close(),
  };
}

function bindScope(database: Database, scope: Scope, now: Instant): void {
  // Read first: looking at where things stand must not wait for another process's writing.
  if (database.prepare('SELECT 1 FROM scope').get() === undefined)
    database
      .prepare(
        `INSERT INTO scope (only, cin7_account, joor_environment, joor_account, created_at) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (only) DO NOTHING`,
      )
      .run([scope.cin7Account, scope.joorEnvironment, scope.joorAccount, now]);
  const bound = database
    .prepare<{ cin7_account: string; joor_environment: string; joor_account: string }>('SELECT * FROM scope')
    .get();
  if (
    bound?.cin7_account !== scope.cin7Account ||
    bound.joor_environment !== scope.joorEnvironment ||
    bound.joor_account !== scope.joorAccount
  )
    throw new SeamlineError('wrong-account', {
      sentence: `The records in ${database.path} belong to other accounts than the ones in the settings.`,
      nextStep: 'Put the settings back to those accounts, or use another profile for the new ones.',
    });
}
