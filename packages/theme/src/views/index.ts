import type { KindId } from '@columns/content';
import Interpretation from './Interpretation.astro';
import Notice from './Notice.astro';
import Policy from './Policy.astro';
import Register from './Register.astro';
import Statement from './Statement.astro';

/** The view of each kind: what stands in its page's article below the title. */
export const VIEWS = {
  policy: Policy,
  interpretation: Interpretation,
  notice: Notice,
  register: Register,
  statement: Statement,
} satisfies Record<KindId, unknown>;
