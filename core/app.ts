// Composition root: ports in, commands out. Wires, decides nothing. The same for the command line, the desktop shell,
// the browser door and the tests.
import { listAliases, removeAlias, setAlias, type AliasView, type NewAlias } from './commands/aliases.ts';
import { orderAttempts, type OrderAttempt } from './commands/orders/attempts.ts';
import {
  answerSale,
  enterByHand,
  holdOrder,
  releaseOrder,
  type OrderDecision,
  type SaleAnswer,
} from './commands/orders/decide.ts';
import { chooseGoLive, goLiveList, type GoLiveInput } from './commands/orders/go-live.ts';
import { orderDetail } from './commands/orders/detail.ts';
import {
  exportOrderNow,
  previewReExport,
  reExportOrder,
  type OrderOutcome,
  type ReExportInput,
} from './commands/orders/single.ts';
import { everyMilliseconds } from './base/node/clock.ts';
import { createHost, type Host } from './host/host.ts';
import type { HostOptions } from './host/options.ts';
import { confirmNewCustomer } from './commands/orders/new-customer.ts';
import { diagnosticsFile, type DiagnosticsFacts } from './commands/files/diagnostics.ts';
import { testCin7, testJoor } from './commands/connections.ts';
import { doctor } from './commands/doctor.ts';
import { sync, type SyncInput } from './commands/runs.ts';
import type { Services } from './commands/services.ts';
import { exportSettings, importSettings } from './commands/settings/file.ts';
import { getSetting, setSetting } from './commands/settings/values.ts';
import { styleByNumber } from './commands/styles/detail.ts';
import { orders, status, styles } from './commands/views.ts';
import type { GoLiveOrder, OrderDetail, ReExportPreview } from './contract/orders.ts';
import type { StyleDetail } from './contract/styles.ts';
import type { DoctorReport } from './contract/checks.ts';
import type { CommandInput, CommandOutput } from './contract/commands.ts';
import type { RunReport } from './contract/run-report.ts';
import type { OrderView, StatusView, StyleView } from './contract/views.ts';
import type { OrderState, StyleState } from './model/standing.ts';
import type { Settings } from './settings/index.ts';

export interface Seamline {
  sync(input: SyncInput): Promise<RunReport>;
  status(): Promise<StatusView>;
  doctor(signal?: AbortSignal): Promise<DoctorReport>;
  /** The file for support, as text (SEC-4). */
  diagnostics(facts: DiagnosticsFacts): Promise<string>;
  readonly connections: {
    testCin7(
      input: CommandInput<'connections.testCin7'>,
      signal?: AbortSignal,
    ): Promise<CommandOutput<'connections.testCin7'>>;
    testJoor(
      input: CommandInput<'connections.testJoor'>,
      signal?: AbortSignal,
    ): Promise<CommandOutput<'connections.testJoor'>>;
  };
  styles(states?: readonly StyleState[]): Promise<StyleView[]>;
  /** One style whole, by its number. */
  style(number: string): Promise<StyleDetail>;
  orders(states?: readonly OrderState[]): Promise<OrderView[]>;
  /** One order whole, by its JOOR number. */
  order(id: string): Promise<OrderDetail>;
  /** What a person does with one order. */
  readonly orderActions: {
    hold(decision: OrderDecision & { note: string }): Promise<{ sentence: string }>;
    release(decision: OrderDecision): Promise<{ sentence: string }>;
    enterByHand(decision: OrderDecision): Promise<{ sentence: string }>;
    export(id: string): Promise<OrderOutcome>;
    previewReExport(id: string): Promise<ReExportPreview>;
    reExport(input: ReExportInput): Promise<OrderOutcome>;
    attempts(id: string): Promise<OrderAttempt[]>;
    answerSale(answer: SaleAnswer): Promise<{ sentence: string }>;
    goLiveList(): Promise<GoLiveOrder[]>;
    goLive(input: GoLiveInput): Promise<{ sentence: string }>;
  };
  /** A person's word that an order's retailer is new in Cin7 Core; gives its name. */
  confirmNewCustomer(orderId: string, who: string): Promise<string>;
  readonly aliases: {
    list(): Promise<AliasView[]>;
    set(alias: NewAlias): Promise<AliasView>;
    remove(name: string): Promise<void>;
  };
  readonly settings: {
    get(path?: string): Promise<unknown>;
    set(path: string, value: string): Promise<Settings>;
    import(text: string, path: string): Promise<Settings>;
    export(): Promise<string>;
  };
  close(): void;
}

/** Seamline over a host's ports. */
export function createSeamline(services: Services): Seamline {
  return {
    sync: (input) => sync(services, input),
    status: () => status(services),
    doctor: (signal) => doctor(services, signal),
    diagnostics: async (facts) => (await diagnosticsFile(services, facts)).text,
    connections: {
      testCin7: (input, signal) => testCin7(services, input, signal),
      testJoor: (input, signal) => testJoor(services, input, signal),
    },
    styles: (states) => styles(services, states),
    style: (number) => styleByNumber(services, number),
    orders: (states) => orders(services, states),
    order: (id) => orderDetail(services, id),
    orderActions: {
      hold: (decision) => holdOrder(services, decision),
      release: (decision) => releaseOrder(services, decision),
      enterByHand: (decision) => enterByHand(services, decision),
      export: (id) => exportOrderNow(services, id),
      previewReExport: (id) => previewReExport(services, id),
      reExport: (input) => reExportOrder(services, input),
      attempts: (id) => orderAttempts(services, id),
      answerSale: (answer) => answerSale(services, answer),
      goLiveList: () => goLiveList(services),
      goLive: (input) => chooseGoLive(services, input),
    },
    confirmNewCustomer: (orderId, who) => confirmNewCustomer(services, orderId, who),
    aliases: {
      list: () => listAliases(services),
      set: (alias) => setAlias(services, alias),
      remove: (name) => removeAlias(services, name),
    },
    settings: {
      get: (path) => getSetting(services, path),
      set: (path, value) => setSetting(services, path, value),
      import: (text, path) => importSettings(services, text, path),
      export: () => exportSettings(services),
    },
    close: () => services.wire.close(),
  };
}

/** What a screen talks to, over the same ports: looks for changes four times a second of this computer's time. */
export function openHost(services: Services, options: HostOptions): Promise<Host> {
  return createHost(services, {
    beats: (call) => everyMilliseconds(250, () => void call()),
    ...options,
  });
}

export type { Services } from './commands/services.ts';
export type { Host } from './host/host.ts';
export type { ComputerSignal, HostOptions, ProfileServices } from './host/options.ts';
