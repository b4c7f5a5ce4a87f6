import { type Block, type FigurePage, heading, list, words } from '@columns/export/page';
import type { Place } from './frame.ts';

/** Below the column's base. */
export const VERIFY_PAGE = 'data/verify/';

const code = (lines: readonly string[]): Block => ({ is: 'program', text: lines.join('\n') });

/** `/data/verify/`: how anybody checks the site, or a copy of it, with common programs or with ours. */
export function verifyPage(site: string | undefined, { base, column }: Place): FigurePage {
  const prefix = base.slice(0, base.length - column.county.base.length + 1);
  const address = `${site ?? 'https://网站域名'}${prefix}`;
  const folder = '.well-known/disclosure-manifest';
  return {
    path: VERIFY_PAGE,
    title: '怎样核对本网站',
    crumbs: [{ title: '开放数据', path: 'data/' }],
    body: [
      words(
        '任何人都可以核对：拿到的网页或整个网站的拷贝是不是原样，由谁发布，有没有被换成旧的，是不是由公开的软件和内容生成。不需要本网站的同意，也不需要本网站还在。',
      ),
      heading('网站上有什么'),
      list(
        `${folder}/index.json：总表。写着由哪个版本的内容和软件生成，以及各分表的校验值。`,
        'index.json.minisig、minisign.pub：总表的签名和公钥。公钥应从网站以外的地方（公告、函件）得到，再与网站上的比较。',
        '县区编号/年份.sha256：分表，一行一个文件的校验值，并注明来自哪个内容文件。',
        'order.jsonl：部署次序。每部署一次添一行，写着第几次、总表的校验值和前一行的校验值，所以改不了过去。',
        'index.json.tsr：时间戳服务的回答，证明那时已有这份总表（用了时间戳服务的网站才有）。',
      ),
      heading('在浏览器里核对一页'),
      words(
        '每件公开信息下面有“核对本页”：按一下，浏览器重新取这一页，与分表、总表和签名逐一比较，再用一句话说明证明了什么、没有证明什么。浏览器在本机记下这次是第几次部署，下次核对时，网站退回了旧版、或给您看了另一份，都会指出；第一次核对的，写“未与更早的版本比较”。公钥和核对程序都来自本网站，所以它能发现一页被单独改动，不能代替下面用别处得到的公钥所做的核对。',
      ),
      heading('用通用的程序核对'),
      words('Debian、Ubuntu 等系统自带或可以安装的程序，在网站拷贝的根目录运行：'),
      code([
        `cd ${folder}`,
        'minisign -V -p 公钥文件 -m index.json',
        'minisign -V -p 公钥文件 -m order.jsonl',
        'openssl ts -verify -data index.json -in index.json.tsr -CAfile 时间戳服务根证书.pem',
        `jq -r '.parts[] | .sha256 + "  " + .file' index.json | sha256sum --check`,
        'cd ../..',
        `cat ${folder}/*.sha256 ${folder}/*/*.sha256 | grep -v '^#' | sha256sum --check --quiet`,
      ]),
      words('最后一条什么也不显示，就是全部文件都是原样。'),
      heading('用本平台的程序核对'),
      code([`npx -y pnpm@12 columns verify ${address} --key 公钥文件 --after 以前的版本号`]),
      words(
        '“以前的版本号”是上次核对时显示的“版本号”，记下来就行：网站退回旧版，或给不同的人看不同的网站，都会指出。没有记过的，显示“未与更早的版本比较”。',
      ),
      heading('核对是怎样生成的'),
      words(
        '同样的内容和软件，在任何机器上生成的文件一字节不差。照 index.json 中的 commit 取出内容和软件，用 base、asOf 和同样的网址构建，得到的 index.json 应与网站上的完全相同；order.jsonl 和时间戳只在部署时写下，不在比较之列。用 GitHub 部署的网站，每天夜里在另一种机器上这样重做一遍并比较。',
      ),
      code([
        'git clone 仓库地址 && cd 仓库 && git checkout 总表中的commit',
        `SITE=${site ?? 'https://网站域名'} BASE=${prefix} AS_OF=总表中的asOf npx -y pnpm@12 build`,
        `npx -y pnpm@12 columns rebuilt ${address}`,
      ]),
      words(
        '公开仓库的网站还有 GitHub 签发的来源证明：哪个仓库、哪次运行、哪个版本生成了这份总表和用到的软件清单（SBOM）。私有仓库没有。下载总表后运行：',
      ),
      code([
        'gh attestation verify index.json --repo 组织/仓库',
        'gh attestation verify index.json --repo 组织/仓库 --predicate-type https://cyclonedx.org/bom',
      ]),
    ],
  };
}
