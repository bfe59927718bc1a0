import { error, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';

/** What a form sent. Answers 400 to what is no form; what is too large stays SvelteKit's to refuse. */
export async function readForm({ request, locals }: RequestEvent): Promise<FormData> {
  try {
    return await request.formData();
  } catch (caught) {
    if (caught instanceof TypeError) error(400, translator(locals.language)('error.unusable'));
    throw caught;
  }
}
