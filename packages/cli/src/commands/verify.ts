import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type KnownVersion,
  MinisignError,
  readKnown,
  readPublicKey,
  readRoots,
} from '@columns/site/manifest';
import { folderSource, isWhole, siteSource, verifySite, verifyText } from '@columns/site/verify';
import type { Command, Context } from '../command.ts';
import { keepSeen, lastSeen } from '../seen.ts';
import { refusing, WrongInput } from './columns.ts';

export const verifyCommand: Command = {
  summary: '用清单和签名核对网站或它的拷贝',
  usage: `用法：columns verify <网址或文件夹> [--key <公钥或公钥文件>] [--county <编号>] [--after <版本>] [--tsa <证书>]

逐个文件计算校验值，列出被改动、被删除、多出的文件；不一致时退出码为 1。
  --key <公钥>      minisign 的公钥或公钥文件；不写时用网站上的，只能发现改动，不能证明由谁发布
  --county <编号>   只核对这个县区，可重复
  --after <版本>    以前见过的版本：版本号（12:……），或保存下来的 order.jsonl；网站退回旧版、另有一份时会指出。
                    不写时，网址与这台电脑上次核对时见到的版本比较
  --tsa <证书>      所信任的时间戳服务的根证书（PEM 文件），核对清单上的时间戳`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          key: { type: 'string' },
          county: { type: 'string', multiple: true },
          after: { type: 'string' },
          tsa: { type: 'string' },
        },
      });
      const [where, ...more] = positionals;
      if (where === undefined || more.length > 0)
        throw new WrongInput('请给出一个网址或文件夹。\n');
      const source = /^https?:\/\//.test(where) ? siteSource(where) : await folder(where);
      const key = values.key === undefined ? undefined : await publicKey(values.key);
      const roots = values.tsa === undefined ? undefined : await certificates(values.tsa);
      const after = await known(values.after, where, context);
      const result = await verifySite(source, { key, counties: values.county, after, roots }).catch(
        unreachable,
      );
      context.out(verifyText(result));
      if (isWhole(result) && result.version) await keepSeen(where, result.version, context.env);
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

async function certificates(file: string) {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new WrongInput(`--tsa：读不到证书文件 ${file}。\n`);
  });
  try {
    return readRoots(pem);
  } catch (error) {
    throw new WrongInput(`--tsa：${file} ${(error as Error).message}。\n`);
  }
}

/** The version to compare with: the one that was given, else what this machine has last seen there. */
async function known(
  given: string | undefined,
  where: string,
  { env, out }: Context,
): Promise<KnownVersion | undefined> {
  if (given === undefined) {
    const seen = await lastSeen(where, env);
    if (seen) out(`这台电脑上次核对时见到的是第 ${seen.number} 次部署。\n`);
    return seen;
  }
  const text = await readFile(given, 'utf8').catch(() => given);
  try {
    return readKnown(text);
  } catch (error) {
    const reason = (error as Error).message;
    throw new WrongInput(`--after：不是版本号（12:……），也不是部署次序文件：${reason}。\n`);
  }
}

function unreachable(error: unknown): never {
  const { message, cause } = error as Error;
  throw new WrongInput(
    `没有核对完：${message}${cause instanceof Error ? `（${cause.message}）` : ''}\n`,
  );
}
