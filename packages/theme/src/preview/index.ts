import { experimental_AstroContainer as Container } from 'astro/container';
import EntryMain from '../components/EntryMain.astro';
import { entryHref, getEntry } from '../data/column.ts';
import { giveColumn } from './given-column.ts';
import type { DrawEntry } from './interface.ts';

type Component = Parameters<Container['renderToString']>[0];

const containers = new Map<string | undefined, Promise<Container>>();

export const drawEntry: DrawEntry = async (given, id, site) => {
  giveColumn(given);
  const entry = getEntry(id);
  const made = containers.get(site) ?? Container.create(site ? { astroConfig: { site } } : {});
  containers.set(site, made);
  const container = await made;
  const html = await container.renderToString(EntryMain as unknown as Component, {
    props: { entry },
    request: new Request(new URL(entryHref(entry), site ?? 'http://localhost')),
  });
  return html.replaceAll(PROGRAM, '');
};

/** What a component asks to run beside it; words of an entry never make such a tag. */
const PROGRAM = /<script type="module" src="[^"]*"><\/script>/g;
