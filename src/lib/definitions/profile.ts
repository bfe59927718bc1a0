/** Bands of age that people may tell. */
export const AGE_BANDS = ['under-16', '16-25', '26-39', '40-59', '60-74', '75+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const SEXES = ['woman', 'man', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** What a person told of themselves: each item may be left out. */
export interface Profile {
  readonly age?: AgeBand | undefined;
  readonly sex?: Sex | undefined;
  /** A neighbourhood's id. */
  readonly neighbourhood?: string | undefined;
}

export const PROFILE_ITEMS = ['age', 'sex', 'neighbourhood'] as const;
export type ProfileItem = (typeof PROFILE_ITEMS)[number];
