import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { word, workbook } from '@columns/office/fixture';
import { launchBrowser, makeTempDir, serveFolder } from '@columns/testkit';
import { parse } from 'yaml';
import type { Context } from '../command.ts';
import { binOf } from '../spawn.ts';

/** What an officer does in the editor before a picture is taken; each step has one of these. */
interface Step {
  /** Goes to an address of the editor. */
  readonly at?: string;
  /** Fields that are filled in, by their names. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Fields that one of a list is chosen for. */
  readonly choose?: Readonly<Record<string, string>>;
  /** Buttons that are pressed one after the other, by what stands on them. */
  readonly click?: string | readonly string[];
  /** Words at the cursor; `\t` and `\n` are keys. */
  readonly type?: string;
  /** Papers that are dragged onto the text. */
  readonly drop?: readonly string[];
  /** A paper for the button of this name: the box of the system is answered. */
  readonly choosing?: { readonly button: string; readonly paper: string };
  /** What must be there before the next step, by its words. */
  readonly wait?: string;
  /** Words that the picture begins at. */
  readonly show?: string;
  /** A file that somebody else writes meanwhile. */
  readonly other?: { readonly path: string; readonly text: string };
}

/** A Word file's parts, a sheet's rows, or the words of a picture. */
type Paper =
  | { readonly word: readonly (string | readonly (readonly string[])[])[] }
  | { readonly sheet: readonly (readonly string[])[] }
  | { readonly picture: string };

/** `guide/pictures.yaml`: what the officers' guide shows. */
interface Pictures {
  readonly county: string;
  readonly papers: Readonly<Record<string, Paper>>;
  readonly editor: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  readonly pages: readonly {
    readonly name: string;
    readonly at: string;
    readonly height?: number;
  }[];
}

/** A small window, so that the words can be read in the guide. */
const WINDOW = { width: 1000, height: 700 };
/** The editor draws what its rules find a moment after the last key. */
const DRAWN = 2500;

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** Takes pictures of the guide (all, or those named) from the real editor and the built pages; gives their names. */
export async function takePictures(
  context: Context,
  only: readonly string[] = [],
): Promise<string[]> {
  const folder = join(context.root, 'guide');
  const asked = parse(readFileSync(join(folder, 'pictures.yaml'), 'utf8')) as Pictures;
  const wanted = ({ name }: { name: string }) => only.length === 0 || only.includes(name);
  const [editor, pages] = [asked.editor.filter(wanted), asked.pages.filter(wanted)];
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const shoot = (page: Page, name: string) =>
      page.screenshot({ path: join(folder, `${name}.png`) });
    if (editor.length > 0) await ofEditor(browser, { ...asked, editor }, context, shoot);
    if (pages.length > 0) await ofPages(browser, { ...asked, pages }, context, shoot);
    return [...editor, ...pages].map(({ name }) => name);
  } finally {
    await browser.close();
  }
}

async function ofPages(
  browser: Browser,
  { county, pages }: Pictures,
  { root }: Context,
  shoot: (page: Page, name: string) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({ viewport: WINDOW, locale: 'zh-CN' });
  const site = await serveFolder(join(root, 'apps', county, 'dist'), { base: `/${county}/` });
  try {
    for (const { name, at, height = WINDOW.height } of pages) {
      await page.setViewportSize({ ...WINDOW, height });
      await page.goto(`${site.origin}/${county}/${at}`);
      await shoot(page, name);
    }
  } finally {
    await site.close();
  }
}

/** On a copy of the content: what is done for a picture is done to nothing else. */
async function ofEditor(
  browser: Browser,
  { county, editor, papers }: Pictures,
  context: Context,
  shoot: (page: Page, name: string) => Promise<unknown>,
): Promise<void> {
  await using copy = await makeTempDir('guide');
  const content = join(copy.path, 'content');
  for (const name of [county, parentOf(context.root, county)].filter((each) => each !== undefined))
    cpSync(join(context.root, 'content', name), join(content, name), { recursive: true });
  const served = await startEditor(county, content, context);
  try {
    for (const { name, steps } of editor) {
      // Each with a browser of its own, so that no draft of another is offered.
      const own = await browser.newContext({ viewport: WINDOW, locale: 'zh-CN' });
      const page = await own.newPage();
      await page.goto(served.url);
      await page.getByRole('button', { name: '登录' }).click();
      await page.locator('aside a').first().waitFor();
      for (const step of steps)
        await take(page, step, { url: served.url, content: join(content, county), papers });
      await page.waitForTimeout(DRAWN);
      for (const { show } of steps) if (show !== undefined) await bringUp(page, show);
      await shoot(page, name);
      await own.close();
    }
  } finally {
    served.stop();
  }
}

function parentOf(root: string, county: string): string | undefined {
  const text = readFileSync(join(root, 'content', county, 'county.yaml'), 'utf8');
  return (parse(text) as { parent?: string }).parent;
}

interface Desk {
  readonly url: string;
  readonly content: string;
  readonly papers: Pictures['papers'];
}

const control = (name: string) => `[id^="${name}-field"]:is(input, textarea, select)`;

async function take(page: Page, step: Step, desk: Desk): Promise<void> {
  if (step.other) {
    const file = join(desk.content, step.other.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, step.other.text);
  }
  if (step.at !== undefined) {
    await page.goto('about:blank');
    await page.goto(`${desk.url}#/${step.at}`);
    await page.locator('#nc-root a, #nc-root input').first().waitFor();
  }
  for (const [field, label] of Object.entries(step.choose ?? {})) {
    const own = page.locator(`[id^="${field}-field"]`).last();
    await own.click();
    await page.keyboard.type(label);
    await page.getByRole('option', { name: label }).first().click();
  }
  for (const [field, text] of Object.entries(step.fill ?? {}))
    await page.locator(control(field)).last().fill(text);
  for (const label of [step.click ?? []].flat())
    await page.getByRole('button', { name: label, exact: true }).first().click();
  for (const key of step.type ?? '') {
    const named = { '\t': 'Tab', '\n': 'Enter' }[key];
    await (named === undefined ? page.keyboard.type(key) : page.keyboard.press(named));
  }
  if (step.drop) await drop(page, step.drop, desk);
  if (step.choosing) {
    const { button, paper } = step.choosing;
    const chooser = page.waitForEvent('filechooser');
    const pressed = page.getByRole('button', { name: button, exact: true });
    await pressed
      .or(page.locator('label', { hasText: button }))
      .first()
      .click();
    await (await chooser).setFiles({
      name: paper,
      mimeType: paper.endsWith('.png') ? 'image/png' : 'application/octet-stream',
      buffer: Buffer.from(await bytesOf(page, paper, desk)),
    });
  }
  if (step.wait !== undefined) await page.getByText(step.wait).first().waitFor();
}

async function drop(page: Page, names: readonly string[], desk: Desk): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: [...(await bytesOf(page, name, desk))] })),
  );
  await page
    .locator('.body-text')
    .last()
    .evaluate((place, given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
      const { left, top } = place.getBoundingClientRect();
      place.dispatchEvent(
        new DragEvent('drop', {
          dataTransfer: data,
          bubbles: true,
          cancelable: true,
          clientX: left + 20,
          clientY: top + 10,
        }),
      );
    }, files);
}

async function bytesOf(page: Page, name: string, { papers }: Desk): Promise<Uint8Array> {
  const paper = papers[name];
  if (!paper) throw new Error(`guide/pictures.yaml: no paper ${name}`);
  if ('word' in paper) return word({ paragraphs: paper.word });
  if ('sheet' in paper) return workbook({ rows: paper.sheet });
  const canvas = await page.context().newPage();
  await canvas.setViewportSize({ width: 480, height: 270 });
  await canvas.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:linear-gradient(#cfe8fb 55%,#d8cfae 55%);font:28px sans-serif">${paper.picture}</body>`,
  );
  const bytes = await canvas.screenshot();
  await canvas.close();
  return bytes;
}

/** Scrolls so that these words stand near the top. */
async function bringUp(page: Page, words: string): Promise<void> {
  await page
    .getByText(words)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  // What stays at the top of the form would cover it.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('*'))
      if (each.scrollTop > 60 && each.clientHeight > 300) each.scrollTop -= 60;
  });
  await page.waitForTimeout(300);
}

/** The editor as an officer starts it, on a port that is free. */
async function startEditor(
  county: string,
  content: string,
  { root, env }: Context,
): Promise<{ url: string; stop: () => void }> {
  const app = join(root, 'apps', county);
  const script = binOf('@columns/admin', app);
  const args = [script, 'serve', '--county', county, '--content', content, '--port', '0'];
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
