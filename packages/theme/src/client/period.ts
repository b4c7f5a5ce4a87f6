/* Says of each consultation and hearing where it stands on the reader's day in China. */

/** `YYYY-MM-DD` in China, wherever the reader's clock stands: China keeps UTC+8 all year. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

for (const badge of document.querySelectorAll<HTMLElement>('[data-states]')) {
  const { opens = '', closes = '', result, states = '' } = badge.dataset;
  const [before, during, after, told] = states.split(' ');
  const day = today();
  const past = result !== undefined && result <= day ? told : after;
  badge.textContent = (day < opens ? before : day <= closes ? during : past) ?? '';
  badge.classList.toggle('open', day >= opens && day <= closes);
}

export {};
