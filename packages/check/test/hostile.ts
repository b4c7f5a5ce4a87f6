import type { Files } from '@columns/content/fixture';
import { entry, notice } from '@columns/content/fixture';
import { word } from '@columns/office/fixture';
import { zipSync } from 'fflate';

const N = 'shili/_notice/2023';
const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const md = (body: string, ...lines: string[]): Files => ({
  [`${N}/h.md`]: notice(lines, `${body}\n`),
});
const mdx = (body: string): Files => ({ [`${N}/h.mdx`]: notice([], `${body}\n`) });
const attached = (name: string, content: Files[string]): Files => ({
  [`${N}/h.md`]: notice([`attachments: [{file: ${JSON.stringify(name)}, name: 附件}]`]),
  [`${N}/h/${name}`]: content,
});
const raw = (head: string): Files => ({ [`${N}/h.md`]: `---\n${head}\n---\n\n正文。\n` });

/** Nine levels of nine references each: 387 million words when written out. */
const LAUGHS = Array.from({ length: 9 }, (_, level) => {
  const items = level === 0 ? Array(9).fill('哈') : Array(9).fill(`*l${level - 1}`);
  return `l${level}: &l${level} [${items.join(', ')}]`;
}).join('\n');

/** 60 MB of nothing in a Word file of some 60 KB. */
function bomb(): Uint8Array {
  return zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }, { level: 9 });
}

export interface Hostile {
  /** What the file tries. */
  readonly tries: string;
  readonly files: () => Files;
  /** What `columns check --gate`, which every build waits for, says. */
  readonly build: readonly string[];
  /** What `dev` says; where it says nothing, why nothing can happen. */
  readonly dev: readonly string[] | string;
}

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  'mdx import': {
    tries: '读取服务器上的文件',
    files: () => mdx('import fs from "node:fs"'),
    build: ['safety/mdx-import'],
    dev: ['safety/mdx-import'],
  },
  'mdx export': {
    tries: '在构建时运行代码',
    files: () => mdx('export const x = process.exit(1)'),
    build: ['safety/mdx-import'],
    dev: ['safety/mdx-import'],
  },
  'mdx expression': {
    tries: '在构建时运行代码',
    files: () => mdx('{process.env.GITHUB_TOKEN}'),
    build: ['safety/mdx-expression'],
    dev: ['safety/mdx-expression'],
  },
  'mdx expression in an attribute': {
    tries: '在构建时运行代码',
    files: () => mdx('<Notice tone={globalThis.process.exit(1)}>文</Notice>'),
    build: ['safety/mdx-component'],
    dev: ['safety/mdx-component'],
  },
  'mdx spread': {
    tries: '在构建时运行代码',
    files: () => mdx('<Notice {...process.env}>文</Notice>'),
    build: ['safety/mdx-component'],
    dev: ['safety/mdx-component'],
  },
  'mdx component not listed': {
    tries: '嵌入外部页面',
    files: () => mdx('<iframe src="https://evil.example/" />'),
    build: ['safety/mdx-component'],
    dev: ['safety/mdx-component'],
  },
  script: {
    tries: '在读者的浏览器里运行代码',
    files: () => md('<script>alert(1)</script>'),
    build: ['safety/html-outside-dialect'],
    dev: ['safety/html-outside-dialect'],
  },
  'event handler': {
    tries: '在读者的浏览器里运行代码',
    files: () => md('<td onclick="alert(1)">文</td>'),
    build: ['safety/html-outside-dialect'],
    dev: ['safety/html-outside-dialect'],
  },
  'svg handler': {
    tries: '在读者的浏览器里运行代码',
    files: () => md('<svg onload=alert(1)>'),
    build: ['safety/html-outside-dialect'],
    dev: ['safety/html-outside-dialect'],
  },
  'javascript link': {
    tries: '点击后运行代码',
    files: () => md('[表](javascript:alert(1))'),
    build: ['safety/link-scheme'],
    dev: ['safety/link-scheme'],
  },
  'javascript link in disguise': {
    tries: '点击后运行代码',
    files: () => md('[表](java&#115;cript:alert(1))'),
    build: ['safety/link-scheme'],
    dev: ['safety/link-scheme'],
  },
  'data link': {
    tries: '点击后打开伪造的页面',
    files: () => md('[表](data:text/html;base64,PHNjcmlwdD4=)'),
    build: ['safety/link-scheme'],
    dev: ['safety/link-scheme'],
  },
  'javascript link in a definition': {
    tries: '点击后运行代码',
    files: () => md('[表][x]\n\n[x]: JaVaScRiPt:alert(1)'),
    build: [],
    dev: '只是两行文字：这样的链接写法不是格式',
  },
  'image from outside': {
    tries: '暗中记录读者',
    files: () => md('![](https://evil.example/t.png)'),
    build: ['safety/image-outside'],
    dev: ['safety/image-outside'],
  },
  'javascript source': {
    tries: '点击“来源”后运行代码',
    files: () => md('文', 'source: "javascript:alert(1)"'),
    build: [],
    dev: '来源只是文字，从不是链接',
  },
  'entry that is a link out of the tree': {
    tries: '把服务器上的文件当作正文发布',
    files: () => ({ [`${N}/h.md`]: { link: '/etc/passwd' } }),
    build: ['safety/symbolic-link'],
    dev: ['safety/symbolic-link'],
  },
  'attachment that is a link out of the tree': {
    tries: '把服务器上的文件当作附件发布',
    files: () => attached('a.pdf', { link: '/etc/passwd' }),
    build: ['shape/attachment-missing', 'safety/symbolic-link'],
    dev: ['shape/attachment-missing', 'safety/symbolic-link'],
  },
  'folder that is a link out of the tree': {
    tries: '把服务器上的文件夹当作内容',
    files: () => ({ [N]: { link: '/etc' } }),
    build: ['safety/symbolic-link'],
    dev: ['safety/symbolic-link'],
  },
  'attachment named by a path': {
    tries: '把内容以外的文件当作附件发布',
    files: () => ({
      [`${N}/h.md`]: notice(['attachments: [{file: ../../../county.yaml, name: 附件}]']),
    }),
    build: ['shape/attachment-missing'],
    dev: ['shape/attachment-missing'],
  },
  'emblem named by a path': {
    tries: '把内容以外的文件当作图片发布',
    files: () => ({
      'shili/county.yaml':
        'id: shili\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\nemblem: ../../../../etc/passwd\n',
    }),
    build: [],
    dev: '只写进 img 的网址，构建不读这个文件',
  },
  'huge attachment': {
    tries: '撑满磁盘和仓库',
    files: () => attached('a.pdf', new Uint8Array(60 * 1024 * 1024).fill(37)),
    build: ['safety/file-too-large'],
    dev: '附件不打开，只列出',
  },
  'huge entry': {
    tries: '耗尽内存',
    files: () => md('文'.repeat(4_000_000)),
    build: ['shape/too-large'],
    dev: ['shape/too-large'],
  },
  'zip bomb': {
    tries: '解压时耗尽内存',
    files: () => attached('a.docx', bomb()),
    build: ['safety/unreadable'],
    dev: '附件不打开，只列出',
  },
  'program under another name': {
    tries: '让读者运行程序',
    files: () => attached('a.pdf', new TextEncoder().encode('MZ\u0090\u0000 program')),
    build: ['safety/file-type'],
    dev: '附件不打开，只列出',
  },
  'web page as an attachment': {
    tries: '在本站的网址下运行代码',
    files: () => attached('a.html', '<script>alert(1)</script>'),
    build: ['safety/file-kind'],
    dev: '附件不打开，只列出',
  },
  macro: {
    tries: '让读者的 Word 运行代码',
    files: () =>
      attached('a.docx', word({ paragraphs: ['文'], more: { 'word/vbaProject.bin': 'x' } })),
    build: ['safety/macro'],
    dev: '附件不打开，只列出',
  },
  'yaml bomb': {
    tries: '展开时耗尽内存',
    files: () => raw(LAUGHS),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'yaml bomb in county.yaml': {
    tries: '展开时耗尽内存',
    files: () => ({ 'shili/county.yaml': LAUGHS }),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'yaml tag': {
    tries: '让读取程序建造对象',
    files: () => raw('title: !!js/function "function () { process.exit(1) }"\nkind: notice'),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'yaml merge of the prototype': {
    tries: '改写程序里的公共对象',
    files: () =>
      raw('__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntitle: 文'),
    build: ['shape/missing-field'],
    dev: ['shape/missing-field'],
  },
  'deep yaml': {
    tries: '耗尽调用栈',
    files: () => raw(`title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'deep Markdown': {
    tries: '耗尽调用栈',
    files: () => md(`${'> '.repeat(5_000)}文`),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'list in a list, without end': {
    tries: '耗尽调用栈',
    files: () => md(`${'1. '.repeat(1_200)}文`),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'list indented ever deeper': {
    tries: '耗尽调用栈',
    files: () => md(Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- 文`).join('\n')),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'note in a note, without end': {
    tries: '耗尽调用栈',
    files: () => md(`${'[^1]: '.repeat(2_000)}文`),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'tag in a tag, without end': {
    tries: '耗尽浏览器的内存',
    files: () => md('<u>'.repeat(500)),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'component in a component, without end': {
    tries: '耗尽调用栈',
    files: () => mdx(`${'<Tip>\n\n'.repeat(3_000)}文\n\n${'</Tip>\n\n'.repeat(3_000)}`),
    build: ['text/nested-deep'],
    dev: ['text/nested-deep'],
  },
  'rows without a head, without end': {
    tries: '耗尽时间',
    files: () => md('|a|b|\n'.repeat(100_000)),
    build: ['text/long-paragraph'],
    dev: ['text/long-paragraph'],
  },
  'brackets without end': {
    tries: '耗尽时间',
    files: () => md(']('.repeat(100_000)),
    build: ['text/long-paragraph'],
    dev: ['text/long-paragraph'],
  },
  'fields one in the other, without end': {
    tries: '耗尽调用栈',
    files: () =>
      raw(
        Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}k:`)
          .join('\n')
          .slice(0, 190_000),
      ),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'question marks without end': {
    tries: '耗尽时间',
    files: () => raw(`${'? '.repeat(500)}x`),
    build: ['shape/yaml-syntax'],
    dev: ['shape/yaml-syntax'],
  },
  'pipe instead of a file': {
    tries: '让检查永远等下去',
    files: () => ({ [`${N}/h.md`]: { pipe: true } }),
    build: ['shape/unreadable'],
    dev: ['shape/unreadable'],
  },
  'settings that are a pipe': {
    tries: '让检查永远等下去',
    files: () => ({ 'shili/departments.yaml': { pipe: true } }),
    build: ['shape/unreadable'],
    dev: ['shape/unreadable'],
  },
  'wide table': {
    tries: '耗尽时间',
    files: () => ({
      [`${SCHOOLS}/h.md`]: entry(['title: 名录', 'kind: register'], ''),
      [`${SCHOOLS}/h.csv`]: `${'列,'.repeat(100_000)}列\n`,
    }),
    build: ['shape/too-large'],
    dev: ['shape/too-large'],
  },
  'file name with a workflow command': {
    tries: '在 GitHub 上伪造批注',
    files: () => ({ [`${N}/a\n::error file=x::forged.md`]: notice() }),
    build: ['shape/misplaced', 'shape/unprintable-name'],
    dev: ['shape/misplaced', 'shape/unprintable-name'],
  },
  'file name with ANSI': {
    tries: '改写终端和日志',
    files: () => ({ [`${N}/a\u001b[2J.md`]: notice() }),
    build: ['shape/file-name', 'shape/unprintable-name'],
    dev: ['shape/file-name', 'shape/unprintable-name'],
  },
  'file name with a bidirectional control': {
    tries: '让文件名看上去是另一个',
    files: () => attached('a\u202efdp.exe', 'x'),
    build: ['safety/hidden-text', 'shape/attachment-name', 'safety/file-kind'],
    dev: ['safety/hidden-text'],
  },
  'bidirectional controls in a text': {
    tries: '让读者看到的与写的不同',
    files: () => md('批准\u202e准批不\u202c。'),
    build: ['safety/hidden-text'],
    dev: ['safety/hidden-text'],
  },
  'workflow command in a title': {
    tries: '在 GitHub 上伪造批注',
    files: () =>
      raw(
        'title: "一\\n::error file=x::forged"\nkind: notice\nform: 通知\npublished: 2023-05-29\nattribute: {type: 主动}\nexample: true',
      ),
    build: ['shape/bad-format'],
    dev: ['shape/bad-format'],
  },
  'expression in a title': {
    tries: '让工作流替换成密钥',
    files: () => md('文', `title: "\${{ secrets.GITHUB_TOKEN }}"`),
    build: [],
    dev: '只是文字：工作流从不把内容放进脚本',
  },
  'formula in a register': {
    tries: '让读者的 Excel 运行公式',
    files: () => ({
      [`${SCHOOLS}/h.md`]: entry(['title: 名录', 'kind: register', 'form: school-directory'], ''),
      [`${SCHOOLS}/h.csv`]: '学校名称,学校地址\n"=HYPERLINK(""https://evil.example"")",城关镇\n',
    }),
    build: ['shape/csv-column-missing', 'shape/unknown-choice'],
    dev: ['shape/csv-column-missing', 'shape/unknown-choice'],
  },
};
