/* Says of each task that is not done and whose last day is past that it is overdue. */

/** `YYYY-MM-DD` in China, wherever the reader's clock stands: China keeps UTC+8 all year. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

for (const badge of document.querySelectorAll<HTMLElement>('[data-due]')) {
  const { due = '' } = badge.dataset;
  if (due < today) badge.textContent = '已逾期';
}

export {};
