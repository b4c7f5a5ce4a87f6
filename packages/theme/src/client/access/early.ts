/**
 * Puts the reader's way of display back before anything is painted, so that no page flashes, and
 * marks a browser that runs our other scripts, so that what they will show keeps its room, or one too old for
 * them (before Chrome 61, Safari 11). On a page that was
 * opened with a question it starts the worker that answers it, and marks that an answer is on its way.
 *
 * Served as text by `routes/early.ts` and run in the head of every page, before the stylesheet: it
 * uses nothing from outside of itself, and nothing that an old browser lacks.
 */
export function early(): void {
  const root = document.documentElement;
  const script = document.currentScript as
    | (HTMLScriptElement & { started?: Worker; lost?: boolean })
    | null;
  const code = script?.getAttribute('data-worker');
  const runs = 'noModule' in HTMLScriptElement.prototype;
  root.setAttribute(runs ? 'data-scripts' : 'data-old', '');
  try {
    const kept = JSON.parse(localStorage.getItem('columns-display') || '{}');
    if (/^(elder|contrast|dark)$/.test(kept.mode)) root.setAttribute('data-mode', kept.mode);
    if (/^[12]$/.test(kept.size)) root.setAttribute('data-size', kept.size);
    // Who has chosen a town will be shown it: pages keep room for that.
    const base = (script ? script.getAttribute('src') || '' : '').replace(/early\.js$/, '');
    if (localStorage.getItem(['columns-town:', base].join(''))) root.setAttribute('data-town', '');
  } catch (_) {
    // Storage may be off or hold something else: the page is shown as it comes.
  }
  try {
    // Who opens a page with a question waits for less.
    if (script && code && /[?&]q=[^&]/.test(location.search) && 'WebAssembly' in window) {
      root.setAttribute('data-asked', '');
      script.started = new Worker(code, { type: 'module' });
      script.started.onerror = () => {
        script.lost = true;
      };
    }
  } catch (_) {
    // The page's own script says what is wrong.
  }
}
