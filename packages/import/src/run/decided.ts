import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plan, Role } from './plan.ts';

/**
 * The plan of a run on the disk. What was written in between changes what is known of files, and with it what would
 * be decided now: a run that was cut off goes on with what it had decided.
 */
export class Decided {
  readonly #file: string;
  readonly #key: string;

  /** @param key of all that the plan is made of: every file's bytes, and what is asked for */
  constructor(file: string, key: string) {
    this.#file = file;
    this.#key = key;
  }

  get plan(): Plan | undefined {
    if (!existsSync(this.#file)) return undefined;
    const { key, roles, keeper } = JSON.parse(readFileSync(this.#file, 'utf8')) as {
      readonly key: string;
      readonly roles: readonly (readonly [string, Role])[];
      readonly keeper: readonly (readonly [string, string])[];
    };
    return key === this.#key ? { roles: new Map(roles), keeper: new Map(keeper) } : undefined;
  }

  keep({ roles, keeper }: Plan): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const text = JSON.stringify({ key: this.#key, roles: [...roles], keeper: [...keeper] });
    writeFileSync(`${this.#file}.part`, text);
    renameSync(`${this.#file}.part`, this.#file);
  }
}
