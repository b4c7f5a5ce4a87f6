import type { Block, OldDocument } from './blocks.ts';
import { escaped } from './blocks.ts';

/** A file that a page offers: what the link says, and where it leads from the page. */
export interface Offered {
  readonly name: string;
  readonly address: string;
}

/** Shared by all pages of the site: scripts, styles and the lists of links around a text. */
export interface Frame {
  readonly site: string;
  readonly links: readonly string[];
  /** Bytes of scripts and styles in the head. */
  readonly weight: number;
}

const SPAN =
  'style="font-family:仿宋_GB2312;mso-hansi-font-family:仿宋_GB2312;mso-bidi-font-family:\'Times New Roman\';font-size:16.0000pt;mso-font-kerning:1.0000pt;"';
const P =
  'class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;line-height:28.0000pt;mso-line-height-rule:exactly;text-align:justify;"';

/** A page as a county's old site has it: the text pasted from Word, the site around it. */
export function page(document: OldDocument, offered: readonly Offered[], frame: Frame): string {
  const { title, organ, day, blocks } = document;
  const body = [...blocks, { text: organ }, { text: dayText(day) }].map(written).join('\n');
  const files = offered.map(
    ({ name, address }) =>
      `<p ${P}><a href="${encodeURI(address)}" target="_blank" title="${escaped(name)}">${escaped(name)}</a></p>`,
  );
  const nav = frame.links
    .map((link, index) => `<li class="nav-item"><a href="/xxgk/${index}/">${link}</a></li>`)
    .join('');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>${escaped(title)}_${frame.site}人民政府</title>
<meta name="SiteName" content="${frame.site}人民政府门户网站">
<meta name="ArticleTitle" content="${escaped(title)}">
<meta name="PubDate" content="${day} 09:30">
<meta name="ContentSource" content="${escaped(organ)}">
<style>${'.list-box li a:hover{color:#c00;text-decoration:underline}\n'.repeat(frame.weight / 55)}</style>
<script>${"document.documentElement.className+=' js';/* counter */\n".repeat(frame.weight / 55)}</script>
</head><body>
<div class="header"><h2>${frame.site}人民政府</h2><ul class="nav">${nav}</ul></div>
<div class="position">当前位置：首页 &gt; 政务公开 &gt; 法定主动公开内容</div>
<div class="main"><h1 class="article-title">${escaped(title)}</h1>
<div class="TRS_Editor">
${body}
${files.join('\n')}
</div></div>
<div class="footer"><p>主办：${frame.site}人民政府办公室</p><ul>${nav}</ul></div>
</body></html>
`;
}

function written(block: Block): string {
  if ('text' in block) {
    const runs = block.text.match(/.{1,24}/gsu) ?? [];
    const spans = runs.map((run) => `<span ${SPAN}>${escaped(run)}</span>`).join('');
    return `<p ${P}>${block.heading ? `<strong>${spans}</strong>` : spans}</p>`;
  }
  const rows = block.rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td width="120" style="border:1.0000pt solid windowtext;padding:0 5.4pt"><p ${P}><span ${SPAN}>${escaped(cell)}</span></p></td>`).join('')}</tr>`,
  );
  return `<table border="1" cellspacing="0">${rows.join('')}</table>`;
}

function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
