import { isLanguage } from '#lib/messages/language.ts';

export const match = isLanguage;
