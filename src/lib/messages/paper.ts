/** What people read on paper, in each language in which they may write; what only facilitators read is a message. */
export interface PaperWords {
  readonly invitation: string;
  readonly scan: string;
  readonly type: string;
  readonly paper: string;
  readonly nameless: string;
  readonly idea: string;
  readonly picture: string;
}

export const PAPER: Readonly<Record<'fr' | 'en' | 'de' | 'tr' | 'ar', PaperWords>> = {
  fr: {
    invitation: 'Votre parole compte',
    scan: 'Avec un téléphone\u00a0: visez ce carré.',
    type: 'Ou tapez cette adresse, puis ce code\u00a0:',
    paper: 'Sans téléphone\u00a0: il y a du papier pour tout le monde.',
    nameless: 'Aucun nom n’est demandé.',
    idea: 'Une seule idée, avec vos mots. Sans nom.',
    picture: 'Code QR pour entrer dans la rencontre',
  },
  en: {
    invitation: 'Your words count',
    scan: 'With a phone: point it at this square.',
    type: 'Or type this address, then this code:',
    paper: 'Without a phone: there is paper for everyone.',
    nameless: 'Nobody asks for your name.',
    idea: 'One idea only, in your own words. No name.',
    picture: 'QR code to come into the gathering',
  },
  de: {
    invitation: 'Ihre Worte zählen',
    scan: 'Mit einem Telefon: Richten Sie die Kamera auf dieses Quadrat.',
    type: 'Oder geben Sie diese Adresse ein, dann diesen Code:',
    paper: 'Ohne Telefon: Es gibt Papier für alle.',
    nameless: 'Niemand fragt nach Ihrem Namen.',
    idea: 'Nur eine Idee, in Ihren eigenen Worten. Ohne Namen.',
    picture: 'QR-Code, um zum Treffen zu kommen',
  },
  tr: {
    invitation: 'Sözünüz değerli',
    scan: 'Telefonla: kamerayı bu kareye tutun.',
    type: 'Ya da bu adresi, sonra bu kodu yazın:',
    paper: 'Telefonsuz: herkes için kâğıt var.',
    nameless: 'Adınız sorulmaz.',
    idea: 'Tek bir fikir, kendi sözlerinizle. İsim yazmadan.',
    picture: 'Toplantıya katılmak için QR kodu',
  },
  ar: {
    invitation: 'كلمتكم مهمّة',
    scan: 'بالهاتف: وجّهوا الكاميرا نحو هذا المربّع.',
    type: 'أو اكتبوا هذا العنوان ثم هذا الرمز:',
    paper: 'بلا هاتف: هناك ورق للجميع.',
    nameless: 'لا يُطلب أيّ اسم.',
    idea: 'فكرة واحدة فقط، بكلماتكم. بلا اسم.',
    picture: 'رمز QR للدخول إلى اللقاء',
  },
};
