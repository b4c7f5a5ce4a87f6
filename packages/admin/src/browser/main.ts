import themeStyles from '@columns/theme/styles?inline';
import { editorConfig } from '../config/config.ts';
import { entryFormat } from '../text/format.ts';
import { type Implementation, widen } from './backend.ts';
import { bodyControl } from './body/widget.ts';
import { mountChooser, scopeAt } from './chooser.ts';
import { h, type ImmutableMap } from './decap-global.ts';
import { type EditorFile, editor } from './editor.ts';
import { PHRASES } from './phrases.ts';
import previewStyles from './preview.css?inline';
import { Preview } from './preview.ts';
import { rowsControl } from './rows-widget.ts';
import { type FileControl, namedFileControl, watchUploads } from './uploads.ts';
import {
  choiceControl,
  dateControl,
  entryControl,
  idControl,
  itemControl,
  type WidgetProps,
} from './widgets.ts';

/** Starts the editor that `editor.json` beside the page describes. */
async function start(): Promise<void> {
  const response = await fetch('editor.json');
  const { facts, files, settings } = (await response.json()) as EditorFile;
  const domain = scopeAt(facts);
  const config = editorConfig(facts, settings, domain);
  editor.facts = facts;
  editor.files = files;
  for (const { name, folder } of config.collections) editor.folders.set(name, folder);

  const { CMS } = window;
  const name = String(settings.backend['name']);
  const backend = CMS.getBackend(name);
  if (!backend) throw new Error(`No backend ${name}.`);
  const init = backend.init.bind(backend);
  backend.init = (...given) => widen(init(...given) as Implementation);

  CMS.registerCustomFormat('columns-entry', 'md', entryFormat);
  const widgets = {
    'columns-body': bodyControl,
    'columns-id': idControl,
    'columns-item': itemControl,
    'columns-choice': choiceControl,
    'columns-date': dateControl,
    'columns-entry': entryControl,
    'columns-rows': rowsControl,
  };
  for (const [widget, control] of Object.entries(widgets)) {
    CMS.registerWidget(widget, window.createClass(control), ({ value }: WidgetProps) =>
      h('span', null, typeof value === 'string' ? value : ''),
    );
  }
  const file = CMS.getWidget('file');
  if (!file) throw new Error('No widget file.');
  const control = namedFileControl(file.control as new (...given: never[]) => FileControl);
  CMS.registerWidget('file', control, file.preview, file.schema);
  watchUploads();
  CMS.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const data = entry.get('data') as ImmutableMap;
      return data.set('filed', String(data.get('published') ?? '').slice(0, 4));
    },
  });
  CMS.registerLocale('zh_Hans', merged(CMS.getLocale('zh_Hans'), PHRASES));
  CMS.registerPreviewStyle(themeStyles, { raw: true });
  CMS.registerPreviewStyle(previewStyles, { raw: true });
  for (const collection of config.collections) {
    CMS.registerPreviewTemplate(collection.name, Preview);
  }
  mountChooser(domain, new Date());
  CMS.init({ config });
}

type Phrases = { readonly [key: string]: string | Phrases };

/** Our words over Decap's own. */
function merged(own: Record<string, unknown>, more: Phrases): Record<string, unknown> {
  const entries = Object.entries(more).map(([key, value]) => {
    const before = own[key];
    return [
      key,
      typeof value === 'string' ? value : merged((before ?? {}) as Record<string, unknown>, value),
    ];
  });
  return { ...own, ...Object.fromEntries(entries) };
}

void start();
