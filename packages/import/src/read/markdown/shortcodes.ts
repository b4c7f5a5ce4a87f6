import type { Remark } from '../../failure.ts';
import { remark } from '../../failure.ts';

/** `{{< … >}}`, `{{% … %}}` of Hugo, `{% … %}` of Hexo and Jekyll. */
const CODE = /\{\{[<%]\s*([\s\S]*?)\s*[>%]\}\}|\{%\s*([\s\S]*?)\s*%\}/g;

/** A text without the orders to a site's program: pictures become Markdown's, the others are told. */
export function withoutShortcodes(text: string): { text: string; remarks: Remark[] } {
  const gone = new Set<string>();
  const all: string[] = [];
  const plain = text.replaceAll(CODE, (whole, hugo?: string, hexo?: string) => {
    const picture = pictureOf(hugo ?? hexo ?? '');
    if (picture !== undefined) return picture;
    gone.add(whole.length > 60 ? `${whole.slice(0, 60)}…` : whole);
    all.push(whole);
    return '';
  });
  const told = [...gone].map((each) => `“${each}”`).join('、');
  return {
    text: plain,
    remarks:
      gone.size === 0
        ? []
        : [remark('left-out', `网站程序的指令没有写入：${told}`, { words: all })],
  };
}

function pictureOf(code: string): string | undefined {
  const named = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(code)?.[1];
  if (/^figure\s/.test(code)) {
    const source = named('src');
    const words = named('title') ?? named('caption') ?? named('alt') ?? '';
    return source === undefined ? undefined : `![${words}](<${source}>)`;
  }
  const [, source, words = ''] = /^(?:asset_)?img\s+(\S+\.\w+)\s*(.*)$/.exec(code) ?? [];
  return source === undefined ? undefined : `![${words.replaceAll(/["']/g, '')}](<${source}>)`;
}
