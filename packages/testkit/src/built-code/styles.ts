import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { SupportStatement } from '@mdn/browser-compat-data';
import doiuse from 'doiuse';
import postcss from 'postcss';
import { listFiles } from '../site/files.ts';
import { OLDEST_BROWSERS, OLDEST_VERSIONS } from './oldest-browsers.ts';

/**
 * What the oldest browsers lack, or have in part, and may: by caniuse's name, with what comes of
 * it. Whatever is not in this list is a fault.
 */
export const ONLY_ADDS: Readonly<Record<string, string>> = {
  'css-color-adjust': 'the printer leaves colours out that the page asks for',
  'css-clip-path': 'a circle or an inset on a box is in what they have; only shapes on SVG are not',
  'css-gradients': 'a fade to nothing is a little greyer',
  'css-focus-visible': 'without it the outline shows for the mouse too',
  'css-masks': 'named for clip-path only',
  'css-media-interaction': 'without it the hint at keys stays',
  'css-media-scripting':
    'without it a control that needs a script shows before the script is there',
  'css-overflow': 'only the newer values are missing',
  'css-paged-media': 'without it the printer’s own margins hold',
  'css-resize': 'a text box keeps its size',
  'css-sticky': 'a head of a table scrolls away with it',
  'css-text-indent': 'only the newer key words are missing',
  'flexbox-gap': 'the theme gives such boxes margins instead (integration/flex-gap.ts)',
  multicolumn: 'only breaks between columns are missing',
  'prefers-contrast': 'without it the usual colours stay, or the reader chooses high contrast',
  'forced-colors': 'systems with forced colours came with newer browsers',
  'text-decoration': 'a line is as thick and as near as the browser draws it',
  'text-size-adjust': 'phones only',
};

/** May be lacked on paper alone, in rules of their own: the printer's own margins hold. */
const IN_PRINT: ReadonlySet<string> = new Set(['css-has']);

/** What built styles use that the oldest browsers lack: a line for each place. */
export async function lintStyles(folder: string): Promise<string[]> {
  const faults = new Set<string>();
  for (const file of listFiles(folder).filter((name) => name.endsWith('.css'))) {
    const css = readFileSync(join(folder, file), 'utf8');
    for (const fault of await styleFaults(css)) faults.add(`${file}: ${fault}`);
  }
  return [...faults];
}

/** The same for one stylesheet. */
export async function styleFaults(css: string): Promise<string[]> {
  const faults: string[] = [];
  const judge = doiuse({
    browsers: [...OLDEST_BROWSERS],
    ignore: Object.keys(ONLY_ADDS),
    onFeatureUsage({ feature, usage, message }) {
      if (isAsked(usage) || (IN_PRINT.has(feature) && isPrint(usage))) return;
      faults.push(`${excerpt(usage)}: ${message.replace(/^.*?:\s*(?=\S+ )/u, '')}`);
    },
  });
  await postcss([judge]).process(css, { from: undefined });
  return [...faults, ...propertyFaults(css), ...selectorFaults(css)];
}

/** Whether `@supports` stands around it: then a browser without it never reads it. */
function isAsked(node: postcss.Node): boolean {
  for (let at = node.parent; at; at = at.parent as typeof at) {
    if (at.type === 'atrule' && (at as postcss.AtRule).name === 'supports') return true;
  }
  return false;
}

/** Whether it is for paper only. */
function isPrint(node: postcss.Node): boolean {
  for (let at = node.parent; at; at = at.parent as typeof at) {
    const rule = at as postcss.AtRule;
    if (at.type === 'atrule' && rule.name === 'media' && rule.params === 'print') return true;
  }
  return false;
}

/** The same for single properties, by MDN's data: caniuse knows only what makes news. */
const PROPERTIES_ADD: Readonly<Record<string, string>> = {
  'accent-color': 'a box is ticked in the browser’s own colour',
  'forced-color-adjust': 'systems with forced colours came with newer browsers',
  'print-color-adjust': 'the printer leaves colours out that the page asks for',
  resize: 'a text box keeps its size',
  'scroll-margin-top': 'a heading that is jumped to stands at the very top',
  'text-size-adjust': 'phones only',
  'text-autospace': 'Chinese and Latin letters stand closer',
  'text-wrap': 'a heading breaks where the line is full',
};

/** Properties that the oldest browsers do not know. */
function propertyFaults(css: string): string[] {
  const faults = new Set<string>();
  postcss.parse(css).walkDecls((declaration) => {
    const { prop, parent } = declaration;
    // What describes a sheet of paper is no property, though it may have the name of one: `size`.
    if (parent?.type === 'atrule' && (parent as postcss.AtRule).name === 'page') return;
    const support = bcd.css.properties?.[prop]?.__compat?.support;
    if (!support || Object.hasOwn(PROPERTIES_ADD, prop) || isAsked(declaration)) return;
    const old = [...OLDEST_VERSIONS].filter(([name, version]) => !knows(support[name], version));
    for (const [name] of old) faults.add(`${prop}: not in ${name} ${OLDEST_VERSIONS.get(name)}`);
  });
  return [...faults];
}

function knows(statement: SupportStatement | undefined, version: number): boolean {
  return [statement].flat().some((each) => {
    if (!each || each.flags || each.prefix || each.alternative_name) return false;
    return Number.parseFloat(String(each.version_added).replace('≤', '')) <= version;
  });
}

/** One selector that a browser does not know makes it drop the whole rule, the known ones too. */
function selectorFaults(css: string): string[] {
  const faults: string[] = [];
  postcss.parse(css).walkRules((rule) => {
    const newer = rule.selectors.filter((selector) =>
      /:(?:focus-visible|has\(|is\(|where\(|user-invalid|open\b)|::backdrop|::marker/u.test(
        selector,
      ),
    );
    if (newer.length > 0 && newer.length < rule.selectors.length && !isAsked(rule)) {
      faults.push(`${rule.selector}: stands with selectors that older browsers know`);
    }
  });
  return faults;
}

function excerpt(node: postcss.Node): string {
  return node.toString().replace(/\s+/gu, ' ').slice(0, 80);
}
