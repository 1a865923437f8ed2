import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SeamlineError } from '../errors.ts';
import { diskError, textFile } from './files.ts';
import { fileLog } from './log.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'seamline-files-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const isPosix = process.platform !== 'win32';
const modeOf = (path: string) => statSync(path).mode & 0o777;

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SeamlineError ? error.code : String(error);
}

describe('a text file', () => {
  it('is null before it is written, then what was written, and leaves no draft behind', async () => {
    const home = folder();
    const file = textFile(join(home, 'deep', 'settings.json'));
    expect(await file.read()).toBeNull();
    await file.write('{"größe":"👕"}');
    await file.write('{}');
    expect(await file.read()).toBe('{}');
    expect(readdirSync(join(home, 'deep'))).toEqual(['settings.json']);
  });

  it.runIf(isPosix)('is for its owner alone', async () => {
    const home = folder();
    await textFile(join(home, 'new', 'settings.json')).write('{}');
    expect([modeOf(join(home, 'new')), modeOf(join(home, 'new', 'settings.json'))]).toEqual([0o700, 0o600]);
  });

  it('keeps the old text when the new one cannot be put in its place, and says so in words', async () => {
    const home = folder();
    const path = join(home, 'settings.json');
    await textFile(path).write('old');
    // A folder where the draft belongs: the write can't even begin.
    mkdirSync(`${path}.new`);
    expect(await codeOf(textFile(path).write('new'))).toBe('disk-refused');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(await codeOf(textFile(join(path, 'inside-a-file.json')).write('x'))).toBe('disk-refused');
    expect(await codeOf(textFile(join(path, 'inside-a-file.json')).read())).toBe('disk-refused');
    expect(await codeOf(textFile(home).read())).toBe('disk-refused');
  });

  // A size limit on files stands for a full disk: a write stops short without an error, only the next one fails.
  it.runIf(isPosix)('keeps the old text when the disk fills up in the middle of the new one', () => {
    const path = join(folder(), 'settings.json');
    writeFileSync(path, 'old');
    const script = `
      import { textFile } from ${JSON.stringify(new URL('files.ts', import.meta.url).href)};
      await textFile(${JSON.stringify(path)}).write('n'.repeat(200_000)).then(() => console.log('written'), () => console.log('failed'));
    `;
    const { stdout } = spawnSync(
      '/bin/sh',
      ['-c', 'ulimit -f 16; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout.trim()).toBe('failed');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('says which failures mean a full disk and which a forbidden place, and passes on the rest', () => {
    const failure = (code: string) => diskError(Object.assign(new Error(code), { code }), '/x');
    const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'].map(failure);
    expect(codes.map((error) => (error instanceof SeamlineError ? error.code : ''))).toEqual([
      'disk-full',
      'disk-full',
      ...Array.from({ length: 6 }, () => 'disk-refused'),
    ]);
    const other = new Error('other');
    expect(diskError(other, '/x')).toBe(other);
  });
});

describe('the log file', () => {
  it('has one JSON line per event, whatever the message holds, and goes on where it was', () => {
    const path = join(folder(), 'logs', 'seamline.log');
    for (const message of ['first', 'a "quote"\nand a line']) {
      const log = fileLog(path);
      log.write('warn', message, { style: 'SH-1' });
      log.close();
    }
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const entries = lines.map((line): unknown => JSON.parse(line));
    expect(entries).toMatchObject([
      { msg: 'first', style: 'SH-1' },
      { msg: 'a "quote"\nand a line', style: 'SH-1' },
    ]);
    expect(isPosix ? modeOf(path) : 0o600).toBe(0o600);
  });
});
