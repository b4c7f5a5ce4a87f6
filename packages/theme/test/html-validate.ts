/** html-validate over built pages, with the rules that suit a built site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlFiles, listFiles } from '@columns/testkit/site';
import {
  type ConfigData,
  HtmlValidate,
  type ResolvedConfig,
  StaticConfigLoader,
} from 'html-validate';

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The HTML standard takes either; Astro writes it in small letters.
    'doctype-style': 'off',
    // Integrity guards what another host serves; every file of a column is its own.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A title is a document's own, often long; what a search engine shows of it is not ours to cut.
    'long-title': 'off',
    // The style sheet keeps these in one line, and whoever copies the number gets the usual hyphen.
    'tel-non-breaking': ['error', { ignoreClasses: ['nobreak'] }],
    // In a table written by hand HTML supplies the `tbody` itself.
    'prefer-tbody': 'off',
    // A table that scrolls sideways is a focusable, named `region`: a `section` would say the same,
    // but only with a name, and readers of the markup take it for a part of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

/** The usual loader puts the configuration together again for every page, at three times the cost. */
class OnceLoader extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor('page.html');
    return this.#resolved;
  }
}

/** Tables laid out as cards lose their meaning in browsers unless these say it again. */
const TABLE_ROLES = /^Redundant role "(?:table|rowgroup|row|columnheader|rowheader|cell)"/;

/**
 * Errors and warnings of every page below a folder: one line for each fault, with how often it
 * is found and where first, for a template repeats its slips on hundreds of pages.
 */
export function htmlFaults(folder: string): string[] {
  const validator = new HtmlValidate(new OnceLoader(CONFIG));
  const faults = new Map<string, { first: string; count: number }>();
  for (const file of htmlFiles(listFiles(folder))) {
    const html = readFileSync(join(folder, file), 'utf8');
    for (const { messages } of validator.validateStringSync(html, file).results) {
      for (const { ruleId, message, selector } of messages) {
        if (ruleId === 'no-redundant-role' && TABLE_ROLES.test(message)) continue;
        const fault = `${ruleId}: ${message}`;
        const known = faults.get(fault) ?? { first: `${file} ${selector ?? ''}`, count: 0 };
        faults.set(fault, { ...known, count: known.count + 1 });
      }
    }
  }
  return [...faults].map(([fault, { first, count }]) => `${fault} (${count}×, first ${first})`);
}
