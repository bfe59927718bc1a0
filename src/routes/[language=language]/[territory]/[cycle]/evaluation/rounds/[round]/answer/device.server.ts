import type { RequestEvent } from '@sveltejs/kit';
import { DAY, SECOND } from '#lib/platform/time.ts';

/** One secret for each round: two rounds can't be joined, nor answers with words or ballots. */
export function answerCookie(roundId: string): string {
  return `answers-${roundId}`;
}

export function setAnswerCookie(event: Pick<RequestEvent, 'cookies' | 'url'>, roundId: string, secret: string): void {
  event.cookies.set(answerCookie(roundId), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: (120 * DAY) / SECOND,
  });
}
