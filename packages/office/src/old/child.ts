import { OfficeFailure } from '../failure.ts';
import { serve } from '../process/serve.ts';
import { signatureOf } from '../signature.ts';
import type { OldAnswer, OldQuestion } from './answer.ts';
import { oldKind } from './kind.ts';

/* The process that reads old files. Each library is loaded when it is first needed. */

serve<OldQuestion, OldAnswer>(({ bytes }) => answer(bytes));

async function answer(bytes: Uint8Array): Promise<OldAnswer> {
  try {
    const isSheet = isXmlSheet(bytes);
    if (!isSheet && signatureOf(bytes) !== 'ole')
      return { code: 'old-format', broken: nameOf(bytes) };
    const kind = isSheet ? 'excel' : oldKind(bytes);
    if (kind === 'word') return await (await import('./doc.ts')).readDoc(bytes);
    if (kind === 'excel') return (await import('./xls.ts')).readXls(bytes);
    return kind === 'slides'
      ? { code: 'old-format', broken: '是旧版演示文稿，读不了' }
      : { code: 'damaged', broken: '文件已损坏，或不是 Word、Excel、WPS 的旧版文件' };
  } catch (error) {
    if (error instanceof OfficeFailure)
      return {
        code: error.code === 'encrypted' || error.code === 'too-large' ? error.code : 'damaged',
        broken: error.message,
      };
    return { code: 'damaged', broken: '文件不完整或已损坏，读不出内容' };
  }
}

/** Excel 2003 could also write XML; old platforms still do, and name it .xls. */
function isXmlSheet(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 2000));
  return (
    /^\ufeff?\s*<\?xml/.test(head) && /urn:schemas-microsoft-com:office:spreadsheet/.test(head)
  );
}

function nameOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  if (head.startsWith('{\\rtf')) return '是 RTF 文件，读不了';
  return head.includes('<w:wordDocument')
    ? '是 Word 2003 的 XML 文件，读不了'
    : '不是 Word、Excel、WPS 的旧版文件';
}
