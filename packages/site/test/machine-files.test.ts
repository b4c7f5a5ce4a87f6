import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { beside, builtApp, workshop } from './fixture.ts';

const SITE = 'https://example.gov.cn';

async function site(said: Readonly<Record<string, string>>, base?: string) {
  const { appsDir, outDir } = await workshop();
  for (const [county, text] of Object.entries(said)) {
    await builtApp(appsDir, county);
    await beside(appsDir, county, {
      'dist-data/llms.txt': '# 专栏',
      'dist-data/security.txt': text,
    });
  }
  await builtApp(appsDir, 'silent');
  await assemble({ appsDir, outDir, base, site: SITE });
  return (file: string) => readFile(path.join(outDir, file), 'utf8');
}

const lines = (contact: string, expires: string) =>
  `Contact: ${contact}\nExpires: ${expires}T23:59:59+08:00\nPreferred-Languages: zh\n`;

describe('security.txt of a site', () => {
  it('has everybody’s contacts, and holds as long as the first of them does', async () => {
    const read = await site({
      anyue: lines('mailto:a@example.gov.cn', '2027-06-30'),
      luan: lines('tel:0000-0000001', '2027-01-31'),
    });
    expect((await read('.well-known/security.txt')).split('\n')).toEqual([
      'Contact: mailto:a@example.gov.cn',
      'Contact: tel:0000-0000001',
      'Expires: 2027-01-31T23:59:59+08:00',
      `Canonical: ${SITE}/.well-known/security.txt`,
      'Preferred-Languages: zh',
      '',
    ]);
  });

  it('is not made below a prefix, where nobody would look for it', async () => {
    const read = await site({ anyue: lines('tel:1', '2027-06-30') }, '/repository/');
    await expect(read('.well-known/security.txt')).rejects.toThrow('ENOENT');
  });
});

describe('llms.txt of a site', () => {
  it('leads to that of each column that has one', async () => {
    const read = await site({ anyue: lines('tel:1', '2027-06-30') });
    const text = await read('llms.txt');
    expect(text).toMatch(/^# .+\n\n> .+\n\n## /);
    expect(text).toContain(`(${SITE}/anyue/llms.txt)`);
    expect(text).not.toContain('silent');
  });

  it('is not made where no column has data', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir });
    expect(existsSync(path.join(outDir, 'llms.txt'))).toBe(false);
  });
});
