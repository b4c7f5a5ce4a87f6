import themeStyles from '@columns/theme/styles?inline';
import { editorConfig } from '../config/config.ts';
import { dayOf } from '../text/dates.ts';
import { entryFormat } from '../text/format.ts';
import { type Implementation, widen } from './backend.ts';
import { bodyControl } from './body/widget.ts';
import { mountChooser, scopeAt } from './chooser.ts';
import { choiceControl, entryControl, formNameControl, itemControl } from './controls/choice.ts';
import { dateControl } from './controls/date.ts';
import { filesControl } from './controls/files.ts';
import { besideIdControl, idControl } from './controls/id.ts';
import { linesControl, numbersControl, switchControl } from './controls/lines.ts';
import type { WidgetProps } from './controls/props.ts';
import { wordsControl } from './controls/words.ts';
import { h } from './decap-global.ts';
import { type EditorFile, editor } from './editor.ts';
import { draftSaved, keepDrafts } from './form/drafts.ts';
import { mountFormBar } from './form/form-bar.ts';
import { type Control, joined } from './form/joined.ts';
import { judgedForm, readListed } from './form/judged.ts';
import { moreControl } from './form/more.ts';
import { openForm } from './form/open-form.ts';
import { rememberedUnit, rememberUnit } from './form/remembered.ts';
import { mountSaveButton } from './form/save-button.ts';
import { afterSave, beforePublish, beforeSave } from './form/saving.ts';
import { markList } from './list-marks.ts';
import { loadSoon } from './parts.ts';
import { phrases } from './phrases.ts';
import previewStyles from './preview/preview.css?inline';
import { preview } from './preview/preview.ts';
import { rowsControl } from './rows-widget.ts';
import { watchForms } from './uploads.ts';

/** Our controls, by the names that the configuration has for them; `boolean` and `string` are in place of Decap's. */
const CONTROLS = {
  'columns-body': bodyControl,
  'columns-id': idControl,
  'columns-id-beside': besideIdControl,
  'columns-item': itemControl,
  'columns-choice': choiceControl,
  'columns-form-name': formNameControl,
  'columns-day': dateControl,
  'columns-date': dateControl,
  'columns-entry': entryControl,
  'columns-lines': linesControl,
  'columns-numbers': numbersControl,
  'columns-files': filesControl,
  'columns-rows': rowsControl,
  'columns-more': moreControl,
  boolean: switchControl,
  string: wordsControl,
};

/** Decap's own that the forms have. */
const THEIRS = ['text', 'number', 'select', 'list', 'object'];

/** Starts the editor that `editor.json` beside the page describes. */
async function start(): Promise<void> {
  const response = await fetch('editor.json');
  const { facts, files, settings, styles } = (await response.json()) as EditorFile;
  const domain = scopeAt(facts);
  const unit = rememberedUnit(facts);
  const begin = { today: dayOf(new Date()), ...(unit === undefined ? {} : { unit }) };
  const config = editorConfig(facts, settings, domain, begin);
  editor.facts = facts;
  editor.files = files;
  editor.styles = styles;
  editor.local = settings.backend['name'] === 'proxy';
  editor.workflow = settings.workflow;
  // Decap offers to look for a preview also where nobody makes one.
  document.body.toggleAttribute('data-no-previews', !config.show_preview_links);
  for (const { name, folder } of config.collections) editor.folders.set(name, folder);

  const { CMS } = window;
  const name = String(settings.backend['name']);
  const backend = CMS.getBackend(name);
  if (!backend) throw new Error(`No backend ${name}.`);
  const init = backend.init.bind(backend);
  backend.init = (...given) => widen(init(...given) as Implementation);

  CMS.registerCustomFormat('columns-entry', 'md', entryFormat);
  const shown = ({ value }: WidgetProps) => h('span', null, typeof value === 'string' ? value : '');
  for (const [widget, control] of Object.entries(CONTROLS)) {
    const made = window.createClass(control) as new (...given: never[]) => Control;
    CMS.registerWidget(widget, joined(made), shown);
  }
  for (const widget of THEIRS) {
    const own = CMS.getWidget(widget);
    if (!own) throw new Error(`No widget ${widget}.`);
    const control = joined(own.control as new (...given: never[]) => Control);
    CMS.registerWidget(widget, control, own.preview, own.schema);
  }
  watchForms();
  CMS.registerEventListener({ name: 'preSave', handler: ({ entry }) => beforeSave(entry) });
  CMS.registerEventListener({
    name: 'postSave',
    handler: async ({ entry }) => {
      rememberUnit(entry);
      await draftSaved();
      afterSave();
      return undefined;
    },
  });
  CMS.registerEventListener({ name: 'prePublish', handler: ({ entry }) => beforePublish(entry) });
  CMS.registerLocale('zh_Hans', phrases(settings.workflow));
  CMS.registerPreviewStyle(themeStyles, { raw: true });
  CMS.registerPreviewStyle(previewStyles, { raw: true });
  const shownPage = window.createClass(preview);
  for (const collection of config.collections) {
    CMS.registerPreviewTemplate(collection.name, shownPage);
  }
  // First: what else needs the list takes it from this one request.
  void readListed();
  mountChooser(domain, new Date());
  mountFormBar();
  mountSaveButton();
  keepDrafts();
  markList();
  // The form is judged also while its preview is closed.
  openForm.watch(() => {
    const entry = openForm.entry();
    if (entry) judgedForm(entry);
  });
  CMS.init({ config });
  loadSoon();
}

void start();
