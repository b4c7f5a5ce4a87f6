import { cpus, totalmem } from 'node:os';

/** The machine that figures were measured on, in one line. */
export function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${cores.length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
