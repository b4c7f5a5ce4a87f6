import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { screenText } from '@columns/check/visible';
import { bundle, SHARED_FOLDER, type SharedFiles } from './build/bundle.ts';
import { adminFiles, writeAdmin } from './build/county.ts';
import { countyStyles } from './build/styles.ts';
import { portOf, portTaken } from './local/port.ts';
import { serveEditor } from './local/serve.ts';
import { FactsError } from './read-facts.ts';
import { readSettings, SettingsError } from './settings.ts';

const USAGE = `用法：columns-admin bundle
      columns-admin build --county <编号>
      columns-admin serve --county <编号> [--git] [--port <端口>]
`;

const root = join(import.meta.dirname, '../../..');
const SHARED_DIR = join(root, 'packages/admin/dist-admin');

/** Runs one of the three and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      content: { type: 'string', default: join(root, 'content') },
      git: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const [name] = positionals;
  const { county } = values;
  try {
    if (name === 'bundle') {
      await bundle(SHARED_DIR);
      return 0;
    }
    if (county !== undefined && name === 'build') {
      const settings = readSettings(join(root, 'admin.yaml'));
      const app = join(root, 'apps', county);
      const styles = await countyStyles(app);
      const files = adminFiles(values.content, county, readShared(), settings, styles);
      writeAdmin(join(app, 'dist-admin'), files);
      process.stdout.write(`${county}：编辑页面 ${files.size} 个文件\n`);
      return 0;
    }
    if (county !== undefined && name === 'serve') {
      // A few seconds; what an older checkout left there would not fit.
      await bundle(SHARED_DIR);
      const port = values.port === undefined ? portOf(county) : Number(values.port);
      const { url } = await serveEditor({
        contentRoot: values.content,
        county,
        sharedDir: SHARED_DIR,
        site: join(root, 'dist'),
        styles: await countyStyles(join(root, 'apps', county)),
        git: values.git,
        port,
        tokenFile: join(root, 'node_modules/.cache/columns/editor', `${county}.token`),
      }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE') throw new FactsError(portTaken(port));
        throw error;
      });
      process.stdout.write(
        `编辑页面已经开好，用浏览器打开这个网址（窗口不要关，按 Ctrl+C 结束）：\n\n  ${url}\n\n保存的内容写进 content/${county}/。\n`,
      );
      await new Promise(() => {});
    }
  } catch (error) {
    if (!(error instanceof FactsError || error instanceof SettingsError)) throw error;
    process.stderr.write(screenText(error.message));
    return 1;
  }
  process.stderr.write(USAGE);
  return 2;
}

function readShared(): SharedFiles {
  return JSON.parse(
    readFileSync(join(SHARED_DIR, SHARED_FOLDER, 'shared.json'), 'utf8'),
  ) as SharedFiles;
}
