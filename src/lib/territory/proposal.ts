import type { QuestionText } from './question.server.ts';
import type { Polarity, WritingLanguage } from './tables.ts';

/** What a new cycle is offered to start from; all of it can be changed. */

interface ProposedQuestion {
  readonly polarity: Polarity;
  readonly plain: Readonly<Record<WritingLanguage, string>>;
  readonly easy: Readonly<Partial<Record<WritingLanguage, string>>>;
}

/** The method's three questions, in the languages in which people may write. */
const QUESTIONS: readonly ProposedQuestion[] = [
  {
    polarity: 'well-being',
    plain: {
      fr: 'Qu’est-ce que le bien-être pour vous ?',
      en: 'What is well-being for you?',
      de: 'Was bedeutet Wohlergehen für Sie?',
      tr: 'Sizin için iyi yaşamak ne demek?',
      ar: 'ماذا يعني لك أن تعيش بخير؟',
    },
    easy: {
      fr: 'Qu’est-ce qui vous fait du bien ?',
      en: 'What does you good?',
      de: 'Was tut Ihnen gut?',
      tr: 'Size ne iyi geliyor?',
      ar: 'ما الذي يُشعرك بالراحة؟',
    },
  },
  {
    polarity: 'ill-being',
    plain: {
      fr: 'Qu’est-ce que le mal-être pour vous ?',
      en: 'What is ill-being for you?',
      de: 'Was bedeutet es für Sie, wenn es einem nicht gut geht?',
      tr: 'Sizin için kötü yaşamak ne demek?',
      ar: 'ماذا يعني لك ألّا تعيش بخير؟',
    },
    easy: {
      fr: 'Qu’est-ce qui vous empêche d’aller bien ?',
      en: 'What keeps you from being well?',
      de: 'Was hindert Sie daran, dass es Ihnen gut geht?',
      tr: 'Sizi iyi olmaktan ne alıkoyuyor?',
      ar: 'ما الذي يمنعك من أن تكون بخير؟',
    },
  },
  {
    polarity: 'responsibility',
    plain: {
      fr: 'Que faites-vous, ou que pouvez-vous faire, pour votre bien-être et celui de toutes et tous ?',
      en: 'What do you do, or can you do, for your well-being and everyone’s?',
      de: 'Was tun Sie, oder was können Sie tun, damit es Ihnen und allen gut geht?',
      tr: 'Kendinizin ve herkesin iyiliği için ne yapıyorsunuz ya da ne yapabilirsiniz?',
      ar: 'ماذا تفعل، أو ماذا يمكنك أن تفعل، من أجل راحتك وراحة الجميع؟',
    },
    easy: {
      fr: 'Que faites-vous, que pouvez-vous faire, pour aller bien ensemble ?',
      en: 'What do you do, what can you do, so that we are well together?',
      de: 'Was tun Sie, was können Sie tun, damit es uns zusammen gut geht?',
      tr: 'Birlikte iyi olmak için ne yapıyorsunuz, ne yapabilirsiniz?',
      ar: 'ماذا تفعل، وماذا يمكنك أن تفعل، لنكون بخير معًا؟',
    },
  },
];

/** Five sentences about the process itself, to be agreed with from 1 (not at all) to 5 (entirely). */
const STATEMENTS: readonly Readonly<Record<string, string>>[] = [
  {
    fr: 'J’ai pu dire ce qui compte pour moi.',
    en: 'I could say what matters to me.',
    de: 'Ich konnte sagen, was mir wichtig ist.',
  },
  {
    fr: 'Ce que j’ai dit a été repris avec mes mots.',
    en: 'What I said was taken up in my own words.',
    de: 'Was ich gesagt habe, wurde mit meinen Worten aufgenommen.',
  },
  {
    fr: 'Des personnes très différentes ont pris part.',
    en: 'Very different people took part.',
    de: 'Ganz unterschiedliche Menschen haben mitgemacht.',
  },
  {
    fr: 'Je comprends comment les décisions ont été prises.',
    en: 'I understand how the decisions were taken.',
    de: 'Ich verstehe, wie die Entscheidungen gefallen sind.',
  },
  {
    fr: 'Grâce à ce travail, quelque chose a changé ou va changer.',
    en: 'Because of this work, something has changed or will change.',
    de: 'Durch diese Arbeit hat sich etwas verändert oder wird sich etwas verändern.',
  },
];

export interface ProposedTexts {
  readonly polarity: Polarity;
  readonly texts: readonly QuestionText[];
}

export function proposeQuestions(): ProposedTexts[] {
  return QUESTIONS.map(({ polarity, plain, easy }) => ({
    polarity,
    texts: [...textsOf(plain, 'plain'), ...textsOf(easy, 'easy')],
  }));
}

export function proposeStatements(): { language: string; text: string }[][] {
  return STATEMENTS.map((words) => Object.entries(words).map(([language, text]) => ({ language, text })));
}

function textsOf(words: Readonly<Partial<Record<string, string>>>, form: 'plain' | 'easy'): QuestionText[] {
  return Object.entries(words).map(([language, text = '']) => ({ language, form, text }));
}
