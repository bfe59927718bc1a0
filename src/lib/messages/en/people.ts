import type { people as french } from '../fr/people.ts';

export const people: Record<keyof typeof french, string> = {};
