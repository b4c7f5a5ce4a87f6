import { kindName } from '@columns/content';
import { sentenceOf } from '../../text/form-words.ts';
import { toFile } from '../../text/format.ts';
import { filesOf, unpack } from '../../text/parcel.ts';
import { type Element, h, type ImmutableMap } from '../decap-global.ts';
import { editor } from '../editor.ts';
import { entryList } from '../entry-list.ts';
import { type JudgedForm, judgedForm, mediaOf, pathOf, watchFindings } from '../form/judged.ts';
import { jumpTo } from '../form/jump.ts';
import type { Answered, Ask } from './ask.ts';
import { type Drawer, drawer } from './drawer.ts';
import { type PageFrame, pageFrame, SANDBOX } from './page-frame.ts';

interface PreviewProps {
  readonly entry: ImmutableMap;
}

interface State {
  readonly phone: boolean;
  /** Why the page is not drawn as the form now is. */
  readonly told?: string | undefined;
}

interface Preview {
  readonly props: PreviewProps;
  readonly state: State;
  setState(state: Partial<State>, done?: () => void): void;
  drawer?: Drawer;
  stop?: () => void;
  frame?: PageFrame;
  element?: HTMLIFrameElement | null;
  drawn?: { readonly data: unknown; readonly files: unknown };
  fit(): void;
  hold(element: HTMLIFrameElement | null): void;
  draw(): void;
  answered(answered: Answered): void;
}

/** Whether the preview is as narrow as a telephone: as the officer last chose. */
let phone = false;

/**
 * What the rules find, and below it the entry's page: drawn in a thread by the components that draw it on the
 * site, and shown in a frame where nothing runs.
 */
export const preview = {
  getInitialState: (): State => ({ phone }),
  componentDidMount(this: Preview) {
    this.drawer = drawer((answered) => this.answered(answered));
    window.addEventListener('resize', this.fit);
    this.stop = watchFindings(() => this.setState({}));
    this.draw();
  },
  componentDidUpdate(this: Preview) {
    this.draw();
  },
  componentWillUnmount(this: Preview) {
    window.removeEventListener('resize', this.fit);
    this.stop?.();
    this.drawer?.stop();
  },
  fit(this: Preview) {
    this.frame?.fit();
  },
  hold(this: Preview, element: HTMLIFrameElement | null) {
    if (!element || element === this.element) return;
    this.element = element;
    this.frame = pageFrame(element);
  },
  draw(this: Preview) {
    const { entry } = this.props;
    const data = entry.get('data');
    const files = entry.get('mediaFiles');
    if (this.drawn?.data === data && this.drawn?.files === files) return;
    this.drawn = { data, files };
    this.drawer?.draw(() => askOf(entry));
  },
  answered(this: Preview, answered: Answered) {
    if ('drawn' in answered) this.frame?.show(answered.drawn, mediaOf(this.props.entry));
    const told = 'told' in answered ? answered.told : undefined;
    if (told !== this.state.told) this.setState({ told });
  },
  render(this: Preview): Element {
    const { told } = this.state;
    const width = (label: string, narrow: boolean) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': this.state.phone === narrow,
          onClick: () => {
            phone = narrow;
            this.setState({ phone }, this.fit);
          },
        },
        label,
      );
    return h(
      'div',
      { className: 'editor-preview' },
      findingsBox(judgedForm(this.props.entry)),
      h(
        'div',
        { className: 'preview-bar' },
        h('span', null, '网页的样子'),
        width('电脑', false),
        width('手机', true),
        told === undefined ? null : h('span', { role: 'status' }, told),
      ),
      h('iframe', {
        className: this.state.phone ? 'preview-page phone' : 'preview-page',
        sandbox: SANDBOX,
        title: '网页的样子',
        ref: this.hold,
      }),
      h(
        'p',
        { className: 'preview-more' },
        '发布后，网页上还会列出提到这条信息的解读、清单和同一事项的其他信息，补上上级文件的链接、办事地点的地址和电话。',
      ),
    );
  },
};

/** What the page is drawn of: the form as it would be saved. */
async function askOf(entry: ImmutableMap): Promise<Ask> {
  const data = (entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {};
  const path = pathOf(entry, data);
  const { county, base } = editor.facts;
  const whole = new URL('../', window.location.href).pathname;
  const { protocol, origin } = window.location;
  return {
    county,
    countyFiles: editor.files,
    own: filesOf(unpack(toFile(data)), path),
    beside: besideOf(entry, data),
    others: await entryList(),
    prefix: whole.endsWith(base) ? whole.slice(0, whole.length - base.length + 1) : '/',
    ...(editor.local || protocol !== 'https:' ? {} : { site: origin }),
  };
}

/** Files that the entry has or will have: those that Decap holds, and those that are listed. */
function besideOf(entry: ImmutableMap, data: Record<string, unknown>): Ask['beside'] {
  const held = mediaOf(entry).map(({ name, size, file }) => ({ name, size: size ?? file?.size }));
  const given = data['attachments'];
  const listed = (Array.isArray(given) ? given : []).flatMap((each: { file?: unknown }) =>
    typeof each?.file === 'string' && each.file !== ''
      ? [{ name: each.file, size: undefined }]
      : [],
  );
  const files = new Map([...listed, ...held].map(({ name, size }) => [name, size]));
  return [...files].map(([name, size]) => (size === undefined ? { name } : { name, size }));
}

const LEVELS = { error: '错误', warning: '提醒' } as const;

/** What is found of the entry, each leading to its field of the form. */
function findingsBox(judged: JudgedForm | undefined): Element {
  if (!judged) return h('section', { className: 'editor-findings' }, h('p', null, '正在检查……'));
  const { said, entry } = judged;
  const errors = said.filter(({ level }) => level === 'error').length;
  const say =
    said.length === 0
      ? '没有发现问题。附件里的文字和与其他信息的关系，提交后还要检查。'
      : `发现 ${errors} 个错误、${said.length - errors} 个提醒${errors > 0 ? '；有错误时不能发布' : ''}。点一条，到填写它的地方。`;
  return h(
    'section',
    { className: 'editor-findings', 'data-errors': errors, 'aria-live': 'polite' },
    h('p', null, h('strong', null, entry ? `${kindName(entry.data.kind)}：${say}` : say)),
    said.length === 0
      ? null
      : h(
          'ul',
          null,
          ...said.map((finding) => {
            const { level, rule, name } = finding;
            const text = `${LEVELS[level]}：${sentenceOf(finding)}`;
            return h(
              'li',
              { className: level, 'data-rule': rule },
              name === undefined
                ? text
                : h('button', { type: 'button', onClick: () => jumpTo(name) }, text),
            );
          }),
        ),
  );
}
