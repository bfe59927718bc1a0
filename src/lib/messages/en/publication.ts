import type { publication as french } from '../fr/publication.ts';

export const publication: Record<keyof typeof french, string> = {};
