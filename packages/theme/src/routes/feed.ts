import { atomFeed } from '@columns/export';
import type { APIRoute } from 'astro';
import { type FeedList, feedLists, feedOf } from '../data/feeds.ts';
import { pagePaths } from '../rendering/paths.ts';

interface Props {
  list: FeedList;
}

/** One feed below each list's address. They name whole addresses, so they need the site's (`SITE`). */
export const getStaticPaths = pagePaths(() => {
  if (!import.meta.env.SITE) return [];
  return feedLists().map((list) => ({
    params: { list: list.path.slice(0, -1) || undefined },
    props: { list } satisfies Props,
  }));
});

export const GET: APIRoute<Props> = ({ props, site }) => {
  if (!site) return new Response(null, { status: 404 });
  return new Response(atomFeed(feedOf(props.list, site)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
