import { error, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';

/** What a form sent. Answers 400 to what is no form or breaks off; what is too large stays SvelteKit's to refuse. */
export async function readForm({ request, locals }: RequestEvent): Promise<FormData> {
  try {
    return await request.formData();
  } catch (caught) {
    const brokenOff = caught instanceof Error && 'code' in caught && caught.code === 'ECONNRESET';
    if (caught instanceof TypeError || brokenOff) error(400, translator(locals.language)('error.unusable'));
    throw caught;
  }
}
