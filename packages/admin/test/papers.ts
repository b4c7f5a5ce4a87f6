import { word, workbook } from '@columns/office/fixture';
import type { OwnFile } from './desk.ts';

/* What lies on an officer's disk, as Word and Excel write it. */

const paper = (name: string, paragraphs: Parameters<typeof word>[0]['paragraphs']): OwnFile => ({
  name,
  bytes: word({ paragraphs: paragraphs ?? [] }),
});

const sheet = (name: string, rows: Parameters<typeof workbook>[0]['rows']): OwnFile => ({
  name,
  bytes: workbook({ rows }),
});

/** 通知 with a table in its text, and its two attachments. */
export const NOTICE: readonly OwnFile[] = [
  paper('关于发放高温津贴的通知.docx', [
    '关于发放2026年高温津贴的通知',
    '各乡镇人民政府，县直有关单位：',
    '为做好高温天气劳动保护工作，现就发放高温津贴通知如下。',
    '一、发放标准',
    [
      ['岗位', '标准（元/月）'],
      ['室外', '300'],
      ['室内', '200'],
    ],
    '二、发放时间',
    '6月至9月按月发放，期限3~4个月。',
    '三、工作要求',
    '请各单位于7月底前完成首次发放，并填写附件。',
    '附件：1.高温津贴申请表',
    '2.高温津贴汇总表',
    '青山县人民政府办公室',
    '2026年7月1日',
  ]),
  paper('附件1：高温津贴申请表.docx', ['高温津贴申请表', '单位：', '人数：']),
  sheet('附件2：高温津贴汇总表.xlsx', [
    ['单位', '人数'],
    ['县水利局', 12],
  ]),
];

/** 名录 with a title above its head, as offices keep it. */
export const SCHOOLS: OwnFile = sheet('学校名录.xlsx', [
  ['学校名称', '学校地址', '办学层次', '办学类型', '办公电话'],
  ['东山小学', '东山路1号', '小学', '公办', '0000-0000001'],
  ['西山中学', '西山路2号', '初中', '公办', '0000-0000002'],
]);

export const POLICY: readonly OwnFile[] = [
  paper('高温津贴发放办法.docx', [
    '青山县人民政府办公室文件',
    '青政办发〔2026〕18号',
    '关于印发青山县高温津贴发放办法的通知',
    '各乡镇人民政府，县直有关单位：',
    '现将《青山县高温津贴发放办法》印发给你们，请遵照执行。',
    '青山县人民政府办公室',
    '2026年7月1日',
    '青山县高温津贴发放办法',
    '第一章　总则',
    '第一条　为保障劳动者健康，制定本办法。',
    '第二条　本办法适用于本县用人单位。',
    '附件：高温津贴发放表',
  ]),
  sheet('高温津贴发放表.xlsx', [
    ['月份', '金额'],
    ['7月', 300],
  ]),
];

export const EXPLAINED = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p class=MsoNormal>一、为什么制定这个办法</p><p class=MsoNormal>近年高温天数增多，户外劳动者的保护需要明确标准。</p>
<p class=MsoNormal>二、津贴发给谁</p><p class=MsoNormal>室外作业的劳动者。</p><!--EndFragment--></body></html>`;

const seven = (n: number) => [String(n), '0', '0', '0', '0', '0', String(n)];

/** The prescribed form of the annual report. */
export const REPORT: OwnFile = paper('2025年度报告.docx', [
  '青山县人民政府2025年政府信息公开工作年度报告',
  '一、总体情况',
  '全年主动公开信息120条。',
  '二、主动公开政府信息情况',
  [
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', '2', '1', '9'],
    ['第二十条第（五）项', '', '', ''],
    ['信息内容', '本年处理决定数量', '', ''],
    ['行政许可', '1,204', '', ''],
    ['第二十条第（六）项', '', '', ''],
    ['行政处罚', '35', '', ''],
    ['行政强制', '0', '', ''],
    ['第二十条第（八）项', '', '', ''],
    ['行政事业性收费', '12.5', '', ''],
  ],
  '三、收到和处理政府信息公开申请情况',
  [
    [
      '（本列数据的勾稽关系）',
      '',
      '',
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ],
    ['一、本年新收政府信息公开申请数量', '', '', ...seven(5)],
    ['二、上年结转政府信息公开申请数量', '', '', ...seven(0)],
    ['三、本年度办理结果', '（一）予以公开', '', ...seven(3)],
    ['', '（三）不予公开', '1.属于国家秘密', ...seven(0)],
    ['', '（四）无法提供', '1.本机关不掌握相关政府信息', ...seven(2)],
    ['', '（七）总计', '', ...seven(5)],
    ['四、结转下年度继续办理', '', '', ...seven(0)],
  ],
  '四、政府信息公开行政复议、行政诉讼情况',
  [
    ['行政复议', '', '', '', '', '行政诉讼', ...Array<string>(9).fill('')],
    ['1', '0', '0', '0', '1', ...Array<string>(10).fill('0')],
  ],
  '五、存在的主要问题及改进情况',
  '解读形式单一，今后改进。',
  '六、其他需要报告的事项',
  '无。',
  '2026年1月20日',
]);
