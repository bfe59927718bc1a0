import { redirect } from '@sveltejs/kit';

/** The language is in every public address; the browser's own is the first guess. */
export function GET({ locals }) {
  redirect(307, `/${locals.language}`);
}
