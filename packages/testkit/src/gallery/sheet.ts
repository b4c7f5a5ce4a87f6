import type { Device, Mode, PicturedPage, Shot } from './types.ts';

export interface SheetPart {
  readonly title: string;
  readonly pages: readonly PicturedPage[];
}

/** What is left white around a printed page, which is pictured without its margins. */
const PAPER_MARGIN = 32;

const MODES: Readonly<Record<Mode, string>> = {
  light: '标准',
  elder: '长者',
  contrast: '高对比',
  dark: '深色',
  print: '打印',
};
const DEVICES: Readonly<Record<Device, string>> = {
  phone: '手机 320',
  desktop: '桌面 1280',
  paper: 'A4',
};

/** How wide each picture stands on the sheet, in pixels. */
const WIDTHS: Readonly<Record<Device, number>> = { phone: 160, desktop: 480, paper: 300 };
/** Longer pictures are cut off here; the file behind them shows more. */
const HEIGHT = 480;
/** Space around pictures and pages, in pixels. */
const GAP = 12;
const MARGIN = 32;

/** How wide a sheet of one mode must be to come out about as high as it is wide. */
export function sheetWidth(parts: readonly SheetPart[], mode: Mode): number {
  const pages = parts.reduce((sum, part) => sum + part.pages.length, 0);
  const devices: Device[] = mode === 'print' ? ['paper'] : ['phone', 'desktop'];
  const pictures = devices.reduce((sum, device) => sum + WIDTHS[device] + GAP, -GAP);
  const card = pictures + (mode === 'print' ? 2 * PAPER_MARGIN : 0) + MARGIN;
  const columns = Math.max(1, Math.round(Math.sqrt((pages * (HEIGHT + 70)) / card)));
  return columns * card + MARGIN;
}

/** A page that shows the pictures of all pages beside each other, in the modes that are asked for. */
export function contactSheet(parts: readonly SheetPart[], modes: readonly Mode[]): string {
  const title = `页面一览（${modes.map((mode) => MODES[mode]).join('、')}）`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${parts.map((part) => partHtml(part, modes)).join('\n')}
</body>
</html>
`;
}

function partHtml({ title, pages }: SheetPart, modes: readonly Mode[]): string {
  const cards = pages.map((page) => {
    const shots = page.shots.filter(({ mode }) => modes.includes(mode));
    const paper = modes.includes('print') ? `，打印 ${page.printed} 页` : '';
    return `<section>
<h3>${html(page.name)} <small>/${html(decodeURI(page.path))}${paper}</small></h3>
<div class="shots">${shots.map((shot) => shotHtml(shot, page)).join('')}</div>
</section>`;
  });
  return `<h2>${html(title)}</h2>\n<div class="cards">\n${cards.join('\n')}\n</div>`;
}

function shotHtml(shot: Shot, page: PicturedPage): string {
  const { mode, device, file, width, height, cut } = shot;
  const shown = WIDTHS[device];
  const tall = Math.round((height * shown) / width);
  const label = `${DEVICES[device]} · ${MODES[mode]}`;
  const more = cut || tall > HEIGHT ? ' class="more"' : '';
  const print = device === 'paper' ? ` <a href="${file.replace(/png$/u, 'pdf')}">PDF</a>` : '';
  return `<figure class="${device}"><a href="${file}"${more}><img src="${file}" width="${shown}" height="${Math.min(tall, HEIGHT)}" alt="${html(`${page.name}，${label}`)}"></a><figcaption>${label}${print}</figcaption></figure>`;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const STYLE = `
body { margin: ${MARGIN}px; background: #8b9097; color: #111; font: 14px/1.5 sans-serif; }
h1 { font-size: 24px; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 24px 0 8px; }
h3 { font-size: 16px; margin: 0 0 6px; width: 0; min-width: 100%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
small, figcaption { font-weight: normal; font-size: 12px; color: #222; }
.cards { display: flex; flex-wrap: wrap; gap: 28px ${MARGIN}px; align-items: start; }
.shots { display: flex; flex-wrap: wrap; gap: ${GAP}px; align-items: start; }
figure { margin: 0; }
figure img { display: block; object-fit: cover; object-position: top; background: #fff; }
figure > a:first-child { display: block; position: relative; box-shadow: 0 1px 4px #0006; }
a.more::after { content: '…'; position: absolute; inset: auto 0 0; background: #000a; color: #fff; text-align: center; line-height: 14px; }
.paper > a:first-child { background: #fff; padding: ${PAPER_MARGIN}px ${PAPER_MARGIN}px 48px; min-height: 424px; box-sizing: content-box; }
`;
