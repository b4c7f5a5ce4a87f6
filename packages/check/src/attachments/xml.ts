import { SaxesParser } from 'saxes';

export interface XmlEvents {
  /** Names without their prefix: `w:t` and `t` are `t`. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Reads XML as a stream. Entities of a document type of its own are never resolved. */
export function readXml(xml: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false });
  let broken: Error | undefined;
  parser.on('error', (error) => {
    broken ??= error;
  });
  parser.on('opentag', ({ name, attributes }) => events.open(bare(name), attributes));
  parser.on('closetag', ({ name }) => events.close(bare(name)));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  const CHUNK = 1 << 16;
  for (let at = 0; at < xml.length && !broken; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  if (!broken) parser.close();
  if (broken) throw broken;
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
