// What both windows stand on: a profile with its log, the keychain, the wire and, on request, the practice accounts in a
// profile of their own that begins anew each time. Gives the host that screens talk to.
import { join } from 'node:path';
import { openHost, type Host, type HostOptions, type ProfileServices, type Services } from './app.ts';
import { instantOf } from './base/dates.ts';
import { systemClock } from './base/node/clock.ts';
import { textFile } from './base/node/files.ts';
import { systemIds } from './base/node/ids.ts';
import { keychainSecrets } from './base/node/keychain.ts';
import { fileLog } from './base/node/log.ts';
import type { Log, Network, SecretStore, TextFile } from './base/ports.ts';
import { memorySecrets } from './base/secrets.ts';
import { answerPatience, createWire } from './http/wire.ts';
import { startPractice, type Practice } from './practice/practice.ts';
import { practiceKeys, practiceSettings } from './practice/settings.ts';
import { openProfile, removeProfile } from './profile/profile.ts';

export interface ShellOptions {
  readonly host: HostOptions['host'];
  readonly version: string;
  /** The profile folder. */
  readonly folder: string;
  readonly network: Network;
  readonly signals?: HostOptions['signals'];
  readonly notifier?: HostOptions['notifier'];
  readonly saveFile: NonNullable<HostOptions['saveFile']>;
  readonly openOutside: NonNullable<HostOptions['openOutside']>;
  readonly showFolder: NonNullable<HostOptions['showFolder']>;
  /** How settings files are kept; as plain files when left out. */
  readonly fileOf?: (path: string) => TextFile;
}

export interface Shell {
  readonly host: Host;
  readonly log: Log;
  /**
   * Stops what runs, waits for it and for what is under way to an account, lets go of everything. What has no answer within
   * `answerPatience`, or when `hurry` aborts, is cut off and looked up at the next start.
   */
  close(hurry?: AbortSignal): Promise<void>;
}

/** Opens a profile for a window. Throws as opening a profile does. */
export async function openShell(options: ShellOptions): Promise<Shell> {
  const wire = createWire({ network: options.network });
  const closers: (() => unknown)[] = [() => wire.close()];
  let practice: Practice | null = null;

  const open = (folder: string, isPractice: boolean, secrets: SecretStore): ProfileServices => {
    const profile = openProfile(folder, process.platform, options.fileOf);
    const log = fileLog(profile.logPath);
    closers.unshift(() => log.close());
    const services: Services = { profile, clock: systemClock, ids: systemIds, log, secrets, wire };
    return { services, profile: { name: isPractice ? 'Practice' : 'Default', isPractice }, secretStore: secrets };
  };

  const openPractice = async (): Promise<ProfileServices> => {
    await practice?.stop();
    practice = await startPractice({ clock: systemClock });
    const folder = join(options.folder, 'practice');
    removeProfile(folder);
    const today = instantOf(systemClock.now()).slice(0, 10);
    const settings = JSON.stringify(practiceSettings(practice, { rateOf: today }), null, 2);
    await textFile(join(folder, 'settings.json')).write(`${settings}\n`);
    return open(folder, true, memorySecrets(practiceKeys(practice)));
  };

  const keychain = keychainSecrets(options.folder);
  const first = open(options.folder, false, keychain);
  const host = await openHost(first.services, {
    version: options.version,
    host: options.host,
    profile: first.profile,
    secretStore: keychain,
    saveFile: options.saveFile,
    openOutside: options.openOutside,
    showFolder: options.showFolder,
    openPractice,
    ...(options.signals === undefined ? {} : { signals: options.signals }),
    ...(options.notifier === undefined ? {} : { notifier: options.notifier }),
  });
  return {
    host,
    log: first.services.log,
    async close(hurry) {
      const isOver = new AbortController();
      const cut = () => wire.close();
      if (hurry?.aborted === true) cut();
      hurry?.addEventListener('abort', cut, { signal: isOver.signal });
      systemClock.sleep(answerPatience, isOver.signal).then(cut, () => undefined);
      await host.close();
      isOver.abort();
      await practice?.stop();
      for (const close of closers) await close();
    },
  };
}
