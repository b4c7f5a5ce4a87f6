import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { differences, folderSource, headOf } from '../src/verify/index.ts';
import { builtApp, workshop } from './fixture.ts';

async function site(pages: Readonly<Record<string, string>> = {}, commit = 'abc') {
  const { appsDir, outDir } = await workshop();
  await builtApp(appsDir, 'anyue', {}, pages);
  await assemble({ appsDir, outDir, manifest: { tools: { node: '24' }, commit } });
  return outDir;
}

describe('a site that is built again', () => {
  it('is the same where its head is, byte for byte, whatever deploying has put beside it', async () => {
    const [stands, again] = [await site(), await site()];
    await writeFile(path.join(stands, '.well-known/disclosure-manifest/order.jsonl'), '{}\n');
    expect(await differences(folderSource(stands), folderSource(again))).toEqual([]);
  });

  it('names every file that is another one, or only on one side', async () => {
    const stands = await site({ '2023/b/index.html': '甲', '2023/c/index.html': '乙' });
    const again = await site({ '2023/b/index.html': '改', '2024/d/index.html': '丁' });
    expect(await differences(folderSource(stands), folderSource(again))).toEqual([
      'anyue/2023/b/index.html',
      'anyue/2023/c/index.html',
      'anyue/2024/d/index.html',
    ]);
  });

  it('names what it was made from where that is not the same', async () => {
    const [stands, again] = [await site(), await site({}, 'def')];
    expect(await differences(folderSource(stands), folderSource(again))).toEqual([
      'commit：网站 "abc"，重做 "def"',
    ]);
  });

  it('is not compared with what has no manifest', async () => {
    const { dir } = await workshop();
    await expect(headOf(folderSource(dir))).rejects.toThrow('没有清单');
  });
});
