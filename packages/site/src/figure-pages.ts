import {
  composePage,
  FIGURES_SUFFIX,
  FRAME_FILE,
  FRAME_FOLDER,
  FrameError,
  Parts,
  pageSchema,
} from '@columns/export/page';
import { composerDigest } from '@columns/export/page-digest';
import type { Column } from './column.ts';
import type { Made } from './next-site.ts';
import { SiteError } from './problem.ts';
import { type BuiltApp, readAsWritten } from './read.ts';

/** Whether a file is for the putting together only: a frame, or figures that become a page. */
export function isForAssembling(file: string): boolean {
  return file.startsWith(FRAME_FOLDER) || file.endsWith(`/${FIGURES_SUFFIX}`);
}

/** A column's rendered parts; a page of another frame is read by its own file. @throws SiteError */
export async function partsOf(
  app: BuiltApp,
  file: string = FRAME_FILE,
  more: Readonly<Record<string, readonly string[]>> = {},
): Promise<Parts> {
  const fault = (message: string) =>
    new SiteError([
      {
        code: 'no-frame',
        where: `${app.label}/dist/${file}`,
        message,
        mend: `重新构建 ${app.label}：npx -y pnpm@12 run build`,
      },
    ]);
  if (!app.dist.files.includes(file))
    throw fault('没有框架页：公开情况、台账和数据页放不进本县区的页面');
  try {
    return new Parts(await readAsWritten(app.dist, file), more);
  } catch (error) {
    throw error instanceof FrameError ? fault(error.message) : error;
  }
}

/**
 * The pages that `data` and `records` have left as figures, each in the frame of its column, by their paths below
 * the site. A page is composed again only where its frame, its figures or the composing itself has changed.
 */
export async function figurePages(
  app: BuiltApp,
  column: Column,
  prefix: string,
): Promise<Map<string, Made>> {
  const made = new Map<string, Made>();
  const code = composerDigest();
  let parts: Promise<Parts> | undefined;
  for (const beside of app.beside) {
    for (const file of beside.files.filter((one) => one.endsWith(`/${FIGURES_SUFFIX}`))) {
      const name = `${file.slice(0, -FIGURES_SUFFIX.length)}index.html`;
      const frame = app.dist.digests.get(FRAME_FILE);
      made.set(column.base.slice(1) + name, {
        key: [code, frame, beside.digests.get(file), prefix].join(' '),
        text: async () => {
          parts ??= partsOf(app);
          const framed = await parts;
          const page = pageSchema.parse(JSON.parse(await readAsWritten(beside, file)));
          return composePage(framed, { prefix, base: column.path }, page);
        },
      });
    }
  }
  return made;
}
