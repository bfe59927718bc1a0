import type { territory as french } from '../fr/territory.ts';

export const territory: Record<keyof typeof french, string> = {};
