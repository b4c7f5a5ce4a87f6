/** Says above what is printed where it stands and on which day it was printed: only the reader's machine knows. */
export function tellPrinted(): void {
  addEventListener('beforeprint', () => {
    const line = document.querySelector<HTMLElement>('[data-printed]');
    if (!line) return;
    const { protocol, origin, pathname } = location;
    const here = protocol === 'file:' ? '' : `${origin}${pathname}`;
    const address = line.dataset['printed'] || here;
    const now = new Date();
    const day = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
    line.textContent = `${address && `本页地址：${address}　`}打印日期：${day}`;
  });
}
