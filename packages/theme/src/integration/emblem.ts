import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { County } from '@columns/content';
import { ToldError } from '@columns/standard/told';

/**
 * Every page shows the county's emblem: one that is named and not there would be a broken picture on all of them.
 *
 * @param app the app's folder
 * @throws ToldError (Chinese)
 */
export function refuseMissingEmblem(
  { id, emblem }: Pick<County, 'id' | 'emblem'>,
  app: string,
): void {
  if (emblem === undefined || existsSync(join(app, 'public', emblem))) return;
  throw new ToldError(
    `content/${id}/county.yaml 的 emblem（标识图）“${emblem}”不存在，未构建。把图片放在 apps/${id}/public/${emblem}，或删去这一行。`,
  );
}
