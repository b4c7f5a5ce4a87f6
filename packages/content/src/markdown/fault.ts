import type { Position, ProblemCode } from '../problem.ts';

/** A fault of a body; `line` counts from the body's first line. */
export interface DialectFault extends Position {
  readonly code: ProblemCode;
  readonly value: string;
  readonly expected?: string;
  /** What more the message says of it. */
  readonly other?: string;
}
