import { z } from 'zod';

/** Whoever has a catalogue (公开主体), with its Chinese name. */
export const publisherSorts = {
  county: '县区',
  unit: '部门单位',
  park: '开发区管委会',
  town: '乡镇（街道）',
  village: '村（社区）',
  institution: '公共企事业单位',
} as const;

export type PublisherSort = keyof typeof publisherSorts;

export const publisherSortSchema = z.enum(Object.keys(publisherSorts) as PublisherSort[]);

/** What a publisher's own record may say of it, which some items ask for. */
export const publisherFacts = ['duties', 'address', 'hours', 'telephone', 'post'] as const;

export type PublisherFact = (typeof publisherFacts)[number];
