import { join } from 'node:path';
import { readFacts } from '../src/read-facts.ts';

export const FIXTURES = join(import.meta.dirname, '../../theme/test/fixtures/content');

/** What the editor knows of the fixture county. */
export const FACTS = readFacts(FIXTURES, 'qingshan');
