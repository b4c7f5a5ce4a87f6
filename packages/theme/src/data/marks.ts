import type { County } from '@columns/content';

/** A line of the footer's marks. */
export interface Mark {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

/** What every government site shows at its foot (国办发〔2017〕47号), in the usual order. */
export const MARK_LABELS = [
  '党政机关网站标识',
  '我为政府网站找错',
  '主办单位',
  '网站标识码',
  'ICP 备案',
  '公安备案',
  '联系方式',
] as const;

/**
 * A county's marks, none in a demonstration; `page` is the whole address of the page that an error is told of. The three addresses are those that every government
 * site links to: 国务院办公厅 for errors, 工业和信息化部 and 公安部 for the two registrations.
 */
export function marksOf({ marks }: County, page?: string): Mark[] {
  if (!marks) return [];
  const code = marks.siteIdCode;
  const errors = `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${code}${
    page === undefined ? '' : `&url=${encodeURIComponent(page)}`
  }`;
  return [
    { label: '党政机关网站标识', value: '查看标识', url: marks.partyMark },
    { label: '我为政府网站找错', value: '前往找错', url: marks.findErrors ?? errors },
    { label: '主办单位', value: marks.host },
    { label: '网站标识码', value: code },
    { label: 'ICP 备案', value: marks.icp, url: 'https://beian.miit.gov.cn/' },
    ...(marks.police === undefined
      ? []
      : [{ label: '公安备案', value: marks.police, url: 'https://beian.mps.gov.cn/' }]),
    { label: '联系方式', value: marks.contact },
  ];
}
