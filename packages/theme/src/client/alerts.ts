/**
 * Says of each alert whether it holds on the reader's clock, and takes what ended out of the strip, and out of what
 * goes on these days. It is written to a file of its own (`/alerts.js`), so that only pages with either run it: all it
 * needs is inside. In a page's head it looks on while the page is read, so that nothing is painted and then taken away.
 */
export function showAlerts(): void {
  /** `YYYY-MM-DD HH:MM` in China, wherever the reader's clock stands: China keeps UTC+8 all year. */
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const show = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-alert-from]')) {
      const { alertFrom = '', alertUntil } = element.dataset;
      const over = alertUntil !== undefined && alertUntil <= now;
      if (!element.classList.contains('badge')) {
        element.hidden = over;
        continue;
      }
      element.textContent = over ? '已结束' : now < alertFrom ? '即将生效' : '生效中';
      element.classList.toggle('open', !over);
    }
    for (const strip of document.querySelectorAll<HTMLElement>('.alert-strip, [data-strip]'))
      strip.hidden = strip.querySelector('li:not([hidden])') === null;
  };
  show();
  if (document.readyState !== 'loading') return;
  const looking = new MutationObserver(() => {
    // What it writes itself is nothing new.
    looking.disconnect();
    show();
    look();
  });
  const look = () => looking.observe(document, { childList: true, subtree: true });
  look();
  document.addEventListener('DOMContentLoaded', () => {
    looking.disconnect();
    show();
  });
}
