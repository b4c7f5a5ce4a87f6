/*
 * What a package of an office file may say of its parts (ECMA-376 parts 1 and 2, [MS-OFFCRYPTO] and what
 * Microsoft and WPS added): everything else is refused until somebody has looked at it.
 */

const words = (text: string) => new Set(text.toLowerCase().trim().split(/\s+/));

/** Types of relations by their last word. What they lead to only shows something. */
const RELATIONS = words(`
  officeDocument core-properties coreProperties extended-properties extendedProperties custom-properties customProperties thumbnail
  customXml customXmlProps customXmlData styles stylesWithEffects stylesWithtEffects customProperty workbookmetadata numbering settings webSettings fontTable theme
  themeOverride header footer footnotes endnotes comments commentsExtended commentsIds commentsExtensible
  people documenttasks glossaryDocument hyperlink image hdphoto svg font package oleObject aFChunk slide slideLayout slideMaster
  notesSlide notesMaster handoutMaster presProps viewProps tableStyles commentAuthors authors tags chart chartEx
  chartUserShapes chartStyle chartColorStyle diagramData diagramLayout diagramQuickStyle diagramColors
  diagramDrawing video audio media worksheet chartsheet dialogsheet sharedStrings calcChain table tableSingleCells vmlDrawing
  drawing printerSettings pivotTable pivotCacheDefinition pivotCacheRecords slicer slicerCache timeline
  timelineCache threadedComment person sheetMetadata richValue rdRichValue rdRichValueStructure rdRichValueTypes
  rdRichValueWebImage rdSupportingPropertyBag rdSupportingPropertyBagStructure richStyles rdArray rdSupportingPropertyBag
  rdRichValueRel richValueRel cellImage cellimage cellImages ctrlProp usernames revisionHeaders revisionLog xmlMaps volatileDependencies
  sheetRevisions revisions namedSheetView dynamicArrays featurePropertyBag
  externalLink externalLinkPath digital-signature origin signature certificate metadata labelInfo docMetadata classificationlabels
  slideUpdateInfo legacyDiagramText legacyDocTextInfo inkXml ink recipientData mailMergeRecipientData keyMapCustomizations
  customData cloudFont wpsCustomData changesInfo changesInfos revisionInfo sectionProperties model3d
  track webimage documentData`);

/** Where an outside relation of these types may lead. */
const CLICKED = words('hyperlink');
const MADE_FROM = words('attachedTemplate image');

export type RelationVerdict = 'allowed' | 'click' | 'made-from' | 'outside' | 'unknown';

/** What a relation may do: stay inside, be clicked, or tell what a document was made from. */
export function judgeRelation(written: string, external: boolean): RelationVerdict {
  const type = written.toLowerCase();
  if (external) {
    if (CLICKED.has(type)) return 'click';
    return MADE_FROM.has(type) ? 'made-from' : 'outside';
  }
  return RELATIONS.has(type) ? 'allowed' : 'unknown';
}

/** What relations and types that are not allowed are called, where it is known. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/vba|macroEnabled/i, '宏（VBA）'],
  [/macrosheet/i, '宏表（Excel 4.0）'],
  [/activeX|^control$/i, 'ActiveX 控件'],
  [/attachedTemplate/i, '从外部加载的模板'],
  [/oleObject|package/i, '与外部文件相连的对象（OLE 链接）'],
  [/externalLink/i, '与外部工作簿或程序相连的公式'],
  [/connection|queryTable|model|powerPivot/i, '从外部取数的连接'],
  [/image|video|audio|media/i, '从别处加载的图片或音像'],
  [/frame|subDocument|aFChunk|htmlPub/i, '从别处加载的文档'],
  [/mailMerge/i, '邮件合并的数据源'],
  [/webextension|taskpane/i, '加载项'],
  [/ui\/extensibility|customUI/i, '自带按钮的加载项（customUI）'],
  [/binary/i, '二进制工作簿（.xlsb）的内容'],
];

export function nameOfActive(type: string): string {
  return NAMES.find(([pattern]) => pattern.test(type))?.[1] ?? `不认识的内容“${type.slice(0, 60)}”`;
}

const OPEN = 'application/vnd\\.openxmlformats-officedocument\\.';
/** Content types, without the letters' case. */
const CONTENT: readonly RegExp[] = [
  new RegExp(
    `^${OPEN}(?:wordprocessingml\\.(?:document|template)\\.(?:main|glossary)|wordprocessingml\\.(?:document|template|styles|stylesWithEffects|numbering|settings|webSettings|fontTable|footnotes|endnotes|comments|commentsExtended|commentsIds|commentsExtensible|people|header|footer|keyMapCustomizations|mailMergeRecipientData|documenttasks|printerSettings|sdtPr|recipientData)|spreadsheetml\\.(?:sheet|template)(?:\\.main)?|spreadsheetml\\.(?:worksheet|chartsheet|dialogsheet|styles|sharedStrings|calcChain|comments|table|tableSingleCells|pivotTable|pivotCacheDefinition|pivotCacheRecords|sheetMetadata|userNames|customProperty|revisionHeaders|revisionLog|volatileDependencies|externalLink|printerSettings)|presentationml\\.(?:presentation|slideshow|template)(?:\\.main)?|presentationml\\.(?:slide|slideLayout|slideMaster|notesSlide|notesMaster|handoutMaster|presProps|viewProps|tableStyles|commentAuthors|comments|tags|slideUpdateInfo|printerSettings)|drawingml\\.(?:chart|chartshapes|diagramData|diagramLayout|diagramStyle|diagramColors)|theme|themeManager|themeOverride|drawing|extended-properties|custom-properties|customXmlProperties|vmlDrawing|oleObject|package|obfuscatedFont|presentationml\\.printerSettings)(?:\\+xml)?$`,
    'i',
  ),
  /^application\/vnd\.openxmlformats-package\.(?:relationships|core-properties|digital-signature-[\w-]+)(?:\+xml)?$/i,
  /^application\/vnd\.ms-(?:word|excel|powerpoint|office)\.(?!.*(?:macro|vba|activex|binary|webextension|webpublish|attachedToolbars))[\w.-]+\+xml$/i,
  /^application\/vnd\.ms-(?:word|excel|powerpoint)\.(?:document|sheet|presentation|slideshow|template)$/i,
  /^application\/vnd\.(?:ms-excel|ms-powerpoint|visio|ms-package\.obfuscated-opentype|ms-officetheme)$/i,
  /^application\/(?:vnd\.)?(?:wps-officedocument|kso|wps)[\w.-]*(?:\+xml)?$/i,
  /^application\/(?:xml|binary|movie|pdf|msword|x-fontdata|x-font-\w+|font-\w+|vnd\.ms-opentype|xhtml\+xml|inkml\+xml|mathml[\w+]*|rtf|x-msmetafile|postscript|octet-stream|x-windows-\w+|x-ms-wmz|x-ms-emz)$/i,
  /^(?:image|audio|video|font)\/[\w.+-]+$/i,
  /^text\/(?:xml|plain|html|rtf|csv)$/i,
  /^message\/rfc822$/i,
];

export function isAllowedContent(type: string): boolean {
  return CONTENT.some((pattern) => pattern.test(type.split(';', 1).join('').trim()));
}
