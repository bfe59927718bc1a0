/** Code points that one sign may take: a family of four, each with a colour of skin, takes eleven. */
const POINTS_A_SIGN = 16;

/** Signs that stand alone, so that each is one. */
const PLAIN = /^[\u0000-\u000c\u000e-\u02ff]*$/;

const signs = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('und', { granularity: 'grapheme' }) : undefined;

/**
 * Length as people count, in the browser as on the server: a letter with its marks is one, and so is a family in one
 * emoji. A sign of more than 16 code points counts for several, so that none holds ten thousand marks. A browser that
 * can't tell signs counts code points, which are more.
 */
export function lengthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (!signs) return [...text].length;
  let length = 0;
  for (const { segment } of signs.segment(text)) length += Math.ceil([...segment].length / POINTS_A_SIGN);
  return length;
}
