import type { Entry } from '@columns/content';
import { phoneParts } from '@columns/search/telephone';
import type { Bundle } from './bundles.ts';
import { entryHref, getColumn, getKind, href } from './column.ts';
import { type Guide, openGuides } from './guides.ts';

/**
 * 长者模式 as a way through the column: one question a screen, each answer a large button that leads to the next
 * screen or to the answer. The screens are pages like all others, so they need no script.
 */

/** One large button; without an address it only says something (a number that nobody can ring). */
export interface ElderChoice {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly address?: string | undefined;
}

export interface ElderScreen {
  /** Below `elder/`; the first screen has none. */
  readonly path?: string;
  readonly question: string;
  readonly choices: readonly ElderChoice[];
  /** Where 上一步 leads, below the base. */
  readonly back: string;
}

const to = (path: string) => href(path);

/** The eight buttons of the first screen, which the home page shows too while the mode is on. */
export function elderStart(): readonly ElderChoice[] {
  const { county, towns } = getColumn();
  const where =
    towns.length > 0
      ? { title: '我的乡镇', hint: '地址、电话和通知', address: to('elder/towns/') }
      : county.level === 'county'
        ? { title: '找单位', hint: '地址和电话', address: to('units/') }
        : { title: '我的县区', hint: '进入所在的县区', address: to('counties/') };
  return [
    { title: '办事', hint: '要带什么，去哪儿办', address: to('elder/guides/') },
    { title: '打电话', hint: '有事直接问', address: to('elder/calls/') },
    where,
    { title: '养老和补贴', hint: '老年人能享受什么', address: to('elder/benefits/') },
    { title: '看通知', hint: '停水、报名、检查', address: to('kinds/notice/') },
    { title: '查一查', hint: '写几个字来找', address: to('search/') },
    { title: '提意见', hint: '正在征求的意见', address: to('kinds/consultation/') },
    { title: '听和看', hint: '朗读、大字、退出', address: to('access/') },
  ];
}

/** Every screen. */
export function elderScreens(): ElderScreen[] {
  const { towns } = getColumn();
  const matters: (Bundle | Guide)[] = [...getKind('bundle'), ...openGuides()];
  const domains = byDomain(matters);
  const many = matters.length > MOST && domains.length > 1;
  return [
    { question: '您想做什么？', choices: elderStart(), back: '' },
    {
      path: 'guides',
      question: many ? '您要办哪方面的事？' : '您要办什么事？',
      choices: many
        ? domains.map(({ id, name, list }) => ({
            title: name,
            hint: `${list.length} 件`,
            address: to(`elder/guides/${id}/`),
          }))
        : matters.map(sheetOf),
      back: 'elder/',
    },
    ...(many ? domains : []).map(({ id, list }) => ({
      path: `guides/${id}`,
      question: '您要办什么事？',
      choices: list.map(sheetOf),
      back: 'elder/guides/',
    })),
    { path: 'calls', question: '您要打给谁？', choices: calls(), back: 'elder/' },
    {
      path: 'benefits',
      question: '您要问哪一件？',
      choices: matters
        .filter(({ data }) => data.audience?.includes('老年人'))
        .sort((a, b) => Number(hasAmount(b)) - Number(hasAmount(a)))
        .map(sheetOf),
      back: 'elder/',
    },
    {
      path: 'towns',
      question: '您住在哪个乡镇（街道）？',
      choices: towns.map(({ id, name }) => ({ title: name, address: to(`towns/${id}/`) })),
      back: 'elder/',
    },
  ];
}

/** What one gets stands before what one has to do. */
const hasAmount = ({ data }: Guide | Bundle) => data.kind === 'guide' && data.amount !== undefined;

/** More matters than these are asked for by domain first. */
const MOST = 8;

function byDomain(matters: readonly (Guide | Bundle)[]) {
  return [...getColumn().domains, { id: 'other', name: '其他' }]
    .map(({ id, name }) => ({
      id,
      name,
      list: matters.filter(({ domain = 'other' }) => domain === id),
    }))
    .filter(({ list }) => list.length > 0);
}

/** A matter's 一次告知单: all that is to be brought and done, on one page. */
function sheetOf(entry: Entry): ElderChoice {
  return { title: entry.data.title, hint: '一次告知单', address: `${entryHref(entry)}sheet/` };
}

function calls(): ElderChoice[] {
  const { consult, towns } = getColumn();
  return [
    ...consult.map(({ name, telephone }) => ({
      title: name,
      hint: telephone,
      address: callOf(telephone),
    })),
    ...(towns.length > 0
      ? [{ title: '乡镇（街道）', hint: '先选您住的地方', address: to('elder/towns/') }]
      : []),
    { title: '各部门和单位', hint: '按名称找', address: to('units/') },
  ];
}

/** What rings the first number of a text; nothing where it is an example's. */
function callOf(text: string): string | undefined {
  const number = phoneParts(text).find(({ call }) => call !== undefined)?.call;
  return number === undefined ? undefined : `tel:${number}`;
}
