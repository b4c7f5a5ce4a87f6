/** Marks a table that is not cut off sideways: its headings can then stay in sight. */
export function keepFitting(scroll: HTMLElement, table: HTMLElement): void {
  if (typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(() => {
    scroll.classList.toggle('fits', table.offsetWidth <= scroll.clientWidth);
  });
  observer.observe(scroll);
  observer.observe(table);
}
