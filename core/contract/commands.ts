// What a screen can ask to be done. Each command has an input and an output; each is idempotent by its commandId, so that
// a lost answer can be asked for again. A command throws a SeamlineError, which crosses as an ErrorView.
import { z } from 'zod';
import { flowNames } from '../model/standing.ts';
import { goLiveChoices } from './orders.ts';
import { outsideKinds } from './outside.ts';
import { changesSchema } from './settings.ts';
import { flowModes } from './stores.ts';

const nothing = z.object({});
const done = z.object({ sentence: z.string() });
const flow = z.enum(flowNames);
const order = z.object({ orderId: z.string().min(1) });

/** Secrets travel from the screen to the host once, when they are typed, and never back. */
const cin7Keys = z.object({
  baseUrl: z.string().nullable(),
  accountId: z.string().nullable(),
  /** Null for the one in the keychain. */
  applicationKey: z.string().nullable(),
});
const joorKeys = z.object({
  environment: z.enum(['sandbox', 'live', 'custom']),
  apiUrl: z.string().nullable(),
  authUrl: z.string().nullable(),
  accountId: z.string(),
  token: z.string().nullable(),
  clientId: z.string().nullable(),
  clientSecret: z.string().nullable(),
  username: z.string().nullable(),
  password: z.string().nullable(),
});
/** `Connected to Aurora Apparel Pty Ltd, AUD` and what was counted there. */
const connected = z.object({ sentence: z.string(), detail: z.string() });

export const artifactKinds = [
  'styles-csv',
  'orders-csv',
  'linesheets-csv',
  'changes-csv',
  'plan-csv',
  'runs-csv',
  'run-changes-csv',
  'settings',
  'diagnostics',
] as const;

const command = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({
  input,
  output,
});

export const commands = {
  // connections: a test writes nothing down; connecting tests first, then stores secrets for exactly these hosts (SEC-3)
  'connections.testCin7': command(cin7Keys, connected),
  'connections.testJoor': command(joorKeys, connected),
  'connections.connectCin7': command(cin7Keys, connected),
  'connections.connectJoor': command(joorKeys, connected),
  'connections.unlockKeychain': command(nothing, done),
  'connections.keepKeysForSession': command(nothing, done),
  'profile.usePractice': command(nothing, done),
  'profile.useReal': command(nothing, done),
  /** Shows the folder of the profile in the system's own window; a screen never names a path. */
  'profile.showFolder': command(nothing, z.object({ isShown: z.boolean(), path: z.string() })),

  'setup.goTo': command(z.object({ step: z.enum(['connect', 'read', 'review', 'dry-run', 'go-live', 'done']) }), done),

  /** The answer to a row of the review: values of its options, or what was typed. */
  'setup.answer': command(z.object({ key: z.string(), values: z.array(z.string()) }), done),

  'runs.start': command(
    z.object({ kind: z.enum(['sync', 'dry-run']), only: z.array(flow).nullable(), isFullPass: z.boolean() }),
    z.object({ runId: z.string(), state: z.enum(['started', 'joined', 'queued']) }),
  ),
  'runs.stop': command(nothing, done),
  'runs.apply': command(
    z.object({ runId: z.string() }),
    z.object({ runId: z.string(), state: z.enum(['started', 'joined', 'queued']) }),
  ),

  'flows.setMode': command(z.object({ flow, mode: z.enum(flowModes), planSeen: z.string().nullable() }), done),

  'settings.change': command(
    z.object({ revision: z.number(), changes: changesSchema }),
    z.object({ revision: z.number() }),
  ),
  'settings.restore': command(nothing, done),
  /** Takes over a file's text that a person chose; hosts, accounts and go-live stay (SEC-3). */
  'settings.import': command(
    z.object({ revision: z.number(), text: z.string() }),
    done.extend({ revision: z.number() }),
  ),
  /** Reads the lists that settings are chosen from again, in both accounts. */
  'settings.readLists': command(nothing, done),
  'backUps.make': command(nothing, done),
  /** Puts the newest whole copy in the place of damaged records, which are kept beside it. */
  'backUps.restore': command(nothing, done),
  'schedule.pause': command(z.object({ isPaused: z.boolean() }), done),

  'orders.hold': command(order.extend({ note: z.string() }), done),
  'orders.release': command(order, done),
  'orders.export': command(order, done),
  'orders.check': command(order, done),
  'orders.enterByHand': command(order, done),
  'orders.reExport': command(order.extend({ confirmation: z.string().nullable() }), done),
  'orders.goLive': command(
    z.object({
      choices: z.array(z.object({ orderId: z.string(), choice: z.enum(goLiveChoices) })),
      isOtherIntegrationOff: z.boolean(),
    }),
    done,
  ),
  /** A person's word that the order's retailer is new in Cin7 Core, although customers there resemble it. */
  'orders.confirmNewCustomer': command(order, done),
  'aliases.set': command(z.object({ orderId: z.string().nullable(), sku: z.string(), productId: z.string() }), done),
  'aliases.remove': command(z.object({ sku: z.string() }), done),

  'styles.check': command(z.object({ keys: z.array(z.string()) }), done),
  /** Which columns of Styles the person doesn't want to see. */
  'styles.hideColumns': command(z.object({ hidden: z.array(z.string()) }), nothing),

  /** A file for the person: the host saves it where they choose; a screen never names a path. */
  'artifacts.save': command(
    z.object({
      kind: z.enum(artifactKinds),
      /** The opened list that is shown; null for all of it, and for what is no list. A run's changes are such a list. */
      queryId: z.string().nullable(),
      /** Only these of it, in that order: what is ticked. */
      ids: z.array(z.string()).optional(),
    }),
    z.object({ isSaved: z.boolean(), name: z.string() }),
  ),
  /** Opens a sale, an order or a product in the account's own site; `isOpened` is false where no address is known. */
  'outside.open': command(
    z.object({ kind: z.enum(outsideKinds), id: z.string().nullable() }),
    z.object({ isOpened: z.boolean() }),
  ),
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = z.input<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<(typeof commands)[Name]['output']>;
export type ArtifactKind = (typeof artifactKinds)[number];
