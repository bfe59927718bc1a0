import { error, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/translate.ts';

/** More fields than any page has; ten million bytes hold millions, and whoever reads them all answers nobody else. */
const MOST_FIELDS = 200_000;

/**
 * What a form sent. Answers 400 to what is no form, breaks off or has too many fields; what is too large stays
 * SvelteKit's to refuse.
 */
export async function readForm({ request, locals }: RequestEvent): Promise<FormData> {
  const unusable = () => error(400, translator(locals.language)('error.unusable'));
  try {
    const isPlain = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
    const data = isPlain ? await readPlain(request) : await request.formData();
    return data && Array.from(data.keys()).length <= MOST_FIELDS ? data : unusable();
  } catch (caught) {
    const brokenOff = caught instanceof Error && 'code' in caught && caught.code === 'ECONNRESET';
    if (caught instanceof TypeError || brokenOff) unusable();
    throw caught;
  }
}

/** @returns undefined where there are so many that they aren't even taken apart */
async function readPlain(request: Request): Promise<FormData | undefined> {
  const text = await request.text();
  let fields = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
    if (++fields > MOST_FIELDS) return undefined;
  const data = new FormData();
  for (const [name, value] of new URLSearchParams(text)) data.append(name, value);
  return data;
}
