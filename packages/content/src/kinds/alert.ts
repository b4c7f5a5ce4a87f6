import { z } from 'zod';
import { entryRef, id, line, moment, ordinal, paragraphs, telephone } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

/** 《突发事件应对法》: 预警 by colour, 突发事件 by grade. */
const ALERT_FORMS = ['预警', '突发事件'] as const;
const SORTS = ['自然灾害', '事故灾难', '公共卫生事件', '社会安全事件'] as const;
const COLOURS = ['蓝色', '黄色', '橙色', '红色'] as const;
const GRADES = ['一般', '较大', '重大', '特别重大'] as const;
const BULLETIN_FORMS = ['首次发布', '续报', '新闻发布会', '处置结果', '解除'] as const;

const bulletin = z.strictObject({
  number: ordinal().meta({ title: '第几号' }),
  at: moment().meta({ title: '发布时间' }),
  form: z.enum(BULLETIN_FORMS).meta({ title: '类别' }),
  text: paragraphs().meta({ title: '内容', description: '已经核实的情况和措施；不写伤亡人员姓名' }),
});

/**
 * 预警和突发事件: what threatens whom from when until when, what to do, and every bulletin with its hour: of grave
 * events the first within 5 hours, the press conference within 24 (2019年度六安市政务公开目标任务责任清单第6项).
 */
export const alert = defineKind({
  id: 'alert',
  name: '预警和突发事件',
  group: 'participation',
  hint: '预警信息，突发事件的权威发布；有效期内在首页、乡镇页和公开专区提示',
  csv: false,
  body: 'optional',
  references: ['briefings'],
  names: { briefings: ['briefing'] },
  shape: {
    form: z.enum(ALERT_FORMS).meta({ title: '类别' }),
    sort: z.enum(SORTS).meta({ title: '事件类型' }),
    what: line().meta({ title: '灾种或事件', description: '如 暴雨、地质灾害、森林火险' }),
    colour: z.enum(COLOURS).optional().meta({ title: '预警级别', description: '预警必填' }),
    grade: z.enum(GRADES).optional().meta({ title: '事件级别', description: '突发事件必填' }),
    area: line().meta({ title: '影响范围' }),
    towns: z.array(id()).min(1).optional().meta({
      title: '涉及的乡镇（街道）',
      description: '乡镇编号；只在这些乡镇的页面提示。不写时全县都提示',
    }),
    from: moment().meta({ title: '起始时间', description: '突发事件写发生时间' }),
    until: moment()
      .optional()
      .meta({ title: '结束时间', description: '预警必填；解除的写解除时间' }),
    advice: z.array(line()).min(1).meta({ title: '防范建议', description: '每条一行' }),
    telephone: telephone().optional().meta({ title: '值班电话' }),
    bulletins: z.array(bulletin).min(1).meta({ title: '发布', description: '从早到晚，每号一项' }),
    briefings: z.array(entryRef()).min(1).optional().meta({
      title: '新闻发布会',
      description: '本专栏中新闻发布会的编号',
    }),
  },
  contradictions: (data) => [...endsBefore(data), ...levelMissing(data), ...bulletinsWrong(data)],
});

interface Levels {
  readonly form: (typeof ALERT_FORMS)[number];
  readonly colour?: string | undefined;
  readonly grade?: string | undefined;
  readonly until?: string | undefined;
}

/** A warning has its colour and its end, an event its grade; neither has the other's. */
function levelMissing({ form, colour, grade, until }: Levels): Contradiction[] {
  const faults: Contradiction[] = [];
  const fault = (path: string, message: string, expected: string) =>
    faults.push({ path: [path], message, expected });
  if (form === '预警') {
    if (colour === undefined) fault('form', '预警没有写级别', `colour：${COLOURS.join('、')}`);
    if (grade !== undefined)
      fault('grade', '预警写了事件级别', '预警只写 colour；是事件的，form 写“突发事件”');
    if (until === undefined)
      fault('form', '预警没有写结束时间', 'until，如 2026-06-12 20:00；延长的改这个时间');
  } else {
    if (grade === undefined) fault('form', '突发事件没有写级别', `grade：${GRADES.join('、')}`);
    if (colour !== undefined)
      fault('colour', '突发事件写了预警级别', '突发事件只写 grade；是预警的，form 写“预警”');
  }
  return faults;
}

/** To the minute: one that ends as it begins never holds. */
function endsBefore({
  from,
  until,
}: {
  readonly from: string;
  readonly until?: string | undefined;
}): Contradiction[] {
  if (until === undefined || until > from) return [];
  return [
    {
      path: ['until'],
      message: `结束时间 ${until} 不晚于起始时间 ${from}`,
      expected: `晚于 ${from}`,
    },
  ];
}

interface Told {
  readonly form: (typeof ALERT_FORMS)[number];
  readonly from: string;
  readonly bulletins: readonly { readonly number: number; readonly at: string }[];
}

/** Numbers go up, each once, and so do the hours; of an event nothing is told before it happened. */
function bulletinsWrong({ form, from, bulletins }: Told): Contradiction[] {
  return bulletins.flatMap(({ number, at }, index): Contradiction[] => {
    const fault = (field: string, message: string, expected: string) => [
      { path: ['bulletins', index, field], message, expected },
    ];
    const same = bulletins.findIndex((other) => other.number === number);
    if (same < index)
      return fault(
        'number',
        `第 ${number} 号已经是第 ${same + 1} 项`,
        '每号只发布一次，续报用下一个号',
      );
    const before = bulletins[index - 1];
    if (before && number < before.number)
      return fault('number', `第 ${number} 号排在第 ${before.number} 号之后`, '按号从小到大');
    if (before && at < before.at)
      return fault(
        'at',
        `第 ${number} 号的时间 ${at} 早于第 ${before.number} 号的 ${before.at}`,
        `不早于 ${before.at}`,
      );
    if (index === 0 && form === '突发事件' && at < from)
      return fault('at', `第 ${number} 号的时间 ${at} 早于事件发生的 ${from}`, `不早于 ${from}`);
    return [];
  });
}
