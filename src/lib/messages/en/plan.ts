import type { plan as french } from '../fr/plan.ts';

export const plan: Record<keyof typeof french, string> = {};
