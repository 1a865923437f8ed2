// Where a profile lies on each system, and where it may not: on a network or in a folder that a cloud service copies,
// because a database that two computers write to is soon damaged.
import { realpathSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { SeamlineError } from '../base/errors.ts';

/** The folder of a profile: the one that was named, by an option or SEAMLINE_PROFILE, or the usual one of the system. */
export function namedProfile(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  return resolve(option ?? environment['SEAMLINE_PROFILE'] ?? profileFolder('default', environment, platform));
}

/** The folder of a named profile, by the rules of the operating system. */
export function profileFolder(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  return join(dataFolder(environment, platform), 'profiles', name);
}

function dataFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  // A variable that is set to nothing counts as not set.
  const named = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  if (platform === 'win32') return join(named('LOCALAPPDATA') ?? join(homedir(), 'AppData', 'Local'), 'Seamline');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Seamline');
  return join(named('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'seamline');
}

const cloudFolders =
  /[\\/](OneDrive[^\\/]*|[^\\/]*Dropbox[^\\/]*|My Drive|Google ?Drive|GoogleDrive[^\\/]*|iCloud ?Drive[^\\/]*|Mobile Documents|CloudStorage|Box|pCloud ?Drive|Nextcloud|ownCloud)([\\/]|$)/i;

/** Magic numbers of network file systems on Linux: NFS, SMB, SMB2, CIFS, AFS, Coda, NCP, 9p. */
const networkFileSystems = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x73757245, 0x564c, 0x01021997,
]);

/** Throws `profile-refused` for a folder on a network or inside a cloud service's folder. */
export function refuseSharedFolder(folder: string, platform: NodeJS.Platform): void {
  const path = realPath(resolve(folder));
  if (cloudFolders.test(path)) throw refused(path, 'a cloud service copies it');
  if (platform === 'win32' && /^\\\\(?!\?\\|\.\\)/.test(path)) throw refused(path, 'it is on a network');
  if (platform === 'linux' && networkFileSystems.has(fileSystemOf(path))) throw refused(path, 'it is on a network');
}

/** The path behind links, of as much of it as is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

function fileSystemOf(path: string): number {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      return statfsSync(folder).type;
    } catch {
      // The folder may not exist yet: its nearest ancestor tells.
      if (dirname(folder) === folder) return 0;
    }
  }
}

function refused(path: string, why: string): SeamlineError {
  return new SeamlineError('profile-refused', {
    sentence: `Seamline doesn't keep its records in ${path}, because ${why}: two computers would damage them.`,
    nextStep: 'Choose a folder on this computer with --profile, or leave it out for the usual place.',
    details: { path },
  });
}
