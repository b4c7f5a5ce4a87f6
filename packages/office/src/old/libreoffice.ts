import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NewFile, NotRead } from './answer.ts';

/** What LibreOffice can turn into which new format, by the ending of the old one. */
const TARGETS: Readonly<Record<string, NewFile['format']>> = {
  doc: 'docx',
  dot: 'docx',
  wps: 'docx',
  rtf: 'docx',
  xls: 'xlsx',
  et: 'xlsx',
  ppt: 'pptx',
  dps: 'pptx',
};

/** How long one file may take, in ms; how much memory (KB) and how large a file (512 bytes) it may ask for. */
const PATIENCE = 120_000;
const MEMORY = 4 * 2 ** 20;
const LARGEST = 2 ** 20;

const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
];

/**
 * LibreOffice, where this machine has it. Each file is converted in a private folder that is removed
 * afterwards, with a profile of its own that allows no macros, no linked files and no network, and with
 * a limit on time, memory and size.
 */
export class LibreOffice {
  readonly #program: string;
  readonly #patience: number;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param patience how long one file may take, in milliseconds */
  constructor(program: string, patience = PATIENCE) {
    this.#program = program;
    this.#patience = patience;
  }

  /** The one on this machine, if there is one. */
  static find(): LibreOffice | undefined {
    const names = process.platform === 'win32' ? ['soffice.com'] : ['soffice', 'libreoffice'];
    const program = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .concat(PLACES)
      .find((path) => existsSync(path));
    return program === undefined ? undefined : new LibreOffice(program);
  }

  /** Whether it can turn files with this ending into new ones. */
  static takes(extension: string): boolean {
    return extension in TARGETS;
  }

  /** A file with this ending as a new one. Never rejects; files are converted one after another. */
  convert(bytes: Uint8Array, extension: string): Promise<NewFile | NotRead> {
    const answer = this.#turn.then(() => this.#convert(bytes, extension));
    this.#turn = answer;
    return answer;
  }

  async #convert(bytes: Uint8Array, extension: string): Promise<NewFile | NotRead> {
    const format = TARGETS[extension];
    if (format === undefined)
      return { code: 'old-format', broken: `LibreOffice 不能转换 .${extension} 文件` };
    // Only its owner may enter a folder made so.
    const folder = await mkdtemp(join(tmpdir(), 'columns-office-'));
    try {
      const profile = join(folder, 'profile');
      const out = join(folder, 'out');
      await mkdir(join(profile, 'user'), { recursive: true });
      await mkdir(out);
      await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
      // Its name is ours: what an officer called the file is never part of a command.
      const source = join(folder, `in.${extension}`);
      await writeFile(source, bytes);
      const ended = await run(
        this.#program,
        [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--norestore',
          '--nologo',
          '--nodefault',
          '--nolockcheck',
          '--nofirststartwizard',
          '--convert-to',
          format,
          '--outdir',
          out,
          source,
        ],
        folder,
        this.#patience,
      );
      if (ended === 'late')
        return { code: 'too-large', broken: 'LibreOffice 转换用时过长，已停止' };
      const [made] = (await readdir(out)).filter((name) => name.endsWith(`.${format}`));
      if (made === undefined || (await stat(join(out, made))).size > LARGEST * 512)
        return {
          code: 'damaged',
          broken: 'LibreOffice 没有读出这个文件（可能已损坏，或设了密码）',
        };
      return { format, bytes: await readFile(join(out, made)), lost: [] };
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

async function run(
  program: string,
  args: readonly string[],
  folder: string,
  patience: number,
): Promise<'ended' | 'late'> {
  const [command, ...rest] = bounded(program, args);
  const child = spawn(command as string, rest, {
    cwd: folder,
    // A group of its own, so that all that it starts can be ended with it.
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      SystemRoot: process.env['SystemRoot'],
      HOME: folder,
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
      SAL_USE_VCLPLUGIN: 'svp',
      http_proxy: NOWHERE,
      https_proxy: NOWHERE,
    },
  });
  return new Promise((resolve) => {
    const end = () => {
      if (child.pid === undefined) return;
      try {
        if (process.platform === 'win32')
          spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)]);
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      end();
      resolve('late');
    }, patience);
    const done = () => {
      clearTimeout(timer);
      end();
      resolve('ended');
    };
    child.once('error', done).once('exit', done);
  });
}

/** On Linux the system itself bounds memory and size, and gives it a network of its own without a way out. */
function bounded(program: string, args: readonly string[]): string[] {
  if (process.platform !== 'linux') return [program, ...args];
  const limits = `ulimit -v ${MEMORY}; ulimit -f ${LARGEST}; exec "$0" "$@"`;
  const own = ['sh', '-c', limits, program, ...args];
  const apart = ['--user', '--map-root-user', '--net'];
  const can = spawnSync('unshare', [...apart, 'true'], { stdio: 'ignore', timeout: 5000 });
  return can.status === 0 ? ['unshare', ...apart, ...own] : own;
}

const NOWHERE = 'http://127.0.0.1:9';

const setting = (path: string, name: string, value: string | number | boolean): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const SCRIPTING = 'Office.Common/Security/Scripting';

/** No macros, no content that runs, no links followed or brought up to date, no way into a network. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  setting(SCRIPTING, 'MacroSecurityLevel', 3),
  setting(SCRIPTING, 'DisableMacrosExecution', true),
  setting(SCRIPTING, 'DisableActiveContent', true),
  setting(SCRIPTING, 'DisablePythonRuntime', true),
  setting(SCRIPTING, 'BlockUntrustedRefererLinks', true),
  setting('Office.Calc/Content/Update', 'Link', 2),
  setting('Office.Writer/Content/Update', 'Link', 0),
  setting('Inet/Settings', 'ooInetProxyType', 2),
  ...['HTTP', 'HTTPS'].flatMap((name) => [
    setting('Inet/Settings', `ooInet${name}ProxyName`, '127.0.0.1'),
    setting('Inet/Settings', `ooInet${name}ProxyPort`, 9),
  ]),
].join('\n')}
</oor:items>
`;
