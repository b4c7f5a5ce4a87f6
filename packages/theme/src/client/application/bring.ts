import type { FormPart } from '@columns/office/write';
import { phone } from '../near/parts.ts';
import { button, element } from '../register/dom.ts';
import { SHEET_TITLE } from './sheet.ts';

/** Whom the application goes to, as far as the column knows. */
export interface Bring {
  readonly name: string;
  /** Name, address, hours and telephone in one line. */
  readonly where: string;
  readonly mail?: string;
  readonly telephone?: string;
}

/** Where to bring a finished application, and ways to take it along from a telephone. */
export function bringParts(to: Bring | undefined, sheet: readonly FormPart[]): HTMLElement[] {
  const text = plainSheet(sheet);
  const copied = element('span', { role: 'status' });
  const copy = button('复制申请内容', () => {
    void copyText(text).then((done) => {
      copied.textContent = done
        ? '已复制，可以粘贴到邮件或者聊天里。'
        : '这个浏览器不能复制，请打印或者存为 Word。';
    });
  });
  return [
    element('h2', {}, '交到哪里'),
    ...(to
      ? [
          element('p', {}, to.where),
          ...(to.telephone === undefined
            ? []
            : [element('p', {}, '先打电话问：', ...phone(to.telephone))]),
        ]
      : [
          element(
            'p',
            {},
            '本专栏没有登记这个机关的受理机构，请打政务服务便民热线 ',
            ...phone('12345'),
            ' 询问。',
          ),
        ]),
    element(
      'p',
      {},
      ...(to?.mail === undefined
        ? []
        : [
            element(
              'a',
              {
                href: `mailto:${to.mail}?subject=${encodeURIComponent(SHEET_TITLE)}&body=${encodeURIComponent(text)}`,
              },
              '用电子邮件发送',
            ),
            ' ',
          ]),
      copy,
      ' ',
      copied,
    ),
  ];
}

/** The sheet as lines: label and what stands beside it. */
function plainSheet(sheet: readonly FormPart[]): string {
  const parts = sheet.map(({ title, rows }) =>
    [`【${title}】`, ...rows.map(({ label, value }) => `${label}：${value}`)].join('\n'),
  );
  return [SHEET_TITLE, ...parts].join('\n\n');
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
