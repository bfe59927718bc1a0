import type { definitions as french } from '../fr/definitions.ts';

export const definitions: Record<keyof typeof french, string> = {};
