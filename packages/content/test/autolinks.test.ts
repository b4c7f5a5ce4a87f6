import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../src/markdown/index.ts';

const html = (text: string) => renderMarkdown(text).html;

describe('a bare address in a Chinese sentence', () => {
  test.each([
    ['见https://www.gov.cn/a，另行通知', 'https://www.gov.cn/a', '，另行通知'],
    ['网址：https://www.gov.cn/a/b.html）。以上', 'https://www.gov.cn/a/b.html', '）。以上'],
    ['登录 www.gov.cn 查询', 'www.gov.cn', ' 查询'],
    ['https://www.gov.cn/a?b=1&c=2查询', 'https://www.gov.cn/a?b=1&#x26;c=2', '查询'],
  ])('%s links to the address alone', (text, address, rest) => {
    expect(html(text)).toContain(`>${address}</a>${rest}`);
  });

  test('has the address, not the sentence, as its target', () => {
    expect(html('见https://www.gov.cn/a，另行通知')).toContain('href="https://www.gov.cn/a"');
  });

  test('leaves a link that was written as one alone', () => {
    expect(html('[见说明](https://www.gov.cn/说明)')).toContain('>见说明</a>');
  });
});
