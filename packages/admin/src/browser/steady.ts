import { ask, element, Stopped } from './dialog.ts';
import { sizeText } from './uploads.ts';

/** How long until a save is tried again. */
const AGAIN = 4000;
/** What is worth telling of. */
const BIG = 2 ** 20;

/**
 * Saves, and waits for what is out of reach: the form keeps everything meanwhile, and the save goes through by itself
 * once its server is back. @param bytes of the files that go with it @throws Stopped
 */
export async function steady<T>(save: () => Promise<T>, bytes: number): Promise<T> {
  const end = bytes > BIG ? told(bytes) : () => undefined;
  try {
    return await save();
  } catch (error) {
    end();
    if (!isOutOfReach(error)) throw new Stopped(inWords(error));
    return await untilReached(save);
  } finally {
    end();
  }
}

/** Says how much is being sent and for how long already. */
function told(bytes: number): () => undefined {
  const box = element('p', '', 'editor-sending');
  box.setAttribute('role', 'status');
  const began = Date.now();
  const say = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    box.textContent = `正在保存，共 ${sizeText(bytes)}，已用 ${seconds} 秒，请不要关闭页面……`;
  };
  say();
  document.body.append(box);
  const timer = window.setInterval(say, 1000);
  return () => {
    window.clearInterval(timer);
    box.remove();
    return undefined;
  };
}

function untilReached<T>(save: () => Promise<T>): Promise<T> {
  return new Promise((saved, stopped) => {
    let ended = false;
    const status = element('p', '每隔几秒自动再试一次……');
    status.setAttribute('role', 'status');
    const question = ask({
      title: '连不上保存内容的地方',
      body: [...whatToDo(), status],
      answers: [{ label: '先不保存', value: undefined }],
      onEscape: undefined,
    });
    const close = () => status.closest('.editor-cover')?.querySelector('button')?.click();
    const retry = async () => {
      if (ended) return;
      try {
        const result = await save();
        ended = true;
        saved(result);
        close();
      } catch (error) {
        if (ended) return;
        if (isOutOfReach(error)) window.setTimeout(() => void retry(), AGAIN);
        else {
          ended = true;
          stopped(new Stopped(inWords(error)));
          close();
        }
      }
    };
    window.setTimeout(() => void retry(), AGAIN);
    void question.then(() => {
      if (ended) return;
      ended = true;
      stopped(new Stopped('连不上保存内容的地方。写的内容还在这里，也留作了草稿'));
    });
  });
}

const isLocal = (): boolean =>
  typeof window !== 'undefined' && window.location.hostname === '127.0.0.1';

function whatToDo(): string[] {
  return isLocal()
    ? [
        '写的内容还在这个页面里，也留作了草稿，不会丢。',
        '请看看运行编辑程序的窗口是不是关了：关了的，再运行一次同样的命令，这里会自动接着保存。',
      ]
    : [
        '写的内容还在这个页面里，也留作了草稿，不会丢。',
        '请看看网络是不是断了：通了以后，这里会自动接着保存。',
      ];
}

/** What a browser says of a server that it cannot reach, and a server of one behind it. */
function isOutOfReach(error: unknown): boolean {
  const {
    name = '',
    message = '',
    status,
  } = error as {
    name?: string;
    message?: string;
    status?: number;
  };
  if (status !== undefined && status !== null) return [502, 503, 504].includes(Number(status));
  return name === 'TypeError' && /fetch|network|load failed/i.test(message);
}

/** What a failed save says to an officer, with what can be done. */
export function inWords(error: unknown): string {
  const { message = '', status } = error as { message?: string; status?: number };
  if (Number(status) === 401 || Number(status) === 403)
    return isLocal() && /\p{Script=Han}/u.test(message)
      ? message
      : '登录已经失效，或没有写的权限。写的内容已留作草稿：请刷新页面、重新登录，再打开这条信息恢复；仍然不行的，请告诉维护人员';
  if (Number(status) === 409 || Number(status) === 422)
    return '仓库里刚有别的改动，没有保存上。请再点一次保存';
  if (/\p{Script=Han}/u.test(message)) return message;
  return `保存的地方没有接受（${message || '没有说明原因'}）。写的内容已留作草稿，请过一会儿再试；仍然不行的，把这句话告诉维护人员`;
}
