import type { RequestEvent } from '@sveltejs/kit';
import { LANGUAGE_NAMES, LANGUAGES } from '#lib/messages/language.ts';
import { translator } from '#lib/messages/translate.ts';
import { findTerritory } from '#lib/territory/territory.server.ts';
import type { Frame } from '#lib/ui/frame.ts';

type Where = Pick<RequestEvent<Partial<Record<string, string>>>, 'locals' | 'params' | 'url'>;

/** What stands round every page, in the reader's language. */
export async function frameOf({ locals, params, url }: Where): Promise<Frame> {
  const { language, person, house } = locals;
  const t = translator(language);
  const territory = params.territory ? await findTerritory(house.db, params.territory) : undefined;
  const place = territory && `/${language}/${territory.slug}`;
  return {
    skip: t('app.skip'),
    product: { label: t('app.name'), href: `/${language}` },
    place: territory && place ? { label: territory.name, href: place } : undefined,
    languages: {
      label: t('app.language'),
      items: LANGUAGES.map((code) => ({
        code,
        name: LANGUAGE_NAMES[code] ?? code,
        href: url.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${code}`) + url.search,
        current: code === language,
      })),
    },
    account: person.account
      ? { label: t('app.account'), href: `/${language}/account` }
      : { label: t('app.signIn'), href: `/${language}/sign-in` },
    trail: t('app.trail'),
    foot: {
      about: territory?.demonstration === 1 ? t('app.demonstration') : t('app.about'),
      links: [
        { label: t('app.join'), href: `/${language}/join` },
        ...(place ? [{ label: t('app.privacy'), href: `${place}/privacy` }] : []),
      ],
    },
  };
}
