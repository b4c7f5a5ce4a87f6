import type { KindId } from '@columns/content';
import type { ItemSlot, Town, Unit } from './world.ts';

/** An earlier policy, as later documents refer to it. */
export interface PolicyRef {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string;
  readonly published: string;
  readonly place: Place;
  readonly slot: ItemSlot;
  readonly unit: Unit;
}

/** Where a document is filed (contract 1). */
export interface Place {
  /** Without it the document belongs to no domain. */
  readonly domain?: string;
  /** The id inside the domain; without it the document belongs to the domain as a whole. */
  readonly item?: string;
}

export const NOTICE_FORMS = ['通知', '公告', '公示', '动态'] as const;
export type NoticeForm = (typeof NOTICE_FORMS)[number];

/** What only one kind has. */
export type Particulars =
  | { readonly kind: 'notice'; readonly form: NoticeForm }
  | {
      readonly kind: 'policy';
      readonly docNumber: string;
      readonly issuer: string;
      readonly normative: boolean;
      /** The later policy that ended this one. */
      readonly ended?: PolicyRef;
    }
  | { readonly kind: 'interpretation'; readonly policy: PolicyRef; readonly form: '文字' | '问答' }
  | { readonly kind: 'register'; readonly register: RegisterPlan }
  | { readonly kind: 'statement'; readonly reason: '无此类事项' | '尚未发生' | '正在整理' };

/** The table of a register. */
export interface RegisterPlan {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns are the item's elements and so need no naming in front matter. */
  readonly fromElements: boolean;
  readonly rows: number;
}

/** Everything about a document but its text. */
export type Plan = Particulars & {
  /** Counts from 0. */
  readonly index: number;
  readonly id: string;
  readonly place: Place;
  /** The item that its text speaks of, even where it is filed higher up. */
  readonly slot: ItemSlot;
  readonly title: string;
  readonly formed: string;
  readonly published: string;
  readonly unit: Unit;
  readonly town?: Town;
  readonly village?: string;
  readonly docNumber?: string;
  /** A further item that lists it. */
  readonly also?: string;
  readonly formerly?: string;
  /** Only what is open to all has a text. */
  readonly access: 'open' | 'withdrawn' | '依申请' | '不予';
};

export type PlanOf<K extends KindId> = Plan & { readonly kind: K };
