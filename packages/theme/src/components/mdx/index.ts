import Diagram from './Diagram.astro';
import Question from './Question.astro';
import Questions from './Questions.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Tip from './Tip.astro';
import Video from './Video.astro';

/** What `.mdx` entries may use; the names and properties are checked in `packages/content`. */
export const mdxComponents = { Diagram, Question, Questions, Step, Steps, Tip, Video };
