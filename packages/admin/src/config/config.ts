import type { EditorSettings } from '../settings.ts';
import { collections, type FormDefaults } from './collections.ts';
import type { DecapConfig } from './decap.ts';
import type { EditorFacts } from './facts.ts';

/**
 * Decap's configuration for a county, from our schemas and the county's own files: the collections of
 * one domain, or those of no domain. All of them at once would take a browser seconds to begin. Pure.
 */
export function editorConfig(
  facts: EditorFacts,
  settings: EditorSettings,
  domain?: string,
  begin?: FormDefaults,
): DecapConfig {
  return {
    load_config_file: false,
    locale: 'zh_Hans',
    backend: settings.backend,
    publish_mode: settings.workflow ? 'editorial_workflow' : 'simple',
    // Every file stands beside its entry; this is only asked for because Decap wants one.
    media_folder: `content/${facts.county}/_media`,
    public_folder: '',
    // Where a pull request's pages are shown, GitHub has their address as this check (`columns show`).
    show_preview_links: settings.backend['preview_context'] !== undefined,
    // The page has its own name over the button; without an address Decap shows hers.
    logo: { src: NO_PICTURE, show_in_header: false },
    // Its search reads every file of every collection; ours asks the column's own list of entries.
    search: false,
    slug: { encoding: 'ascii', clean_accents: true },
    collections: collections(facts, domain, begin),
  };
}

/** A picture of nothing. */
const NO_PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%221%22 height=%221%22/%3E';
