const GUID = /\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?/gi;
/** A checksum: long, and not of digits alone. */
const CHECKSUM = /\b(?=\d*[a-f])[\da-f]{32,}\b/gi;
const SAYS_SOMETHING = /[\d０-９]{3}|[\u0080-\u{10ffff}]/u;

/**
 * A text without the marks and checksums that programs give their parts (`{8A69…}`); undefined where what is left
 * holds neither Chinese nor a number.
 */
export function withoutGuids(text: string): string | undefined {
  if (!SAYS_SOMETHING.test(text)) return undefined;
  const plain = text.includes('-') ? text.replaceAll(GUID, ' ') : text;
  const rest = plain.length < 32 ? plain : plain.replaceAll(CHECKSUM, ' ');
  return SAYS_SOMETHING.test(rest) ? rest : undefined;
}
