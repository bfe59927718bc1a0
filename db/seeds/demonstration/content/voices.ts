import type {
  ComponentCode,
  CycleKey,
  Excerpt,
  GroupKey,
  Note,
  Polarity,
  QuestionKey,
  Reading,
  Sense,
  Via,
} from './types.ts';

type Coding = `${ComponentCode} ${Sense}`;

interface More {
  readonly language?: Note['language'];
  readonly polarity?: Polarity;
  readonly other?: Coding;
  readonly approved?: boolean;
  readonly discussed?: boolean;
  readonly minority?: boolean;
  readonly keptToGroup?: boolean;
  readonly withdrawn?: boolean;
  readonly split?: readonly (readonly [text: string, coding: Coding, polarity: Polarity])[];
}

/** A note as it is listed: key, how it came, its coding (`''`: not coded), its words, and what is unusual about it. */
export type Line = readonly [key: string, via: Via, coding: Coding | '', text: string, more?: More];

/** The notes of one group to one question; French and approved unless the line says otherwise. */
export function voices(group: GroupKey, cycle: CycleKey, question: QuestionKey, lines: readonly Line[]): Note[] {
  return lines.map(([key, via, coding, text, more = {}]) => ({
    key,
    cycle,
    group,
    question,
    language: more.language ?? 'fr',
    text,
    via,
    ...(coding === '' ? {} : { ...reading(coding), polarity: more.polarity ?? question }),
    ...(more.other === undefined ? {} : { otherReading: reading(more.other) }),
    approved: more.approved ?? true,
    ...(more.discussed ? { discussed: true } : {}),
    ...(more.minority ? { minority: true } : {}),
    ...(more.keptToGroup ? { keptToGroup: true } : {}),
    ...(more.withdrawn ? { withdrawn: true } : {}),
    ...(more.split === undefined ? {} : { splitInto: more.split.map(excerpt) }),
  }));
}

function reading(coding: Coding): Reading {
  return { component: coding.slice(0, 3) as ComponentCode, sense: coding.slice(4) as Sense };
}

function excerpt([text, coding, polarity]: readonly [string, Coding, Polarity]): Excerpt {
  return { text, ...reading(coding), polarity };
}
