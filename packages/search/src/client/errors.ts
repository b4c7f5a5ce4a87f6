/** What can go wrong when the index is asked. */
export type SearchErrorCode = 'offline' | 'unavailable' | 'unsupported' | 'failed';

const MESSAGES: Readonly<Record<SearchErrorCode, string>> = {
  offline: '现在没有连上网络，无法检索。连上网络后会自动重试；已经打开过的页面仍可阅读。',
  unavailable: '暂时读不到检索数据。请检查网络后重试；也可以从公开目录中查找。',
  unsupported: '您的浏览器版本较旧，无法使用站内检索。请更新浏览器，或从公开目录中查找。',
  failed: '检索出了问题。请刷新页面后重试；也可以从公开目录中查找。',
};

/**
 * A search that could not be answered. `message` is Chinese and meant for the reader; `cause` is
 * for the console. `offline`: there is no network. `unavailable`: files did not arrive although there is
 * one (a lost packet, blocked, half deployed). `unsupported`: they did, but this browser cannot run
 * them. `failed`: anything else.
 */
export class SearchError extends Error {
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, cause?: unknown) {
    super(MESSAGES[code], { cause });
    this.name = 'SearchError';
    this.code = code;
  }
}

/** What to say of a file that did not arrive. */
export function lostOnTheWay(cause?: unknown): SearchError {
  return new SearchError(navigator.onLine ? 'unavailable' : 'offline', cause);
}
