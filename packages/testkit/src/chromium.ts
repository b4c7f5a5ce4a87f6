/** The browser inside an npm package, unpacked once for each version of it. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import { makeTempDir } from './temp.ts';

/** Where an unpacked browser lies. */
export interface UnpackedChromium {
  executable: string;
  /** Shared libraries for machines that lack them. */
  libraries: string;
}

/**
 * Unpacks the browser, or finds it unpacked. It is unpacked in a folder of our own that gets its
 * name only when it is complete, so that neither a second worker nor a broken run can meet half a
 * browser.
 * @throws Error on systems the package has no browser for
 */
export function unpackChromium(): Promise<UnpackedChromium> {
  unpacked ??= unpack();
  return unpacked;
}

let unpacked: Promise<UnpackedChromium> | undefined;

async function unpack(): Promise<UnpackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `@sparticuz/chromium has no browser for ${process.platform} ${process.arch}: ` +
        'set COLUMNS_BROWSER to the executable of an installed Chrome, Edge or Chromium.',
    );
  }
  const root = packageRoot();
  const folder = join(tmpdir(), `columns-chromium-${await versionOf(root)}-${process.getuid?.()}`);
  if (!existsSync(folder)) await unpackInto(folder, join(root, 'bin'));
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
  };
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  await using staging = await makeTempDir('chromium');
  const complete = join(staging.path, 'complete');
  await mkdir(complete);
  await inTempFolder(complete, () =>
    Promise.all([chromium.executablePath(archives), inflate(join(archives, 'al2023.tar.br'))]),
  );
  if (!existsSync(join(complete, 'chromium'))) {
    throw new Error('@sparticuz/chromium did not unpack where it was told to.');
  }
  try {
    await rename(complete, folder);
  } catch (error) {
    // Another worker was quicker; its folder is as complete as ours.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * The package unpacks into the system's folder and asks for its name before it first waits, so the
 * name is another for just that moment.
 */
function inTempFolder<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return unpack();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function packageRoot(): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
}

async function versionOf(root: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  return version;
}
