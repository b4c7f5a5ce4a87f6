import { ask, type GitHub } from './api.ts';

/** Makes a release of a tag that is there. @throws ToldError with GitHub's answer */
export async function publishRelease(github: GitHub, tag: string, body: string): Promise<void> {
  await ask(github, 'POST', 'releases', { tag_name: tag, name: tag, body });
}
