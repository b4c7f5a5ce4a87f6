import type { Page } from 'playwright-core';

/** What can be reached by Tab, told by the page itself; radio buttons of one name count as one. */
const MARK_STOPS = `(() => {
  const seen = new Set();
  const candidates = 'a[href], button, input, select, textarea, summary, video[controls], iframe, [tabindex]';
  const stops = [...document.querySelectorAll(candidates)].filter((node) => {
    if (node.tabIndex < 0 || node.disabled || node.getClientRects().length === 0) return false;
    if (getComputedStyle(node).visibility === 'hidden') return false;
    const closed = node.parentElement.closest('details:not([open])');
    if (closed && !(node.tagName === 'SUMMARY' && node.parentElement === closed)) return false;
    if (node.type === 'radio') {
      if (seen.has(node.name)) return false;
      seen.add(node.name);
    }
    return true;
  });
  stops.forEach((node, index) => node.setAttribute('data-stop', index));
  return stops.length;
})()`;

/** Judges what has the focus: which stop it is, whether its outline shows, and whether it is seen. */
const LOOK = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.5) return colour;
    }
    return [255, 255, 255];
  };
  const node = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const name = node.outerHTML.slice(0, 100);
  const faults = [];
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('no outline: ' + name);
  const around = ground(parseFloat(outlineOffset) < 0 ? node : node.parentElement ?? node);
  if (ratio(parse(outlineColor), around) < 3) faults.push('outline does not stand out: ' + name);
  if (box.width < 1 || box.height < 1 || box.right < 1 || box.left > innerWidth ||
      box.bottom < 1 || box.top > innerHeight) faults.push('out of sight: ' + name);
  const [rect] = node.getClientRects();
  const top = document.elementFromPoint(
    Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(rect.top + rect.height / 2, 0), innerHeight - 1),
  );
  if (top && !node.contains(top) && !top.contains(node)) faults.push('covered: ' + name);
  return { stop: node.getAttribute('data-stop'), faults };
})()`;

interface Look {
  readonly stop: string | null;
  readonly faults: readonly string[];
}

/**
 * Walks a page by Tab from its head to its foot. Gives what is wrong: a stop that is left out or
 * comes out of its turn, a trap, a focus that cannot be seen.
 */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  const stops = Number(await page.evaluate(MARK_STOPS));
  // Pages may take the focus to a box of their own; the walk begins at the head.
  await page.evaluate('document.activeElement?.blur(); getSelection()?.removeAllRanges()');
  const faults: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const look = (await page.evaluate(LOOK)) as Look;
    faults.push(...look.faults);
    if (look.stop !== String(stop)) {
      const missed = await page.evaluate(
        `document.querySelector('[data-stop="${stop}"]')?.outerHTML.slice(0, 100)`,
      );
      return [...faults, `stop ${stop} of ${stops} is ${look.stop}, not ${String(missed)}`];
    }
  }
  return faults;
}
