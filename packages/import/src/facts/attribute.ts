export type Attribute = '主动' | '依申请' | '不予';

const BRACKETED =
  /[（(]\s*此\s*件\s*(主动公开|公开发布|依申请公开|不予公开|不公开|删减后公开)\s*[）)]/;
const LABELLED =
  /(?:政府信息|信息|政务)?公开(?:选项|属性|方式|形式|类别|类型)\s*[：:]\s*(主动公开|依申请公开|不予公开|不公开|主动|依申请|不予)/;

const MEANING: Readonly<Record<string, Attribute>> = {
  主动公开: '主动',
  公开发布: '主动',
  删减后公开: '主动',
  主动: '主动',
  依申请公开: '依申请',
  依申请: '依申请',
  不予公开: '不予',
  不公开: '不予',
  不予: '不予',
};

/** 公开属性 as a document prints it: （此件主动公开） or 信息公开选项：主动公开. */
export function findAttribute(text: string): { attribute: Attribute; whole: boolean } | undefined {
  const match = BRACKETED.exec(text) ?? LABELLED.exec(text);
  const attribute = MEANING[match?.[1] ?? ''];
  if (!match || attribute === undefined) return undefined;
  return { attribute, whole: text.trim().replace(/[。.]$/, '') === match[0].trim() };
}
