/**
 * The seven parts of an interpretation and the words by which a heading is known to be one of them
 * (六政办秘〔2020〕94号, 二（二）3). The order decides where a heading could be two.
 */
const PARTS = [
  ['制定背景和依据', /背景|依据/],
  ['制定意义和总体考虑', /意义|总体考虑/],
  ['研判和起草过程', /研判|起草|制定过程/],
  ['工作目标', /目标/],
  ['主要内容', /主要内容|主要任务|重点内容/],
  ['创新举措', /创新|亮点/],
  ['保障措施', /保障/],
] as const;

/** A part of an interpretation; `id` is that of the heading it stands under, where there is one. */
export interface InterpretationPart {
  readonly name: string;
  readonly id?: string;
}

/** Which of the seven parts an interpretation has, told by its headings. */
export function interpretationParts(
  headings: readonly { readonly id: string; readonly text: string }[],
): InterpretationPart[] {
  const taken = new Set<string>();
  return PARTS.map(([name, words]) => {
    const heading = headings.find(({ id, text }) => !taken.has(id) && words.test(text));
    if (!heading) return { name };
    taken.add(heading.id);
    return { name, id: heading.id };
  });
}
