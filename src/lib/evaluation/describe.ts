import type { Translate } from '#lib/messages/translate.ts';
import type { CellView } from './view.ts';

/** What is said of a cell beside its bar, for the eye and for the ear. */
export interface CellWords {
  /** All of it in one sentence: "Situation 1 : 18 %, … 412 réponses". Or why it isn't shown. */
  readonly whole: string;
  /** "49 %", the share at situations 1–2; a dash where it isn't shown. */
  readonly illBeing: string;
  /** "412 réponses" */
  readonly answers: string;
}

/** @param k fewest answers with which a cell is shown */
export function describeCell(t: Translate, view: CellView, k: number): CellWords {
  if (!view.shown) {
    const why = t(view.reason === 'few' ? 'evaluation.cell.few' : 'evaluation.cell.protected', { k });
    return { whole: why, illBeing: '·', answers: why };
  }
  const parts = view.shares.map((share, part) => {
    const situation = view.shares.length === 5 ? String(part + 1) : (['1–2', '3', '4–5'][part] ?? '');
    return t('evaluation.cell.part', { situation, share });
  });
  const answers = t('evaluation.cell.answers', { n: view.n });
  return {
    whole: `${parts.join(', ')}. ${answers}`,
    illBeing: t('evaluation.cell.percent', { share: view.illBeing }),
    answers,
  };
}
