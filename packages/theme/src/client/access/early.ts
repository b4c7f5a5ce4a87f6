/**
 * Puts the reader's way of display back before anything is painted, so that no page flashes, and
 * marks a browser too old for any other script of ours (before Chrome 61, Safari 11).
 *
 * Served as text by `routes/early.ts` and run in the head of every page, before the stylesheet: it
 * uses nothing from outside of itself, and nothing that an old browser lacks.
 */
export function early(): void {
  const root = document.documentElement;
  if (!('noModule' in HTMLScriptElement.prototype)) root.setAttribute('data-old', '');
  try {
    const kept = JSON.parse(localStorage.getItem('columns-display') || '{}');
    if (/^(elder|contrast|dark)$/.test(kept.mode)) root.setAttribute('data-mode', kept.mode);
    if (/^[12]$/.test(kept.size)) root.setAttribute('data-size', kept.size);
  } catch (_) {
    // Storage may be off or hold something else: the page is shown as it comes.
  }
}
