import { z } from 'zod';

/** What `turbo query affected --tasks build` prints, as far as we read it. */
const answer = z.object({
  data: z.object({
    affectedTasks: z.object({
      items: z.array(z.object({ name: z.string(), package: z.object({ name: z.string() }) })),
    }),
  }),
});

const APP = /^@counties\/([a-z][a-z0-9-]*)$/;

/** Apps that have to be built again, from Turborepo's own answer, in order. Pure. */
export function affectedApps(json: string): string[] {
  const { items } = answer.parse(JSON.parse(json)).data.affectedTasks;
  const names = items
    .filter(({ name }) => name === 'build')
    .flatMap((item) => APP.exec(item.package.name)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** GitHub starts at most 256 jobs of one matrix. */
const LARGEST = 256;

/** Groups of apps of nearly equal size, one for each job: as a matrix's JSON on one line. */
export function matrixOf(apps: readonly string[], jobs: number): { apps: string; name: string }[] {
  const count = Math.min(jobs, LARGEST, apps.length);
  return Array.from({ length: count }, (_, index) => {
    const group = apps.filter((_app, place) => place % count === index);
    return {
      name: group.length === 1 ? (group[0] ?? '') : `${group[0]}-and-${group.length - 1}`,
      apps: group.join(' '),
    };
  });
}
