/** A picture that a page has in its own address: `data:image/png;base64,…` (RFC 2397). */
export function pictureInAddress(source: string): Uint8Array | undefined {
  const [, base64] = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(source) ?? [];
  if (base64 === undefined) return undefined;
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
