import {
  FRAME_FILE,
  PARTS,
  partMarks,
  place,
  ROOT_FRAME_FILE,
  ROOT_PARTS,
} from '@columns/export/page';

const ALL: Readonly<Record<string, readonly string[]>> = { ...PARTS, ...ROOT_PARTS };

/** A part with its places as elements of their names, so that a test sees what was put where. */
function part(name: string): string {
  const [start, end] = partMarks(name);
  if (name === 'link') return `${start}<a href="${place('address')}">${place('text')}</a>${end}`;
  const inner = (ALL[name] ?? []).map((one) =>
    one in ALL ? part(one) : `<i class="${one}">${place(one)}</i>`,
  );
  return `${start}<${name}>${inner.join('')}</${name}>${end}`;
}

/** Parts that stand in no other. */
function outermost(parts: Readonly<Record<string, readonly string[]>>): string[] {
  const inner = new Set(Object.values(parts).flat());
  return Object.keys(parts).filter((name) => !inner.has(name));
}

const [start, end] = partMarks('parts');
const parts = (of: Readonly<Record<string, readonly string[]>>) =>
  start + outermost(of).map(part).join('') + end;
const head = `<!doctype html><meta content="${place('policy')}">`;
const text = `<title>${place('title')}</title><main><h1>${place('title')}</h1>${place('body')}</main>`;

/** The frames that a theme would render, with nothing in them but their places. */
export const FRAMES: Readonly<Record<string, string>> = {
  [FRAME_FILE]: `${head}<nav>${place('crumbs')}</nav>${text}${parts(PARTS)}`,
  [ROOT_FRAME_FILE]: `${head}${part('noindex')}${part('canonical')}${part('demo')}${text}${parts({ ...PARTS, ...withoutHead() })}`,
};

/** Parts of the root's head stand where they are used. */
function withoutHead(): Readonly<Record<string, readonly string[]>> {
  const { noindex: _, canonical: __, demo: ___, ...rest } = ROOT_PARTS;
  return rest;
}
