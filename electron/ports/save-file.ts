// Files for the person: the system's own dialog asks where they go.
import { basename } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { textFile } from '../../core/base/node/files.ts';

/** Asks where the file goes and writes it there; false when the person changed their mind. Throws `disk-*`. */
export async function saveFile(
  window: BrowserWindow | null,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<boolean> {
  const options = { defaultPath: `${app.getPath('downloads')}/${basename(name)}` };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return false;
  await textFile(filePath).write(text);
  return true;
}
