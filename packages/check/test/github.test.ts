import { describe, expect, it } from 'vitest';
import type { CheckReport, Finding } from '../src/index.ts';
import { githubSummary, REPORTERS } from '../src/index.ts';
import { commandData, commandProperty, markdown } from '../src/report/github-markup.ts';

function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'shape/impossible-date',
    level: 'error',
    file: 'shili/_notice/2023/date.md',
    line: 5,
    column: 12,
    field: 'published（发布日期）',
    value: '2023-02-30',
    message: '“2023-02-30” 不是一个日期',
    mend: '写成真实的日期',
    ...change,
  };
}

function report(findings: readonly Finding[], more: Partial<CheckReport> = {}): CheckReport {
  const county = { id: 'shili', name: '示例县', files: 3, entries: 2, findings, exemptions: [] };
  return { counties: [{ ...county, older: 4 }], strict: false, ...more };
}

const CHANGE = {
  base: 'main',
  added: ['shili/_notice/2023/date.md', 'shili/_notice/2023/date/a.pdf'],
  changed: ['shili/county.yaml', 'shili/_register/2023/list.csv'],
  removed: ['shili/_notice/2022/old.md'],
};

const log = (given: CheckReport) => REPORTERS['github']?.(given, { colour: false }) ?? '';
const commands = (given: CheckReport) =>
  log(given)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('::') || line.includes('##['));

describe('the log of a run on GitHub', () => {
  it('puts a finding on its line', () => {
    expect(commands(report([finding()]))).toEqual([
      '::error file=content/shili/_notice/2023/date.md,line=5,col=12,title=错误::' +
        'published（发布日期）：“2023-02-30” 不是一个日期%0A改法：写成真实的日期%0A规则：shape/impossible-date',
    ]);
  });

  it('puts the first ten on their lines, errors before warnings, and tells all in the log', () => {
    const many = Array.from({ length: 15 }, (_, line) =>
      finding({ line, level: line < 6 ? 'warning' : 'error' }),
    );
    const lines = commands(report(many));
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(9);
    expect(lines.at(-1)).toMatch(/^::warning .*line=0,/);
    expect(log(report(many)).match(/│ {3}(?:错误|提醒)/g)).toHaveLength(15);
  });
});

describe('the summary of a run on GitHub', () => {
  it('tells entries added, changed and removed, errors, warnings and older warnings', () => {
    const summary = githubSummary(report([finding()], { change: CHANGE }));
    expect(summary).toContain('# 内容检查未通过：错误 1 处，提醒 0 处');
    expect(summary).toContain('| 示例县 | 1 | 1 | 1 | 1 | 0 | 4 |');
    expect(summary).toContain('另有 4 处提醒在这次改动之前就有');
    expect(summary).toContain('新增信息 1 个');
    expect(summary).toContain('县区资料等其他文件 1 个');
  });

  it('says that all is well, also where warnings are left', () => {
    expect(githubSummary(report([]))).toContain('# 内容检查通过');
    expect(githubSummary(report([finding({ level: 'warning' })]))).toContain('# 内容检查通过');
    const strict = report([finding({ level: 'warning' })], { strict: true });
    expect(githubSummary(strict)).toContain('# 内容检查未通过');
  });

  it('stays below what GitHub takes, and says what it left out', () => {
    const many = Array.from({ length: 9000 }, (_, index) =>
      finding({ file: `shili/_notice/2023/n${index}.md`, message: '错'.repeat(300) }),
    );
    const summary = githubSummary(report(many));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/另有 \d+ 个文件的问题没有列在这里/);
  });
});

describe('what content tries on the runner', () => {
  /** What an officer's file could bring into a message, a value or its own name. */
  const TRICKS: [string, string][] = [
    ['a workflow command on a line of its own', 'a\n::error file=x::forged\nb'],
    ['a command after a carriage return', 'a\r::set-output name=x::y'],
    ['a command after spaces', '\n   ::add-mask::e'],
    ['the old form of a command', 'a ##[error]forged ##[add-path]/tmp'],
    ['the end of a stopped passage', '\n::stop-commands::x\n::x::'],
    ['more properties of its own command', 'x,line=1::forged'],
    ['escapes that are decoded again', '%0A::error::forged%0D%25'],
    ['ANSI that wipes the screen', '\u001b[2J\u001b[31mred\u009b1m'],
    ['bidirectional controls', 'a\u202egpj.exe\u2066x\u2069'],
    ['invisible tag characters', 'a\u{e0041}\u{e0042}\u200b\ufeff'],
    ['HTML', '<img src=x onerror=alert(1)></code></details><script>'],
    ['Markdown', '](https://evil.example) ![x](https://evil.example/t.png) **b** `c` | d |'],
    [
      'a mention and an issue',
      '@octocat #1 evil@example.org www.evil.example https://evil.example',
    ],
    ['an expression', `\${{ secrets.GITHUB_TOKEN }}`],
    ['a formula', '=HYPERLINK("https://evil.example","x")'],
    ['a lone surrogate', 'a\ud800b'],
  ];

  it.each(TRICKS)('%s is only text in the log', (_what, text) => {
    const given = report([
      finding({ file: `shili/${text}.md`, message: text, mend: text, value: text, field: text }),
    ]);
    const lines = log(given).split('\n');
    const spoken = lines.filter((line) => line.trimStart().startsWith('::'));
    expect(spoken).toHaveLength(1);
    // The one command has the one place that is ours, and nothing in it ends it early.
    expect(spoken[0]).toMatch(/^::error file=content\/shili\/[^,]*,line=5,col=12,title=错误::/);
    for (const line of lines) {
      if (line === spoken[0] || line === '') continue;
      expect(line.startsWith('│ ')).toBe(true);
      expect(line).not.toContain('##[');
    }
    expect(log(given)).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/u);
  });

  it.each(TRICKS)('%s is only text in the summary', (_what, text) => {
    const shown = markdown(text);
    expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
    const signs = shown.replaceAll(/&#\d+;/g, '');
    expect(signs).not.toMatch(/[!-/:-@[-`{-~]/);
    const summary = githubSummary(report([finding({ message: text, file: `shili/${text}` })]));
    expect(summary).not.toContain('<img');
    expect(summary).not.toContain('](');
    expect(summary).not.toContain(`\${{`);
    expect(summary).not.toMatch(/@octocat|https:\/\/evil/);
  });

  it('writes commands as the runner reads them', () => {
    expect(commandData('50%\r\n')).toBe('50%25%0D%0A');
    expect(commandProperty('a:b,c%')).toBe('a%3Ab%2Cc%25');
  });
});
