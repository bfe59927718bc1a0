/** What in a note may tell who somebody is. */
export type Personal = 'phone' | 'email' | 'name';

/** Longer than any note, however its characters are made up: it is sent back to be shortened, and not read for this. */
const MOST_READ = 10_000;

/** An address in any letters: something, @, a domain with a dot. It begins where a word does, or reading never ends. */
const EMAIL = /(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.\p{L}{2,}/u;

/** Digits as people group them; the length is checked without what stands between them. */
const NUMBER = /(?<![\p{N}\p{L}])(?:\+|00?)[\s.\-/()]{0,2}(?:\p{Nd}[\s.\-/()]{0,2}){7,14}(?!\p{N})/gu;
const DATE = /(?<!\p{Nd})\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{4}(?!\p{Nd})/gu;
const LEAST_DIGITS = 8;
const MOST_DIGITS = 15;

/** Words after which a name comes, in the languages in which people write. */
const TITLES =
  /(?<!\p{L})(?:M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Mr|Mrs|Ms|Miss|Herrn?|Frau|Sayın|Bay|Bayan)\.?\s+\p{Lu}\p{L}+/u;
const CALLED =
  /(?<!\p{L})(?:je m[’']appelle|my name is|ich heiße|mein Name ist|(?:benim )?adım)\s+\p{L}{2,}|(?:اسمي|السيدة?)\s+\p{L}{2,}/iu;

/** First names of several generations and origins. Followed by another capitalised word, they are somebody's name. */
const FIRST_NAMES = new Set(
  `Abdel Adam Adrien Agnès Ahmed Aïcha Alain Alexandre Ali Alice Amina Amélie Anaïs André Andreas Anna Anne Antoine
   Arthur Aurélie Ayşe Ayhan Bernard Birgit Brigitte Bruno Camille Carla Catherine Cécile Céline Chantal Charlotte
   Chloé Christian Christiane Christine Christophe Claire Claude Claudia Claudine Colette Corinne Cédric Damien Daniel
   Danielle David Delphine Denis Denise Didier Dominique Elif Élise Élodie Emine Emma Éric Estelle Eva Fabien Fabrice
   Fatih Fatima Fatma Florence Florian Françoise Franck François Frédéric Gabriel Geneviève Georges Gérard Gilbert Gilles
   Ginette Guillaume Guy Hakan Hamza Hans Hasan Hatice Hélène Henri Heike Hugo Hüseyin Ibrahim Inès Ines Isabelle Jacqueline
   Jacques James Jean Jeanne Jérôme Jennifer Joëlle John José Joseph Josiane Julia Julie Julien Jürgen Karim Karin Karine
   Kevin Khadija Klaus Laetitia Laura Laurent Laurence Léa Leïla Lilian Liliane Linda Louis Louise Luc Lucas Lucie Lucien
   Ludovic Lydia Madeleine Magali Manon Manuel Marc Marcel Margaux Maria Marie Marine Mario Marion Markus Martin Martine Mary
   Mathieu Maurice Maxime Mehdi Mehmet Mélanie Merve Michael Michel Michèle Mickaël Mireille Mohamed Mohammed Monika
   Monique Muhammed Murat Mustafa Myriam Nadia Nadine Nathalie Nathan Nicolas Nicole Nina Noah Noémie Odile Olivier Omar Osman
   Pascal Pascale Patrice Patricia Patrick Paul Paulette Pauline Peter Philippe Pierre Quentin Rachid Raymond Régine
   Rémi Renate Renaud Rita Robert Roger Roland Romain Rose Sabine Said Salma Samia Samir Samuel Sandra Sandrine Sara Sarah
   Sébastien Selim Serge Serkan Sofia Solange Sonia Sophie Stefan Stéphane Stéphanie Suzanne Susanne Sylvain Sylvie Thérèse
   Thierry Thomas Ursula Valérie Véronique Victor Vincent Virginie Volkan Walter William Wolfgang Xavier Yann Yannick Yasmina
   Yusuf Yves Yvette Yvonne Zeynep`.split(/\s+/),
);
const CAPITALISED_PAIR = /(?<![\p{L}\p{M}])(\p{Lu}[\p{Ll}\p{M}’-]+)\s+\p{Lu}\p{L}+/gu;

/**
 * What in a note seems to say who somebody is, so that its author can think again before sending it. A guess, both ways:
 * nothing is refused because of it.
 */
export function personalIn(text: string): Personal | undefined {
  if (text.length > MOST_READ) return undefined;
  const words = text.normalize('NFC');
  if (EMAIL.test(words)) return 'email';
  if (hasPhone(words)) return 'phone';
  return hasName(words) ? 'name' : undefined;
}

function hasPhone(words: string): boolean {
  return [...words.replace(DATE, ' – ').matchAll(NUMBER)].some(([number]) => {
    const { length } = number.replace(/\P{Nd}/gu, '');
    return length >= LEAST_DIGITS && length <= MOST_DIGITS;
  });
}

function hasName(words: string): boolean {
  if (TITLES.test(words) || CALLED.test(words)) return true;
  return [...words.matchAll(CAPITALISED_PAIR)].some(([, first = '']) => FIRST_NAMES.has(first));
}
