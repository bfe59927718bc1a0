import { translator } from '#lib/messages/translate.ts';
import type { Frame } from '#lib/ui/frame.ts';
import type { TroubleWords } from './trouble.ts';

/** What a page needs that says what went wrong: made without the database, which may be what is missing. */
export function load({ locals: { language } }) {
  const t = translator(language);
  const home = { label: t('app.name'), href: `/${language}` };
  const frame: Frame = { skip: t('app.skip'), product: home };
  const trouble: TroubleWords = {
    title: t('error.title'),
    notThereTitle: t('error.notThereTitle'),
    notThere: t('error.notThere'),
    reference: t('error.reference', { requestId: '{requestId}' }),
    home: t('error.home'),
  };
  return { language, frame, trouble };
}
