import { dayOf } from '#lib/platform/time.ts';
import type { Here } from './table.ts';

/** The day of a moment in the territory: files tell no finer time. */
export function dayIn({ territory }: Pick<Here, 'territory'>, moment: number | null): string | null {
  return moment === null ? null : dayOf(moment, territory.time_zone);
}

/** In the reader's language, else in the territory's. */
export function readingIn({ territory, language }: Here): { language: string; fallback: string } {
  return { language, fallback: territory.language };
}

/** Several ids in one cell, always in the same order. */
export function idsOf(ids: readonly string[]): string {
  return [...ids].sort().join(' ');
}
