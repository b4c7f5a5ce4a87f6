/** Lists of the county's own that a field chooses from; they stand in its facts, not in each field. */
export type ChoiceList = 'units' | 'towns' | 'items';

/** The parts of Decap's configuration that we write; see https://decapcms.org/docs/configuration-options. */
export interface DecapField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly pattern?: readonly [pattern: string, message: string];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly multiple?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly value_type?: 'int' | 'float';
  readonly default?: unknown;
  readonly field?: DecapField;
  readonly fields?: readonly DecapField[];
  readonly collapsed?: boolean;
  readonly summary?: string;
  readonly label_singular?: string;
  readonly add_to_top?: boolean;
  readonly date_format?: string;
  readonly time_format?: false;
  readonly media_folder?: string;
  readonly public_folder?: string;
  readonly choose_url?: false;
  /** Ours: what a `columns-choice` offers. */
  readonly choices?: ChoiceList;
  /** Ours: the columns of a row of numbers. */
  readonly columns?: readonly string[];
  /** Ours: the kinds of entries that a reference may name. */
  readonly kinds?: readonly string[];
}

export interface DecapCollection {
  readonly name: string;
  readonly label: string;
  readonly label_singular: string;
  readonly description: string;
  readonly folder: string;
  readonly path: string;
  readonly slug: string;
  readonly identifier_field: 'title';
  readonly extension: 'md';
  readonly format: string;
  readonly create: true;
  readonly delete: false;
  readonly filter: { readonly field: 'kind'; readonly value: string };
  readonly summary: string;
  readonly sortable_fields: readonly {
    readonly field: string;
    readonly default_sort?: 'asc' | 'desc';
  }[];
  readonly media_folder: string;
  readonly public_folder: string;
  readonly fields: readonly DecapField[];
}

export interface DecapConfig {
  readonly load_config_file: false;
  readonly locale: 'zh_Hans';
  readonly backend: Readonly<Record<string, unknown>>;
  readonly publish_mode: 'editorial_workflow' | 'simple';
  readonly media_folder: string;
  readonly public_folder: string;
  readonly show_preview_links: boolean;
  readonly logo: { readonly src: string; readonly show_in_header: false };
  readonly search: boolean;
  readonly slug: { readonly encoding: 'ascii'; readonly clean_accents: true };
  readonly collections: readonly DecapCollection[];
}
