import { classifyCriteria } from '#lib/indicators/classification.server.ts';
import { findComponentByCode } from '#lib/indicators/component.server.ts';
import { wordIndicator } from '#lib/indicators/draft.server.ts';
import { createIndicator } from '#lib/indicators/indicator.server.ts';
import { writeProposition } from '#lib/indicators/proposition.server.ts';
import { ANYONE } from '#lib/indicators/visible.server.ts';
import type { TestHouse } from '#tests/support/database.ts';
import { sayWords, type Words } from './words.ts';

export const LEVELS: readonly string[] = [
  'Je ne peux pas me soigner.',
  'On me soigne, mais trop tard.',
  'On me soigne, chaque fois quelqu’un d’autre.',
  'Mon médecin me connaît.',
  'Mon médecin me connaît, et je sais que cela durera.',
];

const LINES = ['Trouver un médecin', 'Un docteur près d’ici', 'Mon médecin me connaît', 'Les oiseaux'] as const;

/** A draft whose path has propositions for possibility and quality, and none for the other two. */
export interface Draft extends Words {
  readonly indicatorId: string;
  readonly versionId: string;
  readonly componentId: string;
  /** Of the four things said; the first two lie at A02 P, the third at A02 Q, the last nowhere. */
  readonly ids: readonly string[];
}

export async function startIndicator(house: TestHouse, levels = LEVELS, name = 'Rives'): Promise<Draft> {
  const words = await sayWords(house, LINES, name);
  const { ids } = words;
  const by = words.as('member');
  const viewer = ANYONE;
  const polarity = 'well-being';
  for (const [sense, chosen] of [
    ['P', ids.slice(0, 2)],
    ['Q', ids.slice(2, 3)],
  ] as const) {
    const criteria = chosen.map((criterionId) => ({ criterionId }));
    await house.write((db, now) =>
      classifyCriteria(db, { ...by, criteria, code: 'A02', sense, polarity, viewer }, now),
    );
  }
  const componentId = (await findComponentByCode(house.db, { ...by, code: 'A02' }))?.id ?? '';
  for (const [sense, text, criterionIds] of [
    ['P', 'On ne trouve pas de médecin.', ids.slice(0, 2)],
    ['Q', 'Mon médecin me connaît.', ids.slice(2, 3)],
  ] as const)
    await house.write((db, now) =>
      writeProposition(db, { ...by, componentId, sense, language: 'fr', text, criterionIds, viewer }, now),
    );
  const question = 'Où en êtes-vous ?';
  const begun = { componentId, direction: 'higher-is-better', language: 'fr', name: 'Se soigner', question } as const;
  const { id: indicatorId, versionId } = await house.write((db, now) => createIndicator(db, { ...by, ...begun }, now));
  const said = { language: 'fr', form: 'plain', name: 'Se soigner', question, levels } as const;
  await house.write((db, now) => wordIndicator(db, { ...by, indicatorId, ...said }, now));
  return { ...words, indicatorId, versionId, componentId };
}
