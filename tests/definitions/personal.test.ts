import { describe, expect, test } from 'vitest';
import { personalIn } from '#lib/definitions/personal.ts';

describe('a note that seems to say who somebody is', () => {
  test.each([
    ['Appelez-moi au 06 12 34 56 78', 'phone'],
    ['+33 6.12.34.56.78 le soir', 'phone'],
    ['Tel 0049 (0)761 123456', 'phone'],
    ['0532 123 45 67', 'phone'],
    ['هاتفي 0612345678', 'phone'],
    ['Écrivez à jean.dupont@exemple.fr !', 'email'],
    ['ayşe@örnek.example', 'email'],
    ['Madame Kessler nous aide beaucoup', 'name'],
    ['Merci à M. Riss', 'name'],
    ['Frau Vogel hört zu', 'name'],
    ['je m’appelle odile', 'name'],
    ['Ich heiße Jürgen', 'name'],
    ['اسمي خالد', 'name'],
    ['C’est grâce à Nadia Kessler que j’ose venir', 'name'],
    ['Mehmet Yılmaz amca hep yardım eder', 'name'],
  ])('%s', (text, found) => expect(personalIn(text)).toBe(found));

  test.each([
    'Respirer un air propre',
    'Un loyer à 450 euros, pas 1 200',
    'Il y a 12 500 000 voitures en 2026',
    'De 08 h à 20 h 30, du 01.01.2026 au 31.12.2026',
    'Ouvert 0–24',
    'Place Kléber le samedi, près de la Croix Rouge',
    'Pôle Emploi et la Mission Locale ne répondent pas',
    'Gute Luft und Ruhe am Abend',
    'Les roses du parc',
    'Mes voisins me disent bonjour',
    'Monsieur le maire doit écouter',
    'Çocuğum için yeşil bir yer',
    'Le bus 10 passe à 07 h 05 et 07 h 25',
    '@ la mairie',
  ])('not: %s', (text) => expect(personalIn(text)).toBeUndefined());

  test('counts seven digits for no number, eight and fifteen for one, sixteen for none', () => {
    const of = (digits: number) => personalIn(`0${'1'.repeat(digits - 1)}`);
    expect([7, 8, 15, 16].map(of)).toEqual([undefined, 'phone', 'phone', undefined]);
  });

  test('is quick, whatever is written', () => {
    // Patterns that go back and forth over long input would not end.
    const long = ['0 '.repeat(5000), 'a@'.repeat(5000), 'Jean '.repeat(2000), '+'.repeat(10_000), 'x'.repeat(10_000)];
    for (const text of [...long, 'x'.repeat(5_000_000)]) expect(() => personalIn(text)).not.toThrow();
  });
});
