/** A document of a library as its pages and their script have it. */
export interface LibraryRow {
  readonly title: string;
  readonly address: string;
  /** What stands beside the title: 示例, 摘编. */
  readonly badges: readonly string[];
  readonly number: string;
  readonly issuer: string;
  /** 成文日期 as far as it is known. */
  readonly formed: string;
  readonly year: string;
  /** 有效, 废止 …: what is filtered by. */
  readonly state: string;
  /** The same with its day. */
  readonly validity: string;
  readonly topic: string;
  readonly level: string;
  /** The issues of the gazette that printed it. */
  readonly printed: readonly { readonly title: string; readonly address: string }[];
  readonly files: readonly {
    readonly type: string;
    readonly name: string;
    readonly saved: string;
    readonly address: string;
  }[];
}

/** The columns of the table after the title. */
export const LIBRARY_HEADS = ['发文字号', '发文机关', '成文日期', '有效性', '下载'] as const;

/** What combines: the name in the page's address, the label, and the value of a row. */
export const LIBRARY_FACETS = [
  { name: 'validity', label: '有效性', of: ({ state }) => state },
  { name: 'year', label: '年份', of: ({ year }) => year },
  { name: 'issuer', label: '发文机关', of: ({ issuer }) => issuer },
  { name: 'topic', label: '主题', of: ({ topic }) => topic },
  { name: 'level', label: '层级', of: ({ level }) => level },
] as const satisfies readonly {
  readonly name: string;
  readonly label: string;
  readonly of: (row: LibraryRow) => string;
}[];
