import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MinisignError, readPublicKey } from '@columns/site/manifest';
import { folderSource, isWhole, siteSource, verifySite, verifyText } from '@columns/site/verify';
import type { Command } from '../command.ts';
import { refusing, WrongInput } from './columns.ts';

export const verifyCommand: Command = {
  summary: '用清单和签名核对网站或它的拷贝',
  usage: `用法：columns verify <网址或文件夹> [--key <公钥或公钥文件>] [--county <编号>]

逐个文件计算校验值，列出被改动、被删除、多出的文件；不一致时退出码为 1。
  --key <公钥>      minisign 的公钥或公钥文件；不写时用网站上的，只能发现改动，不能证明由谁发布
  --county <编号>   只核对这个县区，可重复`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { key: { type: 'string' }, county: { type: 'string', multiple: true } },
      });
      const [where, ...more] = positionals;
      if (where === undefined || more.length > 0)
        throw new WrongInput('请给出一个网址或文件夹。\n');
      const source = /^https?:\/\//.test(where) ? siteSource(where) : await folder(where);
      const key = values.key === undefined ? undefined : await publicKey(values.key);
      const result = await verifySite(source, { key, counties: values.county }).catch(unreachable);
      context.out(verifyText(result));
      return isWhole(result) ? 0 : 1;
    }),
};

async function folder(dir: string) {
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new WrongInput(`没有文件夹 ${dir}。\n`);
  return folderSource(dir);
}

async function publicKey(value: string) {
  const text = await readFile(value, 'utf8').catch(() => value);
  try {
    return readPublicKey(text);
  } catch (error) {
    if (error instanceof MinisignError) throw new WrongInput(`--key：${error.message}\n`);
    throw error;
  }
}

function unreachable(error: unknown): never {
  const { message, cause } = error as Error;
  throw new WrongInput(
    `没有核对完：${message}${cause instanceof Error ? `（${cause.message}）` : ''}\n`,
  );
}
