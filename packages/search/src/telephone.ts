/** The digits to call where a text is one number; nothing where it is several, or has words. */
export function callable(text: string): string | undefined {
  const digits = text.replaceAll(/[\s()（）-]/gu, '');
  return /^\+?\d{5,}$/u.test(digits) ? digits : undefined;
}
