const ENDS =
  /(?:人民政府|政府|办公室|办公厅|委员会|常务委员会|管委会|常委会|局|厅|部|处|署|中心|总站|站|所|院|大学|学院|学校|中学|小学|幼儿园|第一中学|协会|公司|集团|党委|党组|指挥部|领导小组|专班|镇|乡|街道|办事处|银行|大队|支队|支行|联社|工会|残联|妇联|团委|档案馆|图书馆|银监分局|网信办|政府办|扶贫办)$/;

/** Whether a line reads as the name of an office: 六安市人民政府办公室. */
export function isOrgan(text: string): boolean {
  const line = text.trim().replaceAll(/\s+/g, '');
  return (
    line.length >= 3 &&
    line.length <= 40 &&
    /^[\u4e00-\u9fff（）()·]+$/.test(line) &&
    !/关于|附件|责任单位|抄送|^各/.test(line) &&
    ENDS.test(line)
  );
}

/** The office that heads a printed document: 湖南省…办公室文件 → 湖南省…办公室. */
export function letterhead(text: string): string | undefined {
  const line = text.trim().replaceAll(/\s+/g, '');
  if (isOrgan(line)) return line;
  const named = /^(.+?)文件$/.exec(line)?.[1];
  return named !== undefined && isOrgan(named) ? named : undefined;
}

/** The office that a title begins with: 六安市人民政府办公室关于印发… */
export function organOfTitle(title: string): string | undefined {
  const named = /^(.{3,40}?)(?:关于|印发|转发|公布|发布)/.exec(title)?.[1];
  return named !== undefined && isOrgan(named) ? named : undefined;
}
