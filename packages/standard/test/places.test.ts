import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allItems, itemRef, loadStandard } from '../src/index.ts';

const standard = loadStandard();

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
/** 闽政办〔2018〕26号: the head of a document number of one province or of a place in it. */
const NUMBERED =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼岚](?:政|府|委|办|综委|财|农|民|教|建|卫|人社|发改)[\u4e00-\u9fff]*〔/;
/** A province, a place whose tables were read, or 某某省 (省级 is a level). */
const PLACE = new RegExp(
  `${PROVINCES}|[\\u4e00-\\u9fff]{2}省(?!级)|片区公示|(?:平潭|高要|安岳|六安|金寨|江岸|海坛)`,
);
/** 区应急局, 教育局, 区文化旅游委: the name of a bureau, which differs from place to place. */
const BUREAU = /(?:局|委|委员会|分局)(?=$|[、，；／/（])/;

/** What a county's pages print of a row as its own requirement. */
function printed(item: ReturnType<typeof allItems>[number]): string[] {
  const channels = (item.channels ?? []).flatMap(({ name }) => name ?? []);
  const groups = (item.audience ?? []).flatMap((one) => (one === 'all' ? [] : one.group));
  return [
    item.level1,
    item.level2 ?? '',
    ...(item.elements ?? []),
    item.basis ?? '',
    item.timing?.text ?? '',
    item.subject ?? '',
    ...channels,
    ...groups,
  ];
}

describe('a row of the standard is every county’s', () => {
  test.each(allItems(standard).map((item) => [itemRef(item), item] as const))(
    '%s names no place, no place’s document and no place’s platform',
    (_, item) => {
      for (const text of printed(item)) {
        expect(text).not.toMatch(PLACE);
        expect(text).not.toMatch(NUMBERED);
      }
    },
  );

  test('公开主体 is a sort of unit, never the name of a bureau', () => {
    const bureaus = allItems(standard).filter(({ subject = '' }) => BUREAU.test(subject));
    expect(bureaus.map((item) => `${itemRef(item)}: ${item.subject}`)).toEqual([]);
  });

  test('what the rules of this file look for, they find', () => {
    for (const text of ['福建省公共资源交易电子公共服务平台', '湖北省政务服务网', '片区公示栏'])
      expect(text).toMatch(PLACE);
    for (const text of ['区应急局', '县文广新旅局、相关机构', '区文化旅游委', '住建局'])
      expect(text).toMatch(BUREAU);
    for (const text of ['闽政办〔2018〕26号', '国办发〔2017〕97号、岚综委办〔2019〕89号'])
      expect(text).toMatch(NUMBERED);
    for (const text of ['国办发〔2017〕97号', '财农〔2017〕4号', '国土资厅发〔2014〕29号'])
      expect(text).not.toMatch(NUMBERED);
    for (const text of ['省级人民政府批准用地批复文件', '城市市容', '县级应急管理部门'])
      expect(text).not.toMatch(PLACE);
  });

  test('forms, trades and domains name no place but in their sources and notes', () => {
    for (const name of ['register-forms', 'institutions', 'domains']) {
      const file = join(import.meta.dirname, `../data/${name}.yaml`);
      const data = parse(readFileSync(file, 'utf8')) as unknown;
      const text = JSON.stringify(data, (key, value) =>
        key === 'source' || key === 'note' || key === 'notes' ? undefined : value,
      );
      expect(text, name).not.toMatch(PLACE);
    }
  });
});
