import { amountNumber, type EntryOf } from '@columns/content';
import type { Chart, ChartMark } from '@columns/export/chart';
import { getColumn, getGroup } from './column.ts';
import { isAdjusted, otherLists } from './lists.ts';
import { mainFirst } from './main-first.ts';
import { drawsByNames, type MoneyForm, withCommas, yearTotals } from './money.ts';
import { projects } from './projects.ts';

/** Every form that says what is drawn of it, with its open registers in force. */
export function moneyForms(): MoneyForm[] {
  return getColumn()
    .forms.filter(({ picture }) => picture !== undefined)
    .map((form) => ({
      form,
      registers: mainFirst(
        (getGroup('form', form.name) as EntryOf<'register'>[]).filter(
          (entry) => !isAdjusted(entry),
        ),
      ),
    }));
}

/** Totals from year to year, for forms of which several years are told. */
export function yearCharts(of: MoneyForm): Chart[] {
  const { picture, columns } = of.form;
  if (!picture) return [];
  const groups = columns.find(({ name }) => name === picture.group)?.values ?? [''];
  return groups.flatMap((group): Chart[] => {
    const totals = yearTotals(of, group);
    if (totals.length < 2) return [];
    const marks = totals.map(({ year, sum }, index): ChartMark => {
      const before = totals[index - 1];
      const change = before && amountNumber(sum) / amountNumber(before.sum) - 1;
      const note =
        change === undefined || !Number.isFinite(change)
          ? undefined
          : `比上年${change >= 0 ? '增加' : '减少'} ${Math.abs(change * 100).toFixed(1)}%`;
      return { label: `${year}年`, note, value: amountNumber(sum), text: withCommas(sum) };
    });
    const unit = /（((?:万|亿)?元)）$/.exec(picture.amount[0] ?? '')?.[1] ?? '元';
    return [{ title: `${group || of.form.name}，逐年`, unit, over: 'names', marks }];
  });
}

/** Open tables of no form that tell money by place, newest first. */
export function moneyByPlace(): EntryOf<'register'>[] {
  return otherLists().filter((entry) => drawsByNames(entry.table?.columns ?? []));
}

const MOST_PROJECTS = 12;

/** What the projects cost, the dearest first. */
export function projectChart(): Chart | undefined {
  const rows = projects()
    .map((project) => ({ name: project.data.title, value: Number(project.data.investment) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  if (rows.length === 0) return undefined;
  const marks = rows
    .slice(0, MOST_PROJECTS)
    .map(({ name, value }) => ({ label: name, value, text: value.toLocaleString('en-US') }));
  return { title: '重大建设项目总投资', unit: '万元', over: 'names', marks };
}
