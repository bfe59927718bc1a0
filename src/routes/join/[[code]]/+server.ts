import { redirect } from '@sveltejs/kit';
import { readCode } from '#lib/platform/random-id.ts';

/** The address that stands on screens and papers: the phone's own language is the first guess. */
export function GET({ locals, params }) {
  const code = readCode(params.code ?? '');
  redirect(307, `/${locals.language}/join${code ? `/${encodeURIComponent(code)}` : ''}`);
}
