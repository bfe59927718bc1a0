import type { indicators as french } from '../fr/indicators.ts';

export const indicators: Record<keyof typeof french, string> = {};
