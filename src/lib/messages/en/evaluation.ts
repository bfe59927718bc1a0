import type { evaluation as french } from '../fr/evaluation.ts';

export const evaluation: Record<keyof typeof french, string> = {};
