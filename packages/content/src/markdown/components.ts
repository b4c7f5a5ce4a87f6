/**
 * The components that `.mdx` entries may use, and the literal properties of each (contract 7).
 * The theme gives each its look; a name that is not here is refused before anything compiles.
 */
export const MDX_COMPONENTS: Record<string, { name: string; props: readonly string[] }> = {
  Tip: { name: '提示', props: ['title'] },
  Steps: { name: '步骤', props: ['title'] },
  Step: { name: '步骤中的一步', props: ['title'] },
  Diagram: { name: '图解', props: ['src', 'alt', 'caption'] },
  Video: { name: '视频', props: ['src', 'captions', 'title', 'transcript'] },
  Questions: { name: '问答', props: ['title'] },
  Question: { name: '一问一答', props: ['ask'] },
};
