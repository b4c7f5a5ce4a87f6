import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, serveFolder } from '@columns/testkit';
import { parse } from 'yaml';
import type { Context } from '../command.ts';
import { binOf } from '../spawn.ts';

/** `guide/pictures.yaml`: what the officers' guide shows. */
interface Pictures {
  readonly county: string;
  readonly editor: readonly {
    readonly name: string;
    readonly at: string;
    readonly choose?: Readonly<Record<string, string>>;
    readonly fill?: Readonly<Record<string, string>>;
  }[];
  readonly pages: readonly {
    readonly name: string;
    readonly at: string;
    readonly height?: number;
  }[];
}

/** A small window, so that the words can be read in the guide. */
const WINDOW = { width: 1000, height: 700 };
/** The editor asks its server for the list of files, then draws. */
const DRAWN = 2500;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

/** Takes all pictures of the guide from the real editor and the built pages; gives their names. */
export async function takePictures(context: Context): Promise<string[]> {
  const folder = join(context.root, 'guide');
  const asked = parse(readFileSync(join(folder, 'pictures.yaml'), 'utf8')) as Pictures;
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: WINDOW, locale: 'zh-CN' });
    const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
    const editor = await startEditor(asked.county, context);
    try {
      await signIn(page, editor.url);
      for (const { name, at, choose = {}, fill = {} } of asked.editor) {
        await page.goto('about:blank');
        await page.goto(`${editor.url}#/${at}`);
        await page.locator('#nc-root a, #nc-root input').first().waitFor();
        for (const [field, label] of Object.entries(choose)) {
          await page.locator(`[id^="${field}-field"]`).last().click();
          await page.keyboard.type(label);
          await page.getByRole('option', { name: label, exact: true }).click();
        }
        for (const [field, text] of Object.entries(fill)) {
          const control = `[id^="${field}-field"]:is(input, textarea, select)`;
          await page.locator(control).last().fill(text);
        }
        await page.waitForTimeout(DRAWN);
        await shoot(name);
      }
    } finally {
      editor.stop();
    }
    const dist = join(context.root, 'apps', asked.county, 'dist');
    const site = await serveFolder(dist, { base: `/${asked.county}/` });
    try {
      for (const { name, at, height = WINDOW.height } of asked.pages) {
        await page.setViewportSize({ ...WINDOW, height });
        await page.goto(`${site.origin}/${asked.county}/${at}`);
        await shoot(name);
      }
    } finally {
      await site.close();
    }
    return [...asked.editor, ...asked.pages].map(({ name }) => name);
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('aside a').first().waitFor();
}

/** The editor as an officer starts it, on a port that is free; nothing is saved through it. */
async function startEditor(
  county: string,
  { root, env }: Context,
): Promise<{ url: string; stop: () => void }> {
  const app = join(root, 'apps', county);
  const script = binOf('@columns/admin', app);
  const args = [script, 'serve', '--county', county, '--port', '0'];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: app,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The editor did not start: ${said}`)));
  });
  return { url, stop: () => void child.kill() };
}
