import type { Messages } from './fr.ts';

/** German; what is missing here is said in French. */
export const de: Partial<Messages> = {};
