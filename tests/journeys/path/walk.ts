import type { Locator, Page } from '@playwright/test';
import { dayAfter, dayOf } from '#lib/platform/time.ts';
import { expect, type Journey } from '#tests/support/journey.ts';

/** Who walks through the method, each in a browser of their own. */
export interface Walk {
  readonly house: Journey['house'];
  readonly visitor: Journey['visitor'];
  readonly device: Journey['device'];
  readonly coordinator: Page;
  readonly facilitator: Page;
  readonly relay: Page;
  /** Two members of the coordination group, with a phone. */
  readonly lea: Page;
  readonly noe: Page;
  /** Two residents with a phone and without an account. */
  readonly aicha: Page;
  readonly bo: Page;
  /** Somebody who only reads what is public. */
  readonly anyone: Page;
  /** The cycle: `/fr/SLUG/CYCLE` */
  readonly base: string;
}

/** A day in the territory, as a form takes it. */
export function inDays(days: number): string {
  return dayAfter(dayOf(Date.now(), 'Europe/Paris'), days);
}

/** Where a page is, without the origin. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Chooses one of several by its whole label, as a finger does: the input itself is drawn over. */
export async function pick(inside: Page | Locator, name: string, value: string): Promise<void> {
  const choice = inside.locator(`label:has(input[name="${name}"][value="${value}"])`);
  await choice.click();
  await expect(choice.getByRole('radio')).toBeChecked();
}
