import settings from 'virtual:columns/settings';
import { publishedBytes, readChecked } from '@columns/content';
import type { APIRoute } from 'astro';
import { getColumn } from '../data/column.ts';
import { judgedDigest } from '../data/judged.ts';
import { pagePaths } from '../rendering/paths.ts';
import { noteFact } from '../rendering/trace.ts';

interface Props {
  /** Path below `content/`. */
  source: string;
}

/** The files in an entry's folder, at the entry's own address. */
export const getStaticPaths = pagePaths(() =>
  getColumn().entries.flatMap((entry) => {
    const folder = entry.file.replace(/\.mdx?$/, '');
    return entry.files.map((file) => ({
      params: { year: String(entry.year), id: entry.id, file },
      props: { source: `${folder}/${file}` } satisfies Props,
    }));
  }),
);

export const GET: APIRoute<Props> = ({ props }) => {
  noteFact(`attachment:${props.source}`);
  const bytes = readChecked(settings.contentRoot, props.source, judgedDigest(props.source));
  return new Response(new Uint8Array(publishedBytes(props.source, bytes)));
};
