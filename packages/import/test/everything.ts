import type { PdfAnswer } from '@columns/office/pdf-core';
import type { DocxParts } from './office.ts';
import { CENTRE, docx, p, r, relations, tbl, tc, tr, XML, xlsx, zip } from './office.ts';

/*
 * Places in which a document can hold something, one after another and in every combination. Each text is
 * made of signs that no other one has, so that none can stand in for another.
 */

/** Gives a text of four signs that it has not given before. */
export class Words {
  #next = 0;

  take(): string {
    const start = 0x5000 + this.#next++ * 4;
    return String.fromCodePoint(start, start + 1, start + 2, start + 3);
  }
}

/** A place: something with a text in it, and the parts that belong to it. */
type Make = (text: string, id: string) => string;

const field = (code: string, result = '', data = '') =>
  [
    `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r>`,
    `<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>`,
    ...(result === '' ? [] : ['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r(result)]),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
const inRun = (inner: string) => `<w:r>${inner}</w:r>`;
const drawn = (inner: string) => inRun(`<w:drawing>${inner}</w:drawing>`);
const math = (text: string) => `<m:oMath xmlns:m="m"><m:r><m:t>${text}</m:t></m:r></m:oMath>`;
const shape = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
const CHECKED = '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>';

/** What stands in a line of Word. */
export const INLINE: Readonly<Record<string, Make>> = {
  r: (text) => r(text),
  hyperlink: (text, id) => `<w:hyperlink r:id="link-${id}">${r(text)}</w:hyperlink>`,
  ins: (text) => `<w:ins>${r(text)}</w:ins>`,
  moveTo: (text) => `<w:moveTo>${r(text)}</w:moveTo>`,
  smartTag: (text) => `<w:smartTag>${r(text)}</w:smartTag>`,
  sdt: (text) => `<w:sdt><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`,
  customXml: (text) => `<w:customXml>${r(text)}</w:customXml>`,
  bdo: (text) => `<w:bdo>${r(text)}</w:bdo>`,
  dir: (text) => `<w:dir>${r(text)}</w:dir>`,
  del: (text) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
  moveFrom: (text) => `<w:moveFrom>${r(text)}</w:moveFrom>`,
  oMath: (text) => math(text),
  oMathPara: (text) => `<m:oMathPara xmlns:m="m">${math(text)}</m:oMathPara>`,
  AlternateContent: (text) =>
    `<mc:AlternateContent><mc:Choice>${r(text)}</mc:Choice><mc:Fallback>${r(text)}</mc:Fallback></mc:AlternateContent>`,
  fldSimple: (text) => `<w:fldSimple w:instr=" REF a ">${r(text)}</w:fldSimple>`,
  unknown: (text) => `<w:brandNew>${r(text)}</w:brandNew>`,
  hidden: (text) => r(text, '<w:vanish/>'),
  struck: (text) => r(text, '<w:strike/>'),
  bold: (text) => r(text, '<w:b/>'),
};

/** What stands in a run of Word. */
export const IN_RUN: Readonly<Record<string, Make>> = {
  t: (text) => r(text),
  noBreakHyphen: (text) => r(text) + inRun('<w:noBreakHyphen/>') + r(text),
  sym: () => inRun('<w:sym w:font="Wingdings" w:char="F0FE"/>'),
  ruby: (text) =>
    inRun(`<w:ruby><w:rt>${r('shi')}</w:rt><w:rubyBase>${r(text)}</w:rubyBase></w:ruby>`),
  fldChar: (text) => field('FORMCHECKBOX', '', CHECKED) + field('REF a', text),
  footnoteReference: (_, id) => inRun(`<w:footnoteReference w:id="${id}"/>`),
  endnoteReference: (_, id) => inRun(`<w:endnoteReference w:id="${id}"/>`),
  pict: (text) =>
    inRun(`<w:pict><v:shape xmlns:v="v"><v:textpath string="${text}"/></v:shape></w:pict>`),
  object: (text) =>
    inRun(`<w:object><v:shape xmlns:v="v"><v:textpath string="${text}"/></v:shape></w:object>`),
  drawing: (text) => drawn(`<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`),
  AlternateContent: (text) =>
    inRun(
      `<mc:AlternateContent><mc:Choice><w:t>${text}</w:t></mc:Choice><mc:Fallback><w:t>${text}</w:t></mc:Fallback></mc:AlternateContent>`,
    ),
  delText: (text) => inRun(`<w:delText>${text}</w:delText>`),
};

/** What stands in a drawing of Word. */
export const IN_DRAWING: Readonly<Record<string, Make>> = {
  txbxContent: (text) => drawn(`<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`),
  chart: (_, id) => drawn(`<c:chart xmlns:c="c" r:id="chart-${id}.xml"/>`),
  relIds: (_, id) => drawn(`<d:relIds xmlns:d="d" r:dm="data-${id}.xml"/>`),
  textpath: (text) =>
    inRun(`<w:pict><v:shape xmlns:v="v"><v:textpath string="${text}"/></v:shape></w:pict>`),
  txBody: (text) => drawn(`<x:sp xmlns:x="x"><x:txBody>${shape(text)}</x:txBody></x:sp>`),
  hlinkClick: (_, id) =>
    drawn(`<wp:docPr><a:hlinkClick r:id="link-${id}"/></wp:docPr><a:blip r:embed="p.png"/>`),
  blip: () => drawn('<a:blip r:embed="p.png"/>'),
  imagedata: () => inRun('<w:pict><v:imagedata xmlns:v="v" r:id="p.png"/></w:pict>'),
};

/** What stands among the paragraphs of Word. */
export const BLOCKS: Readonly<Record<string, Make>> = {
  p: (text) => p(text),
  tbl: (text) => tbl(tr(tc(text), tc('')), tr(tc(''), tc('甲'))),
  AlternateContent: (text) =>
    `<mc:AlternateContent><mc:Choice>${p(text)}</mc:Choice><mc:Fallback>${p(text)}</mc:Fallback></mc:AlternateContent>`,
  altChunk: (_, id) => `<w:altChunk r:id="chunk-${id}.html"/>`,
  sdt: (text) => `<w:sdt><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`,
  customXml: (text) => `<w:customXml>${p(text)}</w:customXml>`,
  ins: (text) => `<w:ins>${p(text)}</w:ins>`,
  moveTo: (text) => `<w:moveTo>${p(text)}</w:moveTo>`,
  smartTag: (text) => `<w:smartTag>${p(text)}</w:smartTag>`,
  del: (text) => `<w:del>${p(text)}</w:del>`,
  moveFrom: (text) => `<w:moveFrom>${p(text)}</w:moveFrom>`,
  oMath: (text) => math(text),
  oMathPara: (text) => `<m:oMathPara xmlns:m="m">${math(text)}</m:oMathPara>`,
  unknown: (text) => `<w:brandNew>${p(text)}</w:brandNew>`,
  hiddenRow: (text) =>
    tbl(tr(tc('甲'), tc('乙')), `<w:tr><w:trPr><w:hidden/></w:trPr>${tc(text)}${tc('')}</w:tr>`),
  deletedRow: (text) =>
    tbl(tr(tc('甲'), tc('乙')), `<w:tr><w:trPr><w:del/></w:trPr>${tc(text)}${tc('')}</w:tr>`),
  covered: (text) =>
    tbl(
      tr(tc('甲', '<w:vMerge w:val="restart"/>'), tc('乙')),
      tr(tc(text, '<w:vMerge/>'), tc('丙')),
    ),
};

const words = (text: string) => `<pt><t>${shape(text)}</t></pt>`;

/** A document with these places; parts are made for every id that a place may name. */
export function documentWith(
  body: string,
  ids: readonly (readonly [id: string, text: string])[],
  png: Uint8Array,
): Uint8Array {
  const parts: Record<string, { type: string; content: string | Uint8Array }> = {};
  const links: Record<string, string> = {};
  const notes = (name: string) =>
    ids
      .filter(([id]) => body.includes(`<w:${name}Reference w:id="${id}"/>`))
      .map(([id, text]) => `<w:${name} w:id="${id}">${p(text)}</w:${name}>`)
      .join('');
  for (const [id, text] of ids) {
    if (body.includes(`"link-${id}"`)) links[`link-${id}`] = `https://example.gov.cn/${id}`;
    if (body.includes(`"chart-${id}.xml"`))
      parts[`chart-${id}.xml`] = {
        type: 'chart',
        content: `<chartSpace xmlns:a="a"><chart><title>${shape(text)}</title><valAx><title>${shape(`${text}数`)}</title></valAx><ser><cat><pt idx="0"><v>甲</v></pt></cat><val><pt idx="0"><v>1286</v></pt></val></ser></chart></chartSpace>`,
      };
    if (body.includes(`"data-${id}.xml"`))
      parts[`data-${id}.xml`] = {
        type: 'diagramData',
        content: `<dataModel xmlns:a="a"><ptLst>${words(text)}</ptLst></dataModel>`,
      };
    if (body.includes(`"chunk-${id}.html"`))
      parts[`chunk-${id}.html`] = { type: 'aFChunk', content: `<p>${text}</p>` };
  }
  const endnotes = notes('endnote');
  if (endnotes !== '')
    parts['endnotes.xml'] = {
      type: 'endnotes',
      content: `<w:endnotes xmlns:w="w">${endnotes}</w:endnotes>`,
    };
  const footnotes = notes('footnote');
  const more: Omit<DocxParts, 'body'> = {
    parts,
    links,
    media: { 'p.png': png },
    header: p('示例县文件汇编'),
    ...(footnotes === '' ? {} : { footnotes }),
  };
  return docx({ body: `${p('关于示例事项的通知', CENTRE)}${p('各学校：')}${body}`, ...more });
}

/** A workbook with something in every place. */
export function fullWorkbook(): Uint8Array {
  const chart = (title: string) =>
    `<chartSpace xmlns:a="a"><chart><title>${shape(title)}</title></chart></chartSpace>`;
  const note = (ref: string, text: string) =>
    `<comments><commentList><comment ref="${ref}"><text><t>${text}</t></text></comment></commentList></comments>`;
  return xlsx(
    [
      {
        name: '表',
        rows: [
          ['名称', '说明', '数量'],
          ['示例小学', { xml: '<c t="inlineStr"><is><t>寄宿</t></is></c>' }, 1286],
          [
            { xml: '<c t="str"><f>A2</f><v>示例中学</v></c>' },
            { xml: '<c t="d"><v>2026-05-29</v></c>' },
            { v: '46171', s: 1 },
          ],
          ['示例幼儿园', { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }],
          ['隐行', '隐行的话', 402],
        ],
        hiddenRows: [5],
        after:
          '<hyperlinks><hyperlink ref="B2" xmlns:r="r" r:id="l"/></hyperlinks><headerFooter><oddHeader>&amp;C内部汇编</oddHeader></headerFooter>',
        links: { l: 'https://example.gov.cn/a' },
        parts: {
          'comments1.xml': { type: 'comments', content: note('A2', '九月停办') },
          'threadedComments/t1.xml': {
            type: 'threadedComment',
            content:
              '<ThreadedComments><threadedComment ref="B2"><text>请核实</text></threadedComment></ThreadedComments>',
          },
          'drawings/d1.xml': {
            type: 'drawing',
            content: `<wsDr xmlns:a="a" xmlns:r="r"><sp><txBody>${shape('截至五月底')}</txBody></sp><cxnSp><txBody>${shape('见右')}</txBody></cxnSp><pic><cNvPr descr="校门"><a:hlinkClick r:id="web"/></cNvPr></pic></wsDr>`,
          },
          'drawings/_rels/d1.xml.rels': {
            type: 'none',
            content:
              '<Relationships><Relationship Id="web" Type="x/hyperlink" Target="https://example.gov.cn/b" TargetMode="External"/><Relationship Id="c" Type="x/chart" Target="../c1.xml"/><Relationship Id="e" Type="x/chartEx" Target="../c2.xml"/><Relationship Id="m" Type="x/diagramData" Target="../m1.xml"/></Relationships>',
          },
          'c1.xml': { type: 'none', content: chart('各校人数图') },
          'c2.xml': { type: 'none', content: chart('瀑布图') },
          'm1.xml': {
            type: 'none',
            content: `<dataModel xmlns:a="a"><ptLst>${words('先申请')}</ptLst></dataModel>`,
          },
          'drawings/v1.vml': {
            type: 'vmlDrawing',
            content:
              '<xml xmlns:v="v" xmlns:x="x"><v:shape><v:textbox>同意公开</v:textbox><x:ClientData ObjectType="Checkbox"/></v:shape></xml>',
          },
        },
      },
      {
        name: '底稿',
        state: 'hidden',
        rows: [
          ['底稿标题', '金额'],
          ['某某项目', 95],
        ],
      },
    ],
    ['General', 'yyyy"年"m"月"'],
  );
}

const SLIDE =
  'xmlns:a="a" xmlns:r="r" xmlns:p="p" xmlns:m="m" xmlns:mc="mc" xmlns:c="c" xmlns:d="d"';
const lines = (...inner: string[]) =>
  `<p:txBody>${inner.map((each) => `<a:p>${each}</a:p>`).join('')}</p:txBody>`;
const run = (text: string, looks = '') => `<a:r><a:rPr>${looks}</a:rPr><a:t>${text}</a:t></a:r>`;
const box = (body: string, name = '', inside = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="框" ${name}/><p:nvPr>${inside}</p:nvPr></p:nvSpPr><p:spPr/>${body}</p:sp>`;
const frame = (inner: string) =>
  `<p:graphicFrame><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></p:graphicFrame>`;
const tableOf = (text: string) =>
  `<a:tbl><a:tr><a:tc>${lines(run('事项')).replaceAll('p:txBody', 'a:txBody')}</a:tc><a:tc>${lines(run(text)).replaceAll('p:txBody', 'a:txBody')}</a:tc></a:tr></a:tbl>`;
const either = (text: string) =>
  `<mc:AlternateContent><mc:Choice>${text}</mc:Choice><mc:Fallback>${text}</mc:Fallback></mc:AlternateContent>`;

/** A presentation with something in every place. */
export function fullSlides(png: Uint8Array): Uint8Array {
  const slide = (body: string, more = '') =>
    `${XML}<p:sld ${SLIDE}${more}><p:cSld><p:bg><a:blip r:embed="i"/></p:bg><p:spTree>${body}</p:spTree></p:cSld></p:sld>`;
  const body = [
    box(lines(run('试点工作情况')), '', '<p:ph type="title"/>'),
    box(
      lines(
        run('县政府办公室'),
        `${run('完成')}<a:br/>${run('道路三条', '<a:hlinkClick r:id="l"/>')}`,
      ),
    ),
    box(lines(`<a:fld type="datetime1"><a:t>六月一日</a:t></a:fld>`)),
    box(lines(`<a14:m xmlns:a14="a14"><m:oMath><m:r><m:t>甲加乙</m:t></m:r></m:oMath></a14:m>`)),
    box(
      lines(
        '<m:oMath><m:r><m:t>丙减丁</m:t></m:r></m:oMath><m:oMathPara><m:r><m:t>戊乘己</m:t></m:r></m:oMathPara>',
      ),
    ),
    box(lines(either(run('两种写法')))),
    box(lines('<a:brandNew><a:t>新写法的话</a:t></a:brandNew>')),
    box(lines(run('藏起来的话')), 'hidden="1"'),
    box(lines(run('页脚的话')), '', '<p:ph type="ftr"/>'),
    box(lines(run('7')), '', '<p:ph type="sldNum"/>'),
    `<p:cxnSp>${lines(run('线上的话'))}</p:cxnSp>`,
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr><a:hlinkClick r:id="g"/></p:cNvPr></p:nvGrpSpPr><p:grpSpPr/>${box(lines(run('组里的话')))}</p:grpSp>`,
    '<p:pic><p:nvPicPr><p:cNvPr descr="办理流程"/></p:nvPicPr><p:blipFill><a:blip r:embed="i"/></p:blipFill></p:pic>',
    '<p:pic><p:nvPicPr><p:cNvPr/></p:nvPicPr><p:blipFill><a:blip r:link="far"/></p:blipFill></p:pic>',
    either(box(lines(run('新式图形的话')))),
    `<p:brandNew>${box(lines(run('新元素里的话')))}</p:brandNew>`,
    frame(tableOf('三百元')),
    frame(
      `<a:tbl><a:tr><a:tc gridSpan="2">${lines(run('合计')).replaceAll('p:txBody', 'a:txBody')}</a:tc><a:tc hMerge="1">${lines(run('遮住的字')).replaceAll('p:txBody', 'a:txBody')}</a:tc></a:tr></a:tbl>`,
    ),
    frame('<c:chart r:id="c"/>'),
    frame('<d:relIds r:dm="m"/>'),
    frame(
      either('<p:oleObj><p:pic><p:blipFill><a:blip r:embed="i"/></p:blipFill></p:pic></p:oleObj>'),
    ),
  ].join('');
  return zip({
    '_rels/.rels': relations([['r1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `${XML}<p:presentation ${SLIDE}><p:sldIdLst><p:sldId r:id="s1"/><p:sldId r:id="s2"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations([
      ['s1', 'slide', 'slides/slide1.xml'],
      ['s2', 'slide', 'slides/slide2.xml'],
      ['m1', 'slideMaster', 'slideMasters/slideMaster1.xml'],
    ]),
    'ppt/slides/slide1.xml': slide(body),
    'ppt/slides/_rels/slide1.xml.rels': relations([
      ['i', 'image', '../media/p.png'],
      ['c', 'chart', '../charts/chart1.xml'],
      ['m', 'diagramData', '../diagrams/data1.xml'],
      ['n', 'notesSlide', '../notesSlides/notesSlide1.xml'],
      ['k', 'comments', '../comments/comment1.xml'],
      ['l', 'hyperlink', 'https://example.gov.cn/l', true],
      ['g', 'hyperlink', 'https://example.gov.cn/g', true],
      ['far', 'image', 'https://example.gov.cn/p.png', true],
    ]),
    'ppt/slides/slide2.xml': slide(box(lines(run('整张隐藏'))), ' show="0"'),
    'ppt/slides/_rels/slide2.xml.rels': relations([['i', 'image', '../media/p.png']]),
    'ppt/media/p.png': png,
    'ppt/charts/chart1.xml': `${XML}<c:chartSpace ${SLIDE}><c:chart><c:title>${shape('各镇户数')}</c:title><c:ser><c:cat><c:pt idx="0"><c:v>平安镇</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>1286</c:v></c:pt></c:val></c:ser></c:chart></c:chartSpace>`,
    'ppt/diagrams/data1.xml': `${XML}<d:dataModel ${SLIDE}><d:ptLst>${words('先受理')}</d:ptLst></d:dataModel>`,
    'ppt/notesSlides/notesSlide1.xml': `${XML}<p:notes ${SLIDE}><p:cSld><p:spTree>${box(lines(run('讲稿一句')))}</p:spTree></p:cSld></p:notes>`,
    'ppt/comments/comment1.xml': `${XML}<p:cmLst ${SLIDE}><p:cm><p:text>请核实此数</p:text></p:cm></p:cmLst>`,
    'ppt/slideMasters/slideMaster1.xml': `${XML}<p:sldMaster ${SLIDE}><p:cSld><p:spTree>${box(lines(run('单击此处编辑标题')), '', '<p:ph type="title"/>')}${box(lines(run('为民服务')))}</p:spTree></p:cSld></p:sldMaster>`,
  });
}

/** An OFD file with something in every place. */
export function fullFixedPages(): Uint8Array {
  const root = (name: string, inside: string) =>
    `${XML}<ofd:${name} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${name}>`;
  let y = 20;
  const text = (written: string, more = '') => {
    y += 10;
    return `<ofd:TextObject ${more} Boundary="30 ${y} 200 6" Size="5"><ofd:TextCode X="0" Y="5">${written}</ofd:TextCode></ofd:TextObject>`;
  };
  const content = (inside: string) => `<ofd:Content><ofd:Layer>${inside}</ofd:Layer></ofd:Content>`;
  return zip({
    'OFD.xml': root(
      'OFD',
      '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>',
    ),
    'Doc_0/Document.xml': root(
      'Document',
      '<ofd:CommonData><ofd:DocumentRes>Res.xml</ofd:DocumentRes><ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/><ofd:TemplatePage ID="8" BaseLoc="Tpls/U.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages><ofd:Annotations>Annots.xml</ofd:Annotations>',
    ),
    'Doc_0/Pages/P.xml': root(
      'Page',
      `<ofd:Template TemplateID="7"/>${content(
        `${text('关于做好试点工作的通知')}<ofd:PageBlock>${text('各乡镇人民政府：')}</ofd:PageBlock>${text('请照办。')}${text('藏起来的话', 'Visible="false"')}<ofd:ImageObject/><ofd:CompositeObject ResourceID="9"/><ofd:PathObject><ofd:Actions><ofd:Action><ofd:URI URI="https://example.gov.cn/o"/></ofd:Action></ofd:Actions></ofd:PathObject>`,
      )}`,
    ),
    'Doc_0/Tpls/T.xml': root('Page', content(text('示例县文件'))),
    'Doc_0/Tpls/U.xml': root('Page', content(text('没有用到的模板'))),
    'Doc_0/Res.xml': root(
      'Res',
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content>${text('图形里的字')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    ),
    'Doc_0/Annots.xml': root(
      'Annotations',
      '<ofd:Page PageID="1"><ofd:FileLoc>Annots/A.xml</ofd:FileLoc></ofd:Page>',
    ),
    'Doc_0/Annots/A.xml': root(
      'PageAnnot',
      `<ofd:Annot><ofd:Appearance>${text('骑缝章')}<ofd:ImageObject/></ofd:Appearance></ofd:Annot>`,
    ),
  });
}

export const FULL_PAGE = `<html><head><title>示例网</title></head><body>
<nav>首页导航</nav>
<div class="TRS_Editor">
<h2>第一部分</h2>
<p>正文文字<b>粗体</b><a href="https://example.gov.cn/c">链接</a>。</p>
<pre>原样文字</pre><xmp>旧式原样</xmp><listing>清单原样</listing>
<h1>关于示例事项的通知</h1><h3>三级标题</h3><h4>四级标题</h4><h5>五级标题</h5><h6>六级标题</h6>
<ul><li>无序条目</li>条目之外</ul><ol><li>有序条目</li></ol>
<table><tr><th>项目</th><th>标准</th></tr><tr><td>寄宿</td><td>三百元</td></tr></table>
<p><img src="far.png" alt="办理流程"></p>
<p style="display:none">看不见的字</p>
<select><option>请选择</option></select>
<p>甲类<input type="checkbox" checked>乙类<input type="radio"></p>
<iframe src="a.pdf">不能显示</iframe><iframe srcdoc="&lt;p&gt;框里的话&lt;/p&gt;"></iframe>
<brand-new>新元素里的话</brand-new>
</div><div>版权所有</div></body></html>`;

export const FULL_MARKDOWN = `---
title: 关于示例事项的通知
date: 2026-01-05
layout: post
draft: "否"
---

各学校：正文**粗体**、*斜体*、~~旧的~~、\`代码\`、[链接](https://example.gov.cn/d)、[引用][甲]。

> 引文一句

- 条目一句

| 项目 | 标准 |
| --- | --- |
| 寄宿 | 三百元 |

\`\`\`
代码一段
\`\`\`

<div>网页一段</div>

### 小标题

句中<u>下划线</u>和![流程图](far.png)，另有![总图][乙]，有注[^1]。

[甲]: https://example.gov.cn/e
[乙]: https://example.gov.cn/far.png

[^1]: 注的文字。
`;

export const FULL_TEXT = `标题: 关于示例事项的通知
来源: https://example.gov.cn/f
====正文====
各学校：请按下表执行。
项目\t标准
寄宿\t三百元
走读\t一百元
第二段文字。
`;

/** What is read of a PDF with a page number on every page and a form that was filled in. */
export const PDF_ANSWER: PdfAnswer = {
  lines: [
    { text: '关于2026年度补贴发放人数的公告', where: '第 1 页' },
    { text: '现将补贴发放人数公告如下：', where: '第 1 页' },
    { text: '128', where: '第 1 页' },
    { text: '- 1 -', where: '第 1 页' },
    { text: '岳阳镇', where: '第 2 页' },
    { text: '95', where: '第 2 页' },
    { text: '- 2 -', where: '第 2 页' },
    { text: '300 yuan', label: 'money', where: '批注或表单中' },
    { text: 'money', where: '批注或表单中' },
    { text: '此处请核实', where: '批注或表单中' },
    { text: 'https://example.gov.cn/a', where: '批注或表单中' },
    { text: 'bf8e12c1-f26d-4e02-9912-885561a0c56a', where: '批注或表单中' },
  ],
  active: [],
  unseen: [],
  inner: [],
};
