import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

/**
 * What keeps people out of the page that is shown, by axe, with the rules of WCAG 2.2 that it
 * leaves off by itself. `rules` asks for these only: for another colouring of a page already judged.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  // Of what passes nothing is told: to name each such node takes most of the time.
  const only = { resultTypes: ['violations'] };
  const options = rules
    ? { ...only, runOnly: { type: 'rule', values: rules } }
    : { ...only, rules: { 'target-size': { enabled: true } } };
  const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as Found;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 200)}`),
  );
}

/** The rules that a mode changing nothing but colours can break. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
