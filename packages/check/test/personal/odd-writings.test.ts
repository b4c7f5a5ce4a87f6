import { describe, expect, it } from 'vitest';
import { personalInFile, redact } from '../../src/personal/index.ts';
import { bankCard, idNumber, mobile, Numbers } from './made-up.ts';
import { grouped } from './ways.ts';

const numbers = new Numbers(4711);
const body = (text: string) =>
  `---\ntitle: 关于名单的通知\nkind: notice\npublished: 2026-07-02\n---\n\n${text}\n`;
const found = (text: string) => personalInFile('a.md', body(text)).map(({ type }) => type);
const cells = (head: string, cell: string) => `| 姓名 | ${head} |\n| -- | -- |\n| 张三 | ${cell} |`;

const MOBILE = mobile(numbers);
const ID = idNumber(numbers);
const CARD = bankCard(numbers);
const typed = (number: string) => number.replaceAll('0', 'O').replace('1', 'l');

const parts = (number: string, first: string, second: string) =>
  `${number.slice(0, 3)}${first}${number.slice(3, 7)}${second}${number.slice(7)}`;
const parts18 = (number: string, first: string, second: string) =>
  `${number.slice(0, 6)}${first}${number.slice(6, 14)}${second}${number.slice(14)}`;
const written = (number: string, figures: readonly string[]) =>
  [...number].map((digit) => figures[Number(digit)]).join('');

describe('a number in an odd writing is found and not repeated', () => {
  it.each([
    ['a blank, then a point', 'mobile', `张三，${parts(MOBILE, ' ', '.')}。`],
    ['a point, then a blank', 'mobile', `联系人：张三 ${parts(MOBILE, '.', ' ')}`],
    ['a point, then a hyphen', 'mobile', `手机：${parts(MOBILE, '.', '-')}`],
    ['letters for figures of a telephone', 'mobile', `手机：${typed('13800210510')}`],
    ['letters for figures in a cell', 'mobile', cells('手机号码', typed('13800210510'))],
    ['letters for figures of an identity number', 'id-number', `身份证号：${typed(ID)}`],
    ['letters for figures of a card', 'bank-card', `银行卡号 ${typed(CARD)}`],
    ['an identity number between commas', 'id-number', `张三 ${grouped(ID, [3, 3, 3, 3, 3], ',')}`],
    ['its parts between commas', 'id-number', `身份证号：${grouped(ID, [6, 8], '，')}`],
    ['fours between commas', 'id-number', `身份证号：${grouped(ID, [4, 4, 4, 4], ',')}`],
    ['a link that calls', 'mobile', `[联系张三](tel:${MOBILE})`],
    ['a link that calls abroad', 'mobile', `[联系张三](tel:+86-${MOBILE})`],
    ['a field of an address', 'mobile', `[查询](https://a.example.cn/q?phone=${MOBILE})`],
    ['a later field of one', 'mobile', `[查询](https://a.example.cn/q?id=1&user_mobile=${MOBILE})`],
    ['a part of one that says so', 'mobile', `[联系](https://a.example.cn/mobile/${MOBILE}/)`],
    ['a page that calls', 'mobile', `[联系](https://wa.me/86${MOBILE})`],
    ['a field of one in Chinese', 'mobile', `[查询](https://a.example.cn/q?联系电话=${MOBILE})`],
    ['a letter before it', 'mobile', `张三A${MOBILE}，李四`],
    ['a letter and a colon before it', 'mobile', `张三 M:${MOBILE}`],
    ['a letter before it in a cell', 'mobile', cells('备注', `T${MOBILE}`)],
    ['its first part in brackets', 'mobile', `张三 (${parts(MOBILE, ')', '-')}`],
    ['its second part in full-width brackets', 'mobile', `张三${parts(MOBILE, '（', '）')}`],
    ['a point of a list for each part', 'mobile', `手机：${parts(MOBILE, '、', '、')}`],
    ['colons', 'mobile', `联系电话 ${parts(MOBILE, ':', ':')}`],
    ['its figures apart by commas', 'mobile', `手机：${[...MOBILE].join('，')}`],
    [
      'the parts of an identity number in brackets',
      'id-number',
      `张三（${parts18(ID, '）', '、')}`,
    ],
    ['a paragraph for each figure', 'mobile', [...MOBILE].join('\n\n')],
    ['a point for each sign', 'id-number', [...ID].map((sign) => `- ${sign}`).join('\n')],
    ['a sign of money before it', 'mobile', `联系电话：$${MOBILE}$`],
    ['figures of receipts', 'mobile', `手机：${written(MOBILE, [...'零壹贰叁肆伍陆柒捌玖'])}`],
    ['figures of merchants', 'mobile', `手机：${written(MOBILE, [...'〇〡〢〣〤〥〦〧〨〩'])}`],
    ['figures with commas', 'mobile', `手机：${written(MOBILE, [...'🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊'])}`],
    ['figures with points', 'mobile', `手机：${written(MOBILE, [...'🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐'])}`],
    ['figures in brackets', 'mobile', `手机：${written(MOBILE, [...'〇㈠㈡㈢㈣㈤㈥㈦㈧㈨'])}`],
    ['an identity number in one', 'id-number', `[查询](https://a.example.cn/q?sfz=${ID})`],
  ])('%s', (_, type, text) => {
    expect([text, found(text)]).toEqual([text, [type]]);
    expect(redact(text)).not.toMatch(new RegExp(`${MOBILE}|${ID}|${CARD}`));
  });
});

describe('what only looks like one passes', () => {
  it.each([
    ['a document number in brackets', '安府发135（2023）1234号，第138（2023）0510号'],
    [
      'figures of a list',
      '1、2、3、4、5、6、7、8、9、10、11 各项，1：3：8：0：0：2：1：0：5：1：0',
    ],
    ['scores apart by commas', '得分：1，3，8，0，0，2，1，0，5，1，0'],
    ['parts of amounts', '收入135、2023、2024万元，138：1234：5678'],
    ['an amount in words', '人民币壹叁捌零零贰壹零伍壹零元整'],
    ['a serial of points', '⒈13日 ⒉ 15日 ⒊ 18日'],
    ['a row of telephones', '电话：0564-5031234、5031235、5031236'],
    ['a stretch of extensions', '电话 0564-5031234-8001，转 8002.8003'],
    ['amounts between commas', '总额 340,102,199,207,115,461 元，其中 130,456,789,012,345,678 元'],
    ['amounts with points', '收入 138 0278.1832 万元，支出 139.0278 1832.55 万元'],
    ['a date, then a number', '2023 1127.1832 号，2019.0527 1234'],
    ['coordinates', '东经 105.3812 3456，北纬 30.1234 5678'],
    ['a number of a document', '安府发〔2023〕1O号，编号 13O0278183l'],
    ['letters before a code', `编号A13860278183，合同号 B13860278184，批号：C13860278185`],
    ['several letters or a hyphen', '型号 AB13860278183，A-13860278184，GB13860278185'],
    ['a part of a page’s address', 'https://a.example.cn/telecom/13860278183/index.html'],
    ['letters without a label', '型号 13O0278l832、ISO9001、IO1O0101010'],
    ['a code behind a label', '手机型号 OPPO1OOlI，身份证读卡器 IDlO0O1'],
    ['a page whose number is long', 'https://a.example.cn/art/13860278183.html?id=13860278183'],
    ['an office telephone in a link', '[办公室](tel:0564-5031234)'],
  ])('%s', (_, text) => {
    expect([text, found(text)]).toEqual([text, []]);
  });
});
