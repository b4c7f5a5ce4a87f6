/*
 * Fields of Word (ECMA-376 part 1, 17.16.5) that show something of the document, the day, its reader or
 * its page. Those that fetch, run or print are none of them: DDE, DDEAUTO, LINK, INCLUDETEXT, IMPORT,
 * DATABASE, MACROBUTTON with a macro, PRINT.
 */
const ALLOWED = new Set(
  `= ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
  BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE CONTROL CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE
  EDITTIME EMBED EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GLOSSARY GOTOBUTTON
  GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC
  MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE RD REF
  REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE
  TOA TOC USERADDRESS USERINITIALS USERNAME XE`.split(/\s+/),
);

/**
 * What is wrong with a field's code, in Chinese; undefined where nothing is.
 *
 * @param nested whether another field stands before the name, so that the name is made up when it is read
 */
export function fieldFault(code: string, nested: boolean): string | undefined {
  const [, name = '', rest = ''] = /^\s*(=|[^\s"\\{]*)(.*)$/s.exec(code) ?? [];
  const upper = name.toUpperCase();
  if (upper === '') return nested ? '名称由别的域拼成的域' : undefined;
  if (upper === 'INCLUDEPICTURE') {
    return /:\/\/|\\\\\\\\|^\s*"?\\\\/.test(rest.replaceAll(/file:\/{3}/gi, ''))
      ? '从别处加载图片的域（INCLUDEPICTURE）'
      : undefined;
  }
  if (upper === 'MACROBUTTON') {
    return /^\s*(?:NoMacro|AbortSign|AcceptAllChanges\w*|DoFieldClick)\b/i.test(rest)
      ? undefined
      : '运行宏的域（MACROBUTTON）';
  }
  // A number of the same kind, or a name of a bookmark: `{ 附表1 }` shows it.
  if (ALLOWED.has(upper) || /^\d|[^\x21-\x7e]/.test(upper)) return undefined;
  return `会取用外部内容或不认识的域（${upper.slice(0, 20)}）`;
}
