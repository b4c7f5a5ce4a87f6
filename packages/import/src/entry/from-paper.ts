import type { KindId } from '@columns/content';
import { KINDS } from '@columns/content';
import type { Block, Covers, Paper } from '@columns/office/paper';
import { isParagraph, plain, textOf } from '@columns/office/paper';
import { oneLine } from '@columns/office/words';
import { recognise } from '../facts/recognise.ts';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';
import type { LabelledPaper } from '../shape/labels.ts';
import { frontMatter } from '../write/front-matter.ts';
import { inlinesOf, plainText, toMarkdown } from '../write/markdown.ts';
import { besideOf, missingFiles, takeBeside } from './attachments.ts';
import { datesFor } from './dates.ts';
import type { Draft } from './draft.ts';
import { draftNote } from './draft.ts';
import { explainedBy } from './explained.ts';
import { fieldsOfKind } from './fields/index.ts';
import { fileTitle } from './file-title.ts';
import { headerFor } from './header.ts';
import { idFor } from './id.ts';
import { guessKind } from './kind.ts';
import { placeFor } from './place.ts';
import type { NamedFile, Setting, Source } from './setting.ts';

/** Papers that are pictures of themselves: the file goes with the entry, for nobody can tell by the text alone. */
const FIXED = ['PDF', 'OFD'];

/** An entry from a document's text. */
export function draftFromPaper(paper: LabelledPaper, source: Source, setting: Setting): Draft {
  const known = recognise(paper);
  const remarks = [...known.remarks, ...unusedNotes(paper)];
  const named = titleOfName(source.base);
  const title = stringOf(setting.set['title']) ?? known.facts.title ?? named;
  if (title !== undefined && title === named && known.facts.title === undefined) {
    remarks.push(remark('guessed', '文中没有标题，取文件名作标题，请核对'));
  }
  if (title !== known.facts.title && known.facts.title !== undefined)
    remarks.push(
      remark('note', `文中的标题是“${known.facts.title}”，已按 --set 改写`, {
        words: [known.facts.title],
      }),
    );
  if (title === undefined) {
    throw new ImportFailure(
      'no-text',
      known.blocks.length === 0
        ? '文件中没有文字（可能只有图片，或只是一个附件的链接）'
        : '看不出标题',
      known.blocks.length === 0
        ? '请取得有文字的文件，或在编辑页面中手工录入'
        : '加上 --set title=标题',
    );
  }
  const facts = { ...known.facts, title };
  const text = plainText(known.blocks);
  const guessed = guessKind(facts, known.blocks);
  const explained =
    (setting.kind ?? guessed) === 'interpretation'
      ? explainedBy(`${title}\n${text}`, setting, remarks)
      : {};
  // Without the document that it explains, what was only taken for an interpretation is none yet.
  const isLoose =
    guessed === 'interpretation' && setting.kind === undefined && explained === undefined;
  const kind: KindId = setting.kind ?? (isLoose ? 'notice' : guessed);
  if (setting.kind === undefined)
    remarks.push(remark('guessed', `体裁按标题和文号定为“${KINDS[kind].name}”，请核对`));
  const place = placeFor(setting, source, facts, kind, remarks);
  const dates = datesFor(withSetDates(facts, setting), `${title}\n${text}`, remarks);
  const published = stringOf(setting.set['published']) ?? dates.published;
  const year = Number(published.slice(0, 4));
  const id = setting.id ?? idFor(source.base, title, year);
  const base = `${place.folder}/${year}/${id}`;
  const common = headerFor({ facts, dates, kind, place, source }, setting, remarks);
  const open = (common['attribute'] as { type?: string } | undefined)?.type === '主动';
  // What is not open to all is registered, whatever kind it is of.
  const special = open
    ? fieldsOfKind(kind, title, known.blocks)
    : { fields: {}, blocks: known.blocks, remarks: [] };
  remarks.push(...special.remarks);
  const header: Record<string, unknown> = { ...special.fields, ...explained, ...common };
  const files = new Map<string, string | Uint8Array>();
  const written = toMarkdown(open ? special.blocks : [], { id, notes: paper.notes });
  remarks.push(...written.remarks);
  if (!open)
    remarks.push(
      remark(
        'left-out',
        '公开属性不是主动公开，正文、表格和附件都没有写入（仓库对公众可见），只登记一行',
        coverAll(known.blocks, paper.notes),
      ),
    );
  else if (KINDS[kind].body === 'required' && written.text.trim() === '') {
    throw new ImportFailure(
      'no-text',
      known.downloads.length > 0
        ? `标题下没有正文，只有附件：${known.downloads.join('、')}`
        : '标题下没有正文（原文可能只有图片）',
      known.downloads.length > 0
        ? '请取得附件，导入附件本身'
        : '请取得有文字的文件，或在编辑页面中手工录入',
    );
  }
  const offered = paper.offered ?? [];
  const beside = besideOf(
    [...known.attachments, ...offered, ...known.downloads.map((name) => ({ name }))],
    source,
  );
  const attachments = open
    ? takeBeside(
        beside,
        source,
        setting.attach || FIXED.includes(paper.draft ?? ''),
        title,
        base,
        files,
        remarks,
      )
    : [];
  const isHere = (named: NamedFile) => source.beside?.(named) !== undefined;
  remarks.push(...missingFiles(offered.filter((each) => !isHere(each))));
  for (const name of known.downloads) {
    const linked = offered.some((each) => each.name === name);
    if (!linked && !isHere({ name }))
      remarks.push(
        remark('left-out', `原网页上的附件“${name}”不在所给文件中，请另行放入`, { words: [name] }),
      );
  }
  if (open)
    for (const { name, bytes } of paper.pictures)
      if (written.pictures.includes(name)) files.set(`${base}/${name}`, bytes);
  const body =
    paper.draft !== undefined && open
      ? `${draftNote(paper.draft, '分段、表格、标点')}\n\n${written.text}`
      : written.text;
  const fields = { ...header, ...(attachments.length > 0 ? { attachments } : {}) };
  files.set(`${base}.md`, `${frontMatter(kind, fields)}${body === '' ? '' : `\n${body}`}`);
  return {
    id,
    kind,
    title,
    place: base,
    files,
    beside: beside.map(({ path }) => path),
    withheld: !open,
    facts,
    counts: {
      headings: known.blocks.filter((block) => isParagraph(block) && block.level !== undefined)
        .length,
      tables: known.blocks.filter((block) => !isParagraph(block)).length,
      sections: known.sections.length,
      pictures: written.pictures.length,
      notes: paper.notes.size,
    },
    remarks,
    text: `${title}\n${text}`,
  };
}

/** Everything in blocks that are left out whole. */
export function coverAll(blocks: readonly Block[], notes: Paper['notes']): Covers {
  const inside = [...blocks.flatMap(inlinesOf), ...[...notes.values()].flat()];
  return {
    words: [
      ...blocks.map(textOf),
      ...[...notes.values()].map(plain),
      ...inside.flatMap((each) =>
        each.type === 'picture'
          ? [each.alt]
          : each.type === 'text' && each.link !== undefined
            ? [each.link]
            : [],
      ),
    ],
    pictures: inside.filter(({ type }) => type === 'picture').length,
  };
}

/** Notes that no place of the text names are shown nowhere, in the file as in the entry. */
function unusedNotes({ blocks, notes }: Paper): Remark[] {
  const used = new Set(
    [...blocks.flatMap(inlinesOf), ...[...notes.values()].flat()].flatMap((each) =>
      each.type === 'note' ? [each.id] : [],
    ),
  );
  const left = [...notes].filter(([id]) => !used.has(id)).map(([, content]) => plain(content));
  const words = left.filter((text) => text.trim() !== '');
  if (words.length === 0) return [];
  const told = words.map((text) => `“${oneLine(text)}”`).join('、');
  return [remark('left-out', `${words.length} 个注在正文中没有注号，没有写入：${told}`, { words })];
}

/** A file named in Chinese is mostly named by its title. */
function titleOfName(base: string): string | undefined {
  const stem = fileTitle(base);
  return /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(stem)
    ? stem
    : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withSetDates<T extends { published?: string; formed?: string }>(
  facts: T,
  { set }: Setting,
): T {
  const published = stringOf(set['published']);
  const formed = stringOf(set['formed']);
  return {
    ...facts,
    ...(published === undefined ? {} : { published }),
    ...(formed === undefined ? {} : { formed }),
  };
}
