import { z } from 'zod';
import { date, line, url } from '../fields.ts';

/** A text of the state or the province that is told here again (2019年度六安市政务公开目标任务责任清单第2项). */
export const repostedFrom = {
  'reposted-from': z
    .strictObject({
      issuer: line().meta({ title: '原发布机关', description: '如 国务院办公厅、安徽省人民政府' }),
      address: url().optional().meta({ title: '原文网址' }),
      published: date().optional().meta({ title: '原发布日期' }),
    })
    .optional()
    .meta({ title: '转载自', description: '转载国家、省的文件和解读时填写' }),
};
