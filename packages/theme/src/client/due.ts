/* Says of what has a last day that is past that it is overdue, or closed (`data-said`). */

/** `YYYY-MM-DD` in China, wherever the reader's clock stands: China keeps UTC+8 all year. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

for (const badge of document.querySelectorAll<HTMLElement>('[data-due]')) {
  const { due = '', said = '已逾期' } = badge.dataset;
  if (due < today) badge.textContent = said;
}

export {};
