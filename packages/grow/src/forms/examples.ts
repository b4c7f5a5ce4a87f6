import type { KindId } from '@columns/content';

/**
 * Values of templates that a field's own example would not fit: what fields say together, and what reads
 * better. By path of fields; `*` stands for every kind.
 */
export const EXAMPLES: Readonly<Partial<Record<KindId | '*', Readonly<Record<string, unknown>>>>> =
  {
    '*': {
      title: '（标题）',
      unit: 'government-office',
      town: 'example-town',
      matter: 'example-matter',
      'index-number': '（索引号）',
      topic: '综合政务/政务公开',
      'doc-number': '示例办〔2026〕1号',
      'review.by': '（审核岗位）',
      'attachments.file': 'example.txt',
      'attachments.name': '（附件名称）',
      'validity.until': '2027-12-31',
      'attribute.mark': '（此件主动公开）',
      'attribute.reassess': '2027-01-31',
      'withdrawn.date': '2026-02-28',
      discloses: ['basic-facts'],
      also: ['compulsory-education/school-directory'],
      formerly: ['2025/old-name'],
    },
    policy: { issuer: '（发文机关）' },
    place: { 'location.latitude': 30.1 },
    guide: { 'fee.standard': '（收费标准）', code: '（事项编码）' },
    register: { columns: ['名称', '地址'], form: '名录', replaces: 'example-list-2025' },
    consultation: {
      draft: '正文',
      'drafting-note': '正文',
      closes: '2026-03-02',
      'result.published': '2026-03-10',
    },
    project: { 'progress.month': '2026-01' },
    survey: { closes: '2026-03-02', 'questions.type': '填空', 'result.published': '2026-03-10' },
    alert: { what: '暴雨', colour: '黄色', until: '2026-02-01 08:30', towns: ['example-town'] },
    briefing: { 'speakers.post': '（单位和职务）负责人', 'pictures.file': 'example.txt' },
    hearing: { 'pictures.file': 'example.txt' },
    evaluation: { until: '2026-06-30', 'result.published': '2026-07-10' },
  };
