/** The documents of a generated county as peers take them: front matter, a body, tables in Markdown. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countyDocuments } from '../generate/county.ts';
import type { GeneratedDocument } from '../generate/document.ts';

/** Writes `<folder>/<year>/<id>.md` for each document. */
export function writePeerDocuments(folder: string, documents: number): void {
  for (const made of countyDocuments({ county: 'bench', documents, seed: 1 })) {
    const { title, date } = factsOf(made);
    const file = join(folder, date.slice(0, 4), `${made.id}.md`);
    mkdirSync(dirname(file), { recursive: true });
    const table = made.csv === undefined ? '' : `\n${tableOf(made.csv)}`;
    const head = `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---\n`;
    writeFileSync(file, `${head}\n${made.body}${table}`);
  }
}

function factsOf({ head }: GeneratedDocument): { title: string; date: string } {
  const field = (name: string) => new RegExp(`^ *${name}: "?(.*?)"?$`, 'm').exec(head)?.[1];
  return { title: field('title') ?? '', date: field('published') ?? '2000-01-01' };
}

/** Generated cells hold no bars and no quotes. */
function tableOf(csv: string): string {
  const [head = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
