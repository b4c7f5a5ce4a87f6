/** Signs of symbol fonts that forms and rules use, as characters; by the font and the code without F0. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  70: '☞',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  116: '⬧',
  117: '◆',
  118: '❖',
  119: '◆',
  128: '⓪',
  139: '⓿',
  159: '•',
  161: '○',
  162: '■',
  163: '□',
  164: '◉',
  167: '▪',
  168: '□',
  182: '☆',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '√',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  42: '□',
  79: '✗',
  80: '√',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '●',
  162: '■',
  163: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  34: '∀',
  64: '≅',
  94: '⊥',
  97: 'α',
  98: 'β',
  99: 'χ',
  100: 'δ',
  101: 'ε',
  102: 'φ',
  103: 'γ',
  104: 'η',
  107: 'κ',
  108: 'λ',
  109: 'μ',
  110: 'ν',
  112: 'π',
  113: 'θ',
  114: 'ρ',
  115: 'σ',
  116: 'τ',
  119: 'ω',
  68: 'Δ',
  70: 'Φ',
  83: 'Σ',
  87: 'Ω',
  162: '′',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  183: '·',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  199: '∩',
  200: '∪',
  206: '∈',
  214: '√',
  222: '⇒',
  226: '®',
  227: '©',
  229: '∑',
  242: '∫',
};

/** Whether a font shows other signs than its characters. */
export function isSymbolFont(font: string): boolean {
  return /^(?:Wingdings(?: [23])?|Symbol|Webdings|Marlett)$/i.test(font);
}

/** A sign of a symbol font as a character; `undefined` for one that is not known here. */
export function symbol(code: number, font: string): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^Symbol$/i.test(font))
    return SYMBOL[low] ?? (low >= 0x20 && low < 0x40 ? String.fromCharCode(low) : undefined);
  if (/^Wingdings 2$/i.test(font)) return WINGDINGS_2[low];
  if (/^Wingdings 3$|^Webdings$|^Marlett$/i.test(font)) return undefined;
  // ① to ⑩ and ❶ to ❿.
  if (low >= 0x81 && low <= 0x8a) return String.fromCodePoint(0x2460 + low - 0x81);
  if (low >= 0x8c && low <= 0x95) return String.fromCodePoint(0x2776 + low - 0x8c);
  if (/^Wingdings$/i.test(font)) return WINGDINGS[low];
  // Without a font that is known: the signs of forms, which fonts share.
  if (code >= 0xf000 && code <= 0xf0ff) return WINGDINGS[low] ?? WINGDINGS_2[low];
  return code >= 0x20 ? String.fromCodePoint(code) : undefined;
}
