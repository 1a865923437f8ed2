// Files for the person, in the browser door: they go to the folder for downloads of whoever started Seamline. A file that is
// there already is never replaced.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { textFile } from '../core/base/node/files.ts';

/** Writes a file into the folder, under a name that is free. Throws `disk-full` and `disk-refused`. */
export async function saveDownload(
  { name, text }: { readonly name: string; readonly text: string },
  folder = join(homedir(), 'Downloads'),
): Promise<boolean> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  let path = join(folder, name);
  for (let number = 2; existsSync(path); number += 1) path = join(folder, `${stem} (${number})${ending}`);
  await textFile(path).write(text);
  return true;
}
