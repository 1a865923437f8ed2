// The command line's own ports: secrets from the environment, which only this door may use, and the profile that
// `--profile` or SEAMLINE_PROFILE names.
import { systemClock } from '../base/node/clock.ts';
import { environmentNetwork } from '../base/node/network.ts';
import { systemIds } from '../base/node/ids.ts';
import { fileLog } from '../base/node/log.ts';
import type { Secrets } from '../base/ports.ts';
import { createSeamline, type Seamline } from '../app.ts';
import { createWire } from '../http/wire.ts';
import { namedProfile } from '../profile/places.ts';
import { openProfile } from '../profile/profile.ts';
import { variableOf } from '../sync/connect.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets from environment variables (docs: README). They belong to whatever origin the settings name. */
export function environmentSecrets(environment: Environment): Secrets {
  return { get: async (name) => environment[variableOf(name)] ?? null };
}

/** Who sits at this computer, as far as it says so: decisions keep the name. */
export function personAt(environment: Environment): string {
  return environment['USER'] ?? environment['USERNAME'] ?? 'command line';
}

/** Seamline over this computer and the named profile; the usual one when none is named. */
export function openSeamline(profileOption: string | undefined, environment: Environment): Seamline {
  const profile = openProfile(namedProfile(profileOption, environment, process.platform), process.platform);
  const log = fileLog(profile.logPath);
  const seamline = createSeamline({
    profile,
    clock: systemClock,
    ids: systemIds,
    log,
    secrets: environmentSecrets(environment),
    wire: createWire({ network: environmentNetwork(environment) }),
  });
  return {
    ...seamline,
    close() {
      seamline.close();
      log.close();
    },
  };
}
