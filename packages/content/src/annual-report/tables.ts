/*
 * The tables of the annual report as prescribed: 《中华人民共和国政府信息公开工作年度报告格式》
 * (国办公开办函〔2021〕30号). A report's front matter gives one list of numbers for each row;
 * pages and checks read rows and columns from here.
 */

/** Columns of part three: who applied. The last is the sum of the others. */
export const APPLICANTS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const;

/** Columns of part four: how a dispute ended. The last is the sum of the others. */
export const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

/** A row of part three, or a heading over several. */
export interface ReportRow {
  /** The field in front matter. */
  readonly key: string;
  readonly label: string;
}

export interface ReportGroup {
  readonly label: string;
  readonly rows: readonly ReportRow[];
}

/** 三、本年度办理结果: six results, of which four are told apart further. */
export const RESULTS: readonly (ReportRow | ReportGroup)[] = [
  { key: 'granted', label: '（一）予以公开' },
  { key: 'partly', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
  {
    label: '（三）不予公开',
    rows: [
      { key: 'secret', label: '1.属于国家秘密' },
      { key: 'forbidden', label: '2.其他法律行政法规禁止公开' },
      { key: 'stability', label: '3.危及“三安全一稳定”' },
      { key: 'third-party', label: '4.保护第三方合法权益' },
      { key: 'internal', label: '5.属于三类内部事务信息' },
      { key: 'process', label: '6.属于四类过程性信息' },
      { key: 'case-file', label: '7.属于行政执法案卷' },
      { key: 'query', label: '8.属于行政查询事项' },
    ],
  },
  {
    label: '（四）无法提供',
    rows: [
      { key: 'not-held', label: '1.本机关不掌握相关政府信息' },
      { key: 'not-made', label: '2.没有现成信息需要另行制作' },
      { key: 'unclear', label: '3.补正后申请内容仍不明确' },
    ],
  },
  {
    label: '（五）不予处理',
    rows: [
      { key: 'petition', label: '1.信访举报投诉类申请' },
      { key: 'repeated', label: '2.重复申请' },
      { key: 'publication', label: '3.要求提供公开出版物' },
      { key: 'excessive', label: '4.无正当理由大量反复申请' },
      { key: 'reissue', label: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
  {
    label: '（六）其他处理',
    rows: [
      {
        key: 'not-completed',
        label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      },
      {
        key: 'not-paid',
        label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      },
      { key: 'other', label: '3.其他' },
    ],
  },
];

export const RECEIVED: ReportRow = { key: 'received', label: '一、本年新收政府信息公开申请数量' };
export const BROUGHT: ReportRow = { key: 'brought', label: '二、上年结转政府信息公开申请数量' };
export const TOTAL: ReportRow = { key: 'total', label: '（七）总计' };
export const CARRIED: ReportRow = { key: 'carried', label: '四、结转下年度继续办理' };

export function isGroup(row: ReportRow | ReportGroup): row is ReportGroup {
  return 'rows' in row;
}

/** The rows that the total sums up. */
export const RESULT_ROWS: readonly ReportRow[] = RESULTS.flatMap((row) =>
  isGroup(row) ? row.rows : [row],
);

export const APPLICATION_ROWS: readonly ReportRow[] = [
  RECEIVED,
  BROUGHT,
  ...RESULT_ROWS,
  TOTAL,
  CARRIED,
];

/** Part four: the three ways of a dispute. */
export const DISPUTE_ROWS: readonly ReportRow[] = [
  { key: 'reconsideration', label: '行政复议' },
  { key: 'direct', label: '行政诉讼：未经复议直接起诉' },
  { key: 'after', label: '行政诉讼：复议后起诉' },
];

/** Numbers of rows by their field; what is not written is nothing. */
export type ReportNumbers = Readonly<Record<string, readonly number[] | undefined>>;

export function numbersOf(
  numbers: ReportNumbers,
  { key }: ReportRow,
  columns: readonly string[],
): readonly number[] {
  return numbers[key] ?? columns.map(() => 0);
}
