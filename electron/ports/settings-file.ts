// A settings file through electron-store, which is only the adapter to the file: where it lies is said, it has no schema, no
// defaults and no migrations, and it never clears what it can't read. What the text means is the core's to say, so the store
// holds the text as it is.
import { basename, dirname, extname } from 'node:path';
import Store from 'electron-store';
import { diskError } from '../../core/base/node/files.ts';
import type { TextFile } from '../../core/base/ports.ts';

interface Kept {
  text?: string;
}

/** A text file at a path. Throws `disk-full` and `disk-refused`. */
export function settingsFile(path: string): TextFile {
  const open = () =>
    new Store<Kept>({
      cwd: dirname(path),
      name: basename(path, extname(path)),
      fileExtension: extname(path).slice(1),
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      serialize: ({ text }) => text ?? '',
      deserialize: (text) => ({ text }),
    });
  const attempt = <Result>(work: (store: Store<Kept>) => Result): Result => {
    try {
      return work(open());
    } catch (error) {
      throw diskError(error, path);
    }
  };
  return {
    path,
    read: async () => attempt((store) => store.get('text') ?? null),
    write: async (text) => attempt((store) => store.set('text', text)),
  };
}
