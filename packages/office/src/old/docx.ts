import { strToU8, zipSync } from 'fflate';
import { escapedValue as escaped } from '../write/package.ts';
import type { OldStyle } from './styles.ts';

export interface DocxParts {
  /** Paragraphs and tables. */
  readonly body: string;
  readonly footnotes: readonly string[];
  readonly endnotes: readonly string[];
  /** Headers and footers. */
  readonly margins: readonly string[];
  /** Styles of paragraphs by index. */
  readonly styles: ReadonlyMap<number, OldStyle>;
  readonly numbering?: string | undefined;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The earliest day that a zip can name: the same input gives the same bytes. */
const DAY = new Date('1980-01-01T00:00:00');

/** A Word file (ECMA-376) of these parts. */
export function docxOf(parts: DocxParts): Uint8Array {
  const root = (name: string, inside: string) =>
    `<w:${name} xmlns:w="${MAIN}">${inside}</w:${name}>`;
  const notes = (name: string, texts: readonly string[]) =>
    texts.map((text, index) => `<w:${name} w:id="${index + 1}">${text}</w:${name}>`).join('');
  const styles = [...parts.styles].map(
    ([index, { name, looks }]) =>
      `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="${escaped(name)}"/><w:rPr>` +
      `${looks.hidden ? '<w:vanish/>' : ''}${looks.struck ? '<w:strike/>' : ''}</w:rPr></w:style>`,
  );
  const files = [
    { name: 'styles', type: 'styles', xml: root('styles', styles.join('')) },
    ...(parts.numbering === undefined
      ? []
      : [{ name: 'numbering', type: 'numbering', xml: root('numbering', parts.numbering) }]),
    ...(parts.footnotes.length > 0
      ? [
          {
            name: 'footnotes',
            type: 'footnotes',
            xml: root('footnotes', notes('footnote', parts.footnotes)),
          },
        ]
      : []),
    ...(parts.endnotes.length > 0
      ? [
          {
            name: 'endnotes',
            type: 'endnotes',
            xml: root('endnotes', notes('endnote', parts.endnotes)),
          },
        ]
      : []),
    ...parts.margins
      .filter((xml) => xml.includes('<w:t '))
      .map((xml, index) => ({
        name: `header${index + 1}`,
        type: 'header',
        xml: root('hdr', xml),
      })),
  ];
  const related = files.map(
    ({ name, type }, index) =>
      `<Relationship Id="r${index + 1}" Type="${TYPES}/${type}" Target="${name}.xml"/>`,
  );
  const types = files.map(
    ({ name, type }) =>
      `<Override PartName="/word/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`,
  );
  const zip: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}">${related.join('')}</Relationships>`,
    ...Object.fromEntries(files.map(({ name, xml }) => [`word/${name}.xml`, xml])),
  };
  return zipSync(
    Object.fromEntries(Object.entries(zip).map(([name, text]) => [name, strToU8(text)])),
    { mtime: DAY, level: 1 },
  );
}
