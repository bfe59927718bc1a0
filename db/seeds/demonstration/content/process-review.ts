import type { ProcessAnswer, ProcessStatement } from './evaluation-types.ts';

/** Each is answered from 1, not at all, to 5, entirely. */
export const processStatements: readonly ProcessStatement[] = [
  {
    key: 'heard',
    text: {
      fr: 'J’ai pu dire ce que j’avais à dire.',
      en: 'I was able to say what I had to say.',
      de: 'Ich konnte sagen, was ich zu sagen hatte.',
    },
  },
  {
    key: 'words-kept',
    text: {
      fr: 'Je retrouve nos mots dans les indicateurs.',
      en: 'I find our words in the indicators.',
      de: 'Ich finde unsere Worte in den Indikatoren wieder.',
    },
  },
  {
    key: 'who-was-there',
    text: {
      fr: 'Ceux qu’il fallait étaient autour de la table.',
      en: 'Those who were needed were around the table.',
      de: 'Wer gebraucht wurde, saß mit am Tisch.',
    },
  },
  {
    key: 'clear',
    text: {
      fr: 'C’était clair, du début à la fin.',
      en: 'It was clear from beginning to end.',
      de: 'Es war von Anfang bis Ende klar.',
    },
  },
  {
    key: 'came-of-it',
    text: {
      fr: 'Je sais ce que nos paroles sont devenues.',
      en: 'I know what became of our words.',
      de: 'Ich weiß, was aus unseren Worten geworden ist.',
    },
  },
  {
    key: 'again',
    text: { fr: 'Je reviendrais.', en: 'I would come again.', de: 'Ich würde wiederkommen.' },
  },
];

type Levels = readonly (1 | 2 | 3 | 4 | 5 | 0)[];

/** One person's answers in the order of the statements; 0: left blank. */
function answer(
  from: ProcessAnswer['from'],
  day: number,
  levels: Levels,
  words?: string,
  language: ProcessAnswer['language'] = 'fr',
): ProcessAnswer {
  const byStatement: Record<string, 1 | 2 | 3 | 4 | 5> = {};
  processStatements.forEach(({ key }, index) => {
    const level = levels[index];
    if (level) byStatement[key] = level;
  });
  return { cycle: '2025', day, from, levels: byStatement, language, ...(words === undefined ? {} : { words }) };
}

/** What those who took part in the first cycle said of it before it was closed; their words are left as they came. */
export const processAnswers: readonly ProcessAnswer[] = [
  answer(
    'young-people',
    -398,
    [5, 4, 3, 3, 2, 4],
    "c'était bien d'écrire avant de parler. sinon c'est toujours les memes",
  ),
  answer('young-people', -398, [4, 4, 2, 2, 1, 3], 'entre novembre et maintenant: rien. on croyait que c etait mort'),
  answer('young-people', -397, [5, 5, 4, 4, 3, 5], 'on a reconnu nos phrases sur le mur'),
  answer('young-people', -397, [3, 3, 3, 2, 2, 2]),
  answer('young-people', -396, [4, 3, 2, 3, 2, 4], 'il manquait ceux qui bossent deja'),
  answer('parents', -398, [5, 5, 4, 3, 4, 5], 'La garde des petits à côté. Sans ça je ne venais pas.'),
  answer('parents', -398, [4, 4, 3, 2, 3, 4], 'trop de pages dans le courrier'),
  answer('parents', -397, [5, 4, 4, 0, 4, 5], 'Fatma kapıma geldi. Yoksa ben gelmezdim.', 'tr'),
  answer('parents', -396, [4, 5, 2, 3, 3, 4], 'nous les papas on etait trois. la prochaine fois un samedi'),
  answer('parents', -396, [3, 4, 3, 2, 4, 4]),
  answer('pensioners', -399, [5, 4, 4, 3, 3, 5], "On m'a écoutée jusqu'au bout de ma phrase, ce qui n'arrive plus."),
  answer(
    'pensioners',
    -399,
    [4, 4, 3, 2, 2, 4],
    'Les lettres sont trop petites, les réunions trop longues, les gens très gentils.',
  ),
  answer('pensioners', -398, [5, 5, 4, 4, 4, 5]),
  answer(
    'pensioners',
    -398,
    [3, 3, 4, 2, 2, 3],
    "Je n'ai pas bien compris la différence entre objectif et indicateur. On me l'a expliquée trois fois.",
  ),
  answer('pensioners', -397, [4, 3, 3, 3, 2, 4], 'Man hat mich Deutsch reden lassen. Danke.', 'de'),
  answer('pensioners', -396, [5, 4, 3, 3, 3, 5], 'qui va chercher ceux qui ne descendent plus ?'),
  answer('job-seekers', -399, [5, 4, 3, 4, 2, 4], 'rien n’est allé dans mon dossier. promis tenu'),
  answer('job-seekers', -399, [4, 3, 3, 3, 1, 2], "six mois sans nouvelles c'est ce que font aussi les patrons"),
  answer('job-seekers', -398, [3, 3, 2, 3, 2, 3]),
  answer('job-seekers', -397, [5, 5, 4, 4, 4, 5], 'First time I was asked about anything but my papers.', 'en'),
  answer('shopkeepers', -397, [4, 3, 3, 3, 3, 3], 'Bien, mais pas à 14 h.'),
  answer('shopkeepers', -397, [3, 2, 3, 3, 2, 2], "Je suis minoritaire et on l'a écrit. C'est déjà ça."),
  answer('shopkeepers', -395, [4, 4, 4, 4, 3, 4]),
  answer(
    'public-agents',
    -396,
    [4, 4, 3, 4, 4, 4],
    'Sans les badges, on a parlé. Il faudrait faire toutes nos réunions comme ça.',
  ),
  answer('public-agents', -396, [5, 4, 3, 3, 3, 4]),
  answer('public-agents', -395, [3, 3, 2, 3, 3, 3], 'Les équipes de nuit n’ont pas pu venir, comme d’habitude.'),
  answer('public-agents', -395, [4, 4, 4, 3, 4, 5], 'on devrait raconter les échecs aussi. le rond-point par exemple'),
  answer('rainbow', -394, [5, 5, 4, 4, 4, 5], 'Le plus difficile a été de ne pas mettre tout le monde d’accord.'),
  answer('coordination', -394, [4, 4, 3, 3, 3, 4], 'Un cycle sans budget, plus jamais.'),
  answer('coordination', -393, [4, 3, 3, 3, 3, 4], "nous avons promis sur une route qui n'est pas à nous"),
];
