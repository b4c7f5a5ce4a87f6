import type { Plan } from './plan.ts';
import type { Prose } from './prose.ts';
import { cell } from './register-shapes.ts';

/** Columns of the tables inside texts. */
const TABLES: readonly (readonly string[])[] = [
  ['项目名称', '实施地点', '总投资（万元）', '责任单位'],
  ['序号', '姓名', '村（社区）', '补助类别'],
  ['事项名称', '责任单位', '办理时限（工作日）'],
  ['乡镇（街道）', '项目名称', '金额（万元）', '用途', '备注'],
  ['检查日期', '被检查单位', '检查结果'],
  ['学校名称', '规模（人）', '咨询电话'],
];

/** The text of one document, grown block by block until it is as long as it should be. */
export class Body {
  readonly #prose: Prose;
  readonly #plan: Plan;
  readonly #target: number;
  readonly #blocks: string[] = [];
  readonly #notes: string[] = [];
  #size = 0;

  constructor(prose: Prose, plan: Plan, target: number) {
    this.#prose = prose;
    this.#plan = plan;
    // Marks, digits and punctuation are not Chinese characters.
    this.#target = target * 1.24;
  }

  get full(): boolean {
    return this.#size >= this.#target;
  }

  /** What is left of the length, roughly. */
  get room(): number {
    return this.#target - this.#size;
  }

  add(block: string): void {
    this.#blocks.push(block);
    this.#size += block.length;
  }

  toString(): string {
    return `${[...this.#blocks, ...this.#notes].join('\n\n')}\n`;
  }

  /** Adds what stands below a heading: mostly paragraphs, now and then something else. */
  anything(): void {
    const { random } = this.#prose;
    const shape = random.weighted([
      ['paragraph', 58],
      ['lead-in', 16],
      ['list', 9],
      ['ordered', 7],
      ['table', 6],
      ['note', 3],
      ['merged', 1],
    ]);
    if (shape === 'paragraph') this.add(this.#prose.paragraph());
    else if (shape === 'lead-in') this.add(this.#prose.leadIn());
    else if (shape === 'list') this.list('-');
    else if (shape === 'ordered') this.list('1.');
    else if (shape === 'table') this.table();
    else if (shape === 'note') this.note();
    else this.merged();
  }

  list(mark: '-' | '1.'): void {
    const { random } = this.#prose;
    const items = Array.from({ length: random.between(3, 7) }, (_, index) => {
      const text = `${this.#prose.action()}，${this.#prose.action()}${random.chance(0.3) ? `（${this.#prose.term()}）` : ''}；`;
      const inner = mark === '-' && random.chance(0.1) ? `\n  - ${this.#prose.sentence()}` : '';
      return `${mark === '-' ? '-' : `${index + 1}.`} ${text}${inner}`;
    });
    this.add(items.join('\n'));
  }

  /** A GFM table, some with a column set right. */
  table(): void {
    const { random } = this.#prose;
    const columns = random.pick(TABLES);
    const rows = random.between(3, this.room > 2500 ? 30 : 9);
    const rule = columns.map((column) => (/元）|人）/.test(column) ? '---:' : '---'));
    const lines = [row(columns), row(rule)];
    for (let index = 0; index < rows; index += 1) {
      lines.push(row(columns.map((column) => this.#cell(column, index))));
    }
    this.add(lines.join('\n'));
  }

  /** A table with merged cells, which only HTML can say (contract 7). */
  merged(): void {
    const { random } = this.#prose;
    const lines = [
      '<table>',
      '<thead>',
      '<tr><th scope="col">乡镇（街道）</th><th scope="col">项目名称</th><th scope="col">金额（万元）</th></tr>',
      '</thead>',
      '<tbody>',
    ];
    for (let group = random.between(2, 4); group > 0; group -= 1) {
      const size = random.between(2, 3);
      const town = this.#cell('乡镇（街道）', 0);
      for (let index = 0; index < size; index += 1) {
        const head = index === 0 ? `<th scope="row" rowspan="${size}">${town}</th>` : '';
        const [name, money] = [this.#cell('项目名称', index), this.#cell('金额（万元）', index)];
        lines.push(`<tr>${head}<td>${name}</td><td>${money}</td></tr>`);
      }
    }
    lines.push('<tr><td colspan="2">合计</td><td>—</td></tr>', '</tbody>', '</table>');
    this.add(lines.join('\n'));
  }

  /** A paragraph with a footnote. */
  note(): void {
    const label = this.#notes.length + 1;
    this.add(`${this.#prose.paragraph(1, 2).slice(0, -1)}[^${label}]。${this.#prose.sentence()}`);
    this.#notes.push(
      `[^${label}]: 见${this.#prose.term()}有关规定，由${this.#plan.unit.name}负责解释。`,
    );
  }

  #cell(column: string, index: number): string {
    return cell(column, index, this.#prose, this.#plan.published);
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
