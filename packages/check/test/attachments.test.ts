import { legacy, pdf, pdfStream, word, workbook, zip } from '@columns/office/fixture';
import { compound, doc, hiddenSheet, xls } from '@columns/office/fixture-old';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { AttachmentReader } from '../src/attachments/index.ts';
import { settingsFor } from '../src/settings/index.ts';
import { bankCard, idNumber, mobile, Numbers } from './personal/made-up.ts';

const numbers = new Numbers(99);
const ID = idNumber(numbers);
const MOBILE = mobile(numbers);
const CARD = bankCard(numbers);
const limits = { ...settingsFor().thresholds, 'unpacked-megabytes': 5 };
const reader = new AttachmentReader(limits);
afterAll(() => reader.close());

const personal = async (name: string, bytes: Uint8Array) =>
  (await reader.read(name, bytes)).personal.map(({ type, where }) => `${type} ${where}`);
const faults = async (name: string, bytes: Uint8Array) =>
  (await reader.read(name, bytes)).faults.map(({ rule, value }) => `${rule} ${value}`);

describe('personal data in a Word file is found', () => {
  it('in its paragraphs and tables, told with the column', async () => {
    const file = word({
      paragraphs: ['公示名单', `联系人张三，手机 ${MOBILE}`],
      table: [
        ['姓名', '身份证号', '家庭住址'],
        ['李四', ID, '花果村3组'],
        ['王五', '51*************02X', '岳阳镇'],
      ],
    });
    expect(await personal('a.docx', file)).toEqual([
      'mobile 第 2 段',
      'id-number 表格第 2 行“身份证号”',
      'address 表格第 2 行“家庭住址”',
    ]);
  });

  it('under heads below a title, or in two rows', async () => {
    const title = ['临时救助名单', '', ''];
    const heads = ['姓名', '家庭住址', '金额'];
    const row = ['李四', '花果村3组', '500'];
    const grouped = ['', '家庭情况', ''];
    for (const table of [
      [title, heads, row],
      [['临时救助名单'], heads, row],
      [title, grouped, heads, row],
      [grouped, heads, ['张三', '岳阳镇', '无'], row],
    ]) {
      const csv = table.map((cells) => cells.join(',')).join('\n');
      expect(await personal('a.docx', word({ table }))).toHaveLength(1);
      expect(await personal('a.csv', new TextEncoder().encode(csv))).toEqual([
        `address 第 ${table.length} 行`,
      ]);
    }
  });

  it('in a table without heads, and its place repeats no number of the first row', async () => {
    const table = [
      ['张三', ID],
      ['李四', ID],
    ];
    expect(await personal('a.docx', word({ table }))).toEqual([
      'id-number 表格第 1 行第 2 格',
      'id-number 表格第 2 行第 2 格',
    ]);
  });

  it('in deleted text, comments, headers and document properties', async () => {
    const file = word({
      more: {
        'word/header1.xml': `<w:hdr><w:p><w:r><w:t>${ID}</w:t></w:r></w:p></w:hdr>`,
        'word/comments.xml': `<w:comments><w:p><w:r><w:t>电话${MOBILE}</w:t></w:r></w:p></w:comments>`,
        'word/footnotes.xml': `<w:footnotes><w:p><w:del><w:r><w:delText>卡号${CARD}</w:delText></w:r></w:del></w:p></w:footnotes>`,
        'docProps/core.xml': `<cp:coreProperties><dc:creator>张三${MOBILE}</dc:creator></cp:coreProperties>`,
        'docProps/custom.xml': `<Properties><property><vt:lpwstr>${ID}</vt:lpwstr></property></Properties>`,
      },
    });
    expect((await personal('a.docx', file)).sort()).toEqual([
      'bank-card 第 1 段',
      'id-number 文档属性中',
      'id-number 页眉页脚中',
      'mobile 批注中',
      'mobile 文档属性中',
    ]);
  });

  it('in a number that is spread over several runs', async () => {
    const [a, b] = [MOBILE.slice(0, 4), MOBILE.slice(4)];
    const document = `<w:document><w:p><w:r><w:t>${a}</w:t></w:r><w:r><w:t>${b}</w:t></w:r></w:p></w:document>`;
    expect(await personal('a.docx', word({ more: { 'word/document.xml': document } }))).toEqual([
      'mobile 第 1 段',
    ]);
  });

  it('in a workbook that is embedded in it', async () => {
    const inner = workbook({
      rows: [
        ['姓名', '电话'],
        ['张三', MOBILE],
      ],
    });
    expect(await personal('a.docx', word({ more: { 'word/embeddings/b.xlsx': inner } }))).toEqual([
      'mobile 内嵌文件中工作表“名单”第 2 行 B 列',
    ]);
  });
});

describe('personal data in a workbook is found', () => {
  it('in cells of text and of numbers, told with sheet, row and column', async () => {
    const file = workbook({
      rows: [
        ['低保名单'],
        ['姓名', '电话', '银行卡号', '住址'],
        ['张三', Number(MOBILE), CARD, '花果村3组'],
      ],
    });
    expect(await personal('a.xlsx', file)).toEqual([
      'mobile 工作表“名单”第 3 行 B 列',
      'bank-card 工作表“名单”第 3 行 C 列',
      'address 工作表“名单”第 3 行 D 列',
    ]);
  });

  it('in hidden sheets and hidden columns', async () => {
    const rows = [
      ['姓名', '证件'],
      ['张三', ID],
    ];
    expect(await personal('a.xlsx', workbook({ rows, hidden: true, name: '原始' }))).toEqual([
      'id-number 工作表“原始”（隐藏）第 2 行 B 列',
    ]);
    expect(await personal('a.xlsx', workbook({ rows, hiddenColumn: 2 }))).toEqual([
      'id-number 工作表“名单”第 2 行 B 列（隐藏）',
    ]);
  });

  it('in comments, and nowhere in one that holds codes, amounts and office telephones', async () => {
    const comment = `<comments><commentList><comment><text><r><t>问${MOBILE}</t></r></text></comment></commentList></comments>`;
    expect(
      await personal('a.xlsx', workbook({ rows: [], more: { 'xl/comments1.xml': comment } })),
    ).toEqual(['mobile 批注中']);
    const clean = workbook({
      rows: [
        ['单位名称', '统一社会信用代码', '办公电话', '备案编号', '金额（元）', '地址'],
        [
          '某公司',
          '91350100M000100Y43',
          '0739-5551234',
          Number(MOBILE),
          13812345678.5,
          '建设街12号',
        ],
      ],
    });
    expect(await personal('a.xlsx', clean)).toEqual([]);
  });
});

describe('personal data in a PDF is found', () => {
  it('in its text, in a font that is not embedded, and in its properties', async () => {
    const file = pdf({ lines: ['公示名单', `张三 ${ID}`], info: `/Author (li ${MOBILE})` });
    expect(await personal('a.pdf', file)).toEqual(['id-number 第 1 页', 'mobile 文档属性中']);
  });

  it('in one file after another', async () => {
    for (const line of [ID, `电话${MOBILE}`, '没有']) {
      const found = await personal('a.pdf', pdf({ lines: [line] }));
      expect(found).toHaveLength(line === '没有' ? 0 : 1);
    }
  });
});

describe('personal data in other files is found', () => {
  it('in old Word and Excel files, as far as text and numbers stand in one piece', async () => {
    expect(await personal('a.doc', legacy(`户主张三，身份证号${ID}。`))).toEqual([
      'id-number 文件中',
    ]);
    expect(await personal('a.xls', legacy('名单', { number: Number(MOBILE) }))).toEqual([
      'mobile 数字单元格中',
    ]);
    expect(await personal('a.doc', legacy('没有个人信息的通知'))).toEqual([]);
  });

  it('in old workbooks by the heads of their columns, as in new ones', async () => {
    const rows = [
      ['姓名', '家庭住址'],
      ['张三', '花果村3组'],
    ];
    expect(await personal('a.xls', xls(rows))).toEqual(['address 工作表“list”第 2 行 B 列']);
    expect(await personal('a.xls', xls([['姓名'], ['张三'], ['花果村3组']]))).toEqual([]);
  });

  it('in old documents whose text lies in pieces; each datum is told once', async () => {
    const half = Math.floor(ID.length / 2);
    const text = `户主张三，身份证号${ID.slice(0, half)}`;
    const apart = doc(text, { rest: `${ID.slice(half)}。` });
    expect(Buffer.from(apart).includes(Buffer.from(ID, 'utf16le'))).toBe(false);
    expect(await personal('a.doc', apart)).toHaveLength(1);
    expect(await personal('a.doc', doc(`户主张三，身份证号${ID}。`))).toHaveLength(1);
  });

  it('in a table of plain text', async () => {
    const bytes = new TextEncoder().encode(`姓名,住址\n张三,花果村3组\n`);
    expect(await personal('a.csv', bytes)).toEqual(['address 第 2 行']);
  });

  it('in slides, and in the pages of an OFD', async () => {
    const slides = zip({
      '[Content_Types].xml': '<Types/>',
      'ppt/slides/slide3.xml': `<p:sld><a:p><a:r><a:t>${MOBILE}</a:t></a:r></a:p></p:sld>`,
    });
    expect(await personal('a.pptx', slides)).toEqual(['mobile 第 3 页幻灯片']);
    const ofd = zip({
      'OFD.xml': '<ofd:OFD/>',
      'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page><ofd:TextCode>身份证${ID}</ofd:TextCode></ofd:Page>`,
    });
    expect(await personal('a.ofd', ofd)).toEqual(['id-number 正文中']);
  });
});

describe('what only a person can read is told', () => {
  const unseen = async (name: string, bytes: Uint8Array) => (await reader.read(name, bytes)).unseen;
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const OLD = '旧格式（.doc、.xls、.ppt、.wps 等）或其对象中的文字只能大致查找';

  it('of pictures, old formats, pages and documents without text', async () => {
    expect(await unseen('a.png', png)).toEqual(['图片里的文字']);
    expect(await unseen('a.doc', legacy('文'))).toHaveLength(1);
    expect(await unseen('a.pdf', pdf({ lines: [] }))).toEqual(['第 1 页没有可以读出的文字']);
    expect(await unseen('a.docx', word({ more: { 'word/media/image1.png': png } }))).toEqual([
      '几乎只有图片，文字在图片里',
    ]);
  });

  it('of nothing that was read whole', async () => {
    const text = '各乡镇人民政府、县直各部门：'.repeat(10);
    const letter = word({ paragraphs: [text], more: { 'word/media/image1.png': png } });
    expect(await unseen('a.docx', letter)).toEqual([]);
    expect(await unseen('a.pdf', pdf({ lines: ['公示'] }))).toEqual([]);
  });

  it('of a photograph in a PDF whose bytes happen to be those of an object’s beginning', async () => {
    const bytes = ['\xffobj>>', '\x01obj(', '0\xe9obj<<\x02', 'obj\x00[/'].join('\x8a\x03');
    const photo = pdfStream(bytes, '/Subtype /Image /Filter /DCTDecode');
    const file = pdf({ lines: ['公示'], objects: [photo] });
    expect(await unseen('a.pdf', file)).toEqual([]);
    expect(await faults('a.pdf', file)).toEqual([]);
  });

  it('of no more than it must: an old file that its reader can turn, or a presentation', async () => {
    const slides = compound({ 'PowerPoint Document': Buffer.alloc(64) });
    for (const [name, bytes] of [
      ['a.doc', doc('正文')],
      ['a.xls', xls([['姓名'], ['张三']])],
      ['a.ppt', slides],
    ] as const) {
      expect([name, await faults(name, bytes)]).toEqual([name, []]);
      expect(await unseen(name, bytes)).toContain(OLD);
    }
  });
});

/** An old document whose stream has its name in small letters, which Word takes as well. */
function renamed(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  Buffer.from('worddocument', 'utf16le').copy(
    file,
    file.indexOf(Buffer.from('WordDocument', 'utf16le')),
  );
  return Uint8Array.from(file);
}

describe('a file is refused', () => {
  it('when its bytes are not what its name says', async () => {
    const docx = word({});
    const text = new TextEncoder().encode('<!doctype html><script>1</script>');
    expect(await faults('a.pdf', docx)).toEqual(['safety/file-type .pdf']);
    expect(await faults('a.docx', pdf({ lines: [] }))).toEqual(['safety/file-type .docx']);
    expect(await faults('a.txt', text)).toEqual(['safety/file-type .txt']);
    expect(await faults('a.png', text)).toEqual(['safety/file-type .png']);
    expect(await faults('a.jpg', Uint8Array.from([0x4d, 0x5a, 0, 0]))).toEqual([
      'safety/file-type .jpg',
    ]);
    expect(await faults('a.txt', new TextEncoder().encode('{\\rtf1 公示}'))).toEqual([
      'safety/file-type .txt',
    ]);
    expect(
      await faults('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
    ).toEqual([]);
  });

  it('when it is of a kind that could run, or hides others', async () => {
    for (const name of ['a.exe', 'a.html', 'a.svg', 'a.zip', 'a.docm', 'a.js', 'a']) {
      expect((await faults(name, zip({})))[0]).toMatch(/^safety\/file-kind /);
    }
  });

  it('when macros or other code stand in it', async () => {
    const code = new Uint8Array([1]);
    expect(await faults('a.docx', word({ more: { 'word/vbaProject.bin': code } }))).toEqual([
      'safety/macro 宏（VBA）',
    ]);
    expect(
      await faults('a.xlsx', workbook({ rows: [], more: { 'xl/macrosheets/sheet1.xml': '<a/>' } })),
    ).toEqual(['safety/macro 宏表（Excel 4.0）']);
    expect(await faults('a.docx', word({ more: { 'word/activeX/activeX1.xml': '<a/>' } }))).toEqual(
      ['safety/macro ActiveX 控件'],
    );
    const rels =
      '<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil/a.dotm" TargetMode="External"/></Relationships>';
    expect(
      await faults('a.docx', word({ more: { 'word/_rels/settings.xml.rels': rels } })),
    ).toEqual(['safety/macro 从外部加载的模板']);
    expect(await faults('a.doc', legacy('文', { vba: true }))).toEqual(['safety/macro 宏（VBA）']);
    const script = pdf({
      lines: ['文'],
      catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
    });
    expect(await faults('a.pdf', script)).toEqual(['safety/macro 脚本（JavaScript）']);
  });

  it('when it would unpack to more than the limit, whatever its directory says', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(6 * 2 ** 20) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(await faults('a.docx', bomb)).toEqual(['safety/unpacked-size 5 MB']);
    const liar = Uint8Array.from(bomb);
    const view = new DataView(liar.buffer);
    // The directory's size of the part, made small.
    for (let at = 0; at + 4 < liar.length; at++) {
      if (view.getUint32(at, true) === 6 * 2 ** 20) view.setUint32(at, 10, true);
    }
    expect((await faults('a.docx', liar))[0]).toMatch(/^safety\/(?:unreadable|unpacked-size) /);
  });

  it('when it cannot be opened', async () => {
    expect(await faults('a.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toEqual([
      'safety/unreadable 文件不完整或已损坏（多为下载、拷贝中断）',
    ]);
    expect(await faults('a.pdf', new TextEncoder().encode('%PDF-1.7 nothing more'))).toEqual([
      'safety/unreadable 文件损坏，或不是 PDF',
    ]);
    for (const part of [
      '<w:document><w:p></w:document>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ]) {
      expect(await faults('a.docx', word({ more: { 'word/document.xml': part } }))).toEqual([
        'safety/unreadable 文件内部的数据读不通，可能已损坏',
      ]);
    }
    expect(await faults('a.docx', zip({ '名单.txt': '没有' }))).toEqual([
      'safety/unreadable 只是压缩包，不是 Office 或 OFD 文档',
    ]);
    expect(
      await faults(
        'a.xlsx',
        workbook({ rows: [], more: { 'xl/workbook.bin': Uint8Array.of(131, 1, 0) } }),
      ),
    ).toEqual(['safety/unreadable 不认识的部分“workbook.bin”']);
    expect(await faults('a.pdf', pdf({ lines: ['文'], trailer: '/Encrypt << /V 1 >>' }))).toEqual([
      'safety/unreadable 设有密码或使用限制',
    ]);
  });

  it('when a part of a PDF can be read by no one, or by other readers only', async () => {
    const hidden = '/S /JavaScript /JS (app.alert\\(1\\))';
    for (const object of [
      '<< /A (x',
      '<< /A >',
      `<< /A > ${hidden} >>`,
      `<< /A 1 > ${hidden} >>`,
    ]) {
      const file = pdf({ lines: ['公示'], objects: [object] });
      expect([object, await faults('a.pdf', file)]).toEqual([
        object,
        ['safety/unreadable 文件中有读不通的部分'],
      ]);
    }
    const trailer = pdf({
      lines: ['公示'],
      objects: ['()\nendobj\ntrailer << /A > /Encrypt 1 0 R >>'],
    });
    expect(await faults('a.pdf', trailer)).toEqual(['safety/unreadable 文件中有读不通的部分']);
    // A key without a value is a slip of a careless program, an object without a value nothing at all.
    for (const object of ['<< /A >>', '<< /A/B >>', '<< /A (trailer) >>', '']) {
      const file = pdf({ lines: ['公示'], objects: [object] });
      expect([object, await faults('a.pdf', file)]).toEqual([object, []]);
    }
  });

  it('when no reader turns an old file into a text or a table, wherever the damage lies', async () => {
    const whole = doc('正文'.repeat(3000));
    const book = xls([['姓名'], ['张三']]);
    const head = Buffer.from(whole).indexOf(Buffer.from([0xec, 0xa5]));
    const second = Buffer.from(hiddenSheet('张三')).lastIndexOf(Buffer.from([0x09, 0x08]));
    const zeroed = (bytes: Uint8Array, at: number, count: number) =>
      bytes.slice().fill(0, at, at + count);
    const damaged: Readonly<Record<string, readonly [name: string, bytes: Uint8Array]>> = {
      'a head of no version of Word': ['a.doc', zeroed(whole, head, 2)],
      'a text that stands behind the end of the file': ['a.doc', doc('正文', { behind: 2 ** 24 })],
      'a document without its table': [
        'a.doc',
        compound({ WordDocument: whole.slice(head, head + 0x600) }),
      ],
      'streams that nobody knows': ['a.wps', compound({ Matter: Buffer.alloc(64) })],
      'a workbook without a beginning': ['a.xls', compound({ Workbook: Buffer.alloc(64) })],
      'a sheet that begins elsewhere': ['a.xls', zeroed(hiddenSheet('张三'), second, 2)],
      'a file that was cut off': ['a.xls', book.slice(0, book.length - 1024)],
      'a name of its stream that only some find': ['a.doc', renamed(whole)],
    };
    for (const [what, [name, bytes]] of Object.entries(damaged)) {
      const found = await faults(name, bytes);
      expect([what, found.map((fault) => fault.split(' ', 1)[0])]).toEqual([
        what,
        ['safety/unreadable'],
      ]);
    }
  });

  it('when its text is damaged, and says where and how to save it anew', async () => {
    const text = Buffer.concat([
      Buffer.from('一\n二'),
      Buffer.from([0xe6, 0x9d]),
      Buffer.from('三四五'),
    ]);
    const { faults: found } = await reader.read('a.txt', text);
    expect(found).toEqual([
      {
        rule: 'safety/unreadable',
        value: '第 2 行有损坏的字',
        other: '用记事本或 WPS 打开，核对后另存为 UTF-8 编码的文本',
      },
    ]);
    expect(await faults('a.csv', new TextEncoder().encode('姓名,备注\n"王某,好\n'))).toEqual([
      'safety/unreadable 表格的引号没有成对，分不清格子',
    ]);
    expect(await faults('a.csv', new TextEncoder().encode('品名,尺寸\n屏幕,5"\n'))).toEqual([]);
  });

  it('when files stand in files without end, or unpack together to more than the limit', async () => {
    let deep = word({ paragraphs: ['文'] });
    for (let depth = 0; depth < 8; depth++)
      deep = word({ more: { 'word/embeddings/a.docx': deep } });
    expect(await faults('a.docx', deep)).toEqual(['safety/unreadable 内嵌的文件超过 6 层']);
    const part = word({ more: { 'word/x.xml': `<a>${' '.repeat(2 ** 20)}</a>` } });
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`word/embeddings/${index}.docx`, part]),
    );
    expect(await faults('a.docx', word({ more: many }))).toEqual(['safety/unpacked-size 5 MB']);
  });

  it('is told without what it holds', async () => {
    const { personal: told } = await reader.read(
      'a.docx',
      word({ paragraphs: [ID, MOBILE, CARD] }),
    );
    const text = JSON.stringify(told);
    for (const secret of [ID, MOBILE, CARD]) expect(text).not.toContain(secret);
    expect(told).toHaveLength(3);
  });
});
