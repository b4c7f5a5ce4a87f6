import { join } from 'node:path';
import { citizensQuestions, type QuestionList } from '@columns/search/questions';
import { makeTempDir } from '@columns/testkit';
import { beforeAll, expect, test } from 'vitest';
import { generateCounty } from '../src/generate/county.ts';
import { type Asked, askColumns, report, scores } from './questions.ts';

const CONTENT = join(import.meta.dirname, '../../../content');
const LISTS: readonly QuestionList[] = ['questions', 'everyday', 'further'];

let asked: Asked[];

beforeAll(async () => {
  await using folder = await makeTempDir('questions');
  generateCounty({ county: 'sample', documents: 3000, seed: 1, out: folder.path });
  asked = await askColumns(LISTS.flatMap(citizensQuestions), (column) =>
    column === 'sample' ? folder.path : CONTENT,
  );
}, 900_000);

test.each(LISTS)(
  'nine of ten %s of each class have something sensible first, and nonsense finds nothing',
  (list) => {
    const own = asked.filter((each) => each.list === list);
    console.log(`${list}\n${report(own)}`);
    for (const { class: name, asked: all, reached } of scores(own)) {
      expect(reached / all, name).toBeGreaterThanOrEqual(name === 'noise' ? 1 : 0.9);
    }
  },
);
