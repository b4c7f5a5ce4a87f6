import type { Locator, Page } from 'playwright-core';

/** A file as the officer finds it on the own disk. */
export interface OwnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An officer's hands: what is done with them is counted. A click is one; so is a file that is dragged in, and each of
 * the two that choose a file (the button, and the file in the box of the system). A key is one, whatever is held with
 * it; of words that an input method writes each character is one.
 */
export class Desk {
  clicks = 0;
  keys = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += [...text].length;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.keys += 1;
  }

  /** Chooses files in the box that a button opens. */
  async choose(target: Locator, files: readonly OwnFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.click(target);
    await (await chooser).setFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    );
    this.clicks += 1;
  }

  /** Drags files from a folder that is open beside the browser, all at once. */
  async drag(target: Locator, files: readonly OwnFile[]): Promise<void> {
    await target.evaluate(
      (place, given) => {
        const data = new DataTransfer();
        for (const { name, bytes } of given)
          data.items.add(new File([new Uint8Array(bytes)], name));
        const { left, top } = place.getBoundingClientRect();
        for (const type of ['dragenter', 'dragover', 'drop'])
          place.dispatchEvent(
            new DragEvent(type, {
              dataTransfer: data,
              bubbles: true,
              cancelable: true,
              clientX: left + 20,
              clientY: top + 10,
            }),
          );
      },
      files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
    );
    this.clicks += 1;
  }

  /** Draws the mouse over these words, where they stand for the first time. */
  async markWords(place: Locator, words: string): Promise<void> {
    const box = await place.evaluate((whole, wanted) => {
      const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const at = text.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + wanted.length);
        text.parentElement?.scrollIntoView({ block: 'center' });
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, middle: (top + bottom) / 2 };
      }
      return undefined;
    }, words);
    if (!box) throw new Error(`“${words}” does not stand there.`);
    const { mouse } = this.page;
    await mouse.move(box.left + 1, box.middle);
    await mouse.down();
    await mouse.move((box.left + box.right) / 2, box.middle);
    await mouse.move(box.right + 1, box.middle);
    await mouse.up();
    this.clicks += 1;
  }

  /** Pastes what another program has copied. */
  async paste(target: Locator, parts: Readonly<Record<string, string>>): Promise<void> {
    await target.evaluate((place, given) => {
      const data = new DataTransfer();
      for (const [type, value] of Object.entries(given)) data.setData(type, value);
      place.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, parts);
    this.keys += 1;
  }
}
