import { redirect } from '@sveltejs/kit';

/** The address that stands on screens and papers: the phone's own language is the first guess. */
export function GET({ locals, params }) {
  redirect(307, `/${locals.language}/join${params.code ? `/${params.code}` : ''}`);
}
