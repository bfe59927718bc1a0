import { describe, expect, test } from 'vitest';
import { ALIKE, LEAST_LETTERS, MOST_COMPARED, similarity, similarNotes } from '#lib/definitions/similar.ts';

const note = (id: string, text: string, questionId = 'q') => ({ id, text, questionId });

describe('two notes', () => {
  test.each([
    ['Un banc à l’ombre devant chez moi', 'Des bancs à l’ombre, devant chez nous'],
    ['Le bruit des motos la nuit', 'LE BRUIT DES MOTOS, LA NUIT SURTOUT !'],
    ['Nachbarn, die sich grüßen', 'Die Nachbarn grüßen sich'],
    ['Mehr Bäume in der Straße', 'Mehr Bäume in unserer Straße'],
    ['Çocuklar için güvenli bir park', 'Çocuklara güvenli bir park'],
    ['Otobüsün geç gelmesi', 'Otobüsün hep geç gelmesi'],
    ['أن أعرف جيراني', 'أَنْ أَعْرِفَ جِيرَانِي'],
    ['الانتظار الطويل عند الطبيب', 'انتظار طويل عند الطبيب'],
  ])('may say the same: %s · %s', (a, b) => expect(similarity(a, b)).toBeGreaterThanOrEqual(ALIKE));

  test.each([
    ['Un banc à l’ombre', 'Une fontaine à l’ombre'],
    ['Le bruit des motos la nuit', 'Le bruit de la rue la nuit'],
    ['Nachbarn, die sich grüßen', 'Nachbarn, die laut sind'],
    ['Mehr Bäume in der Straße', 'Mehr Busse am Abend'],
    ['Çocuklar için güvenli bir park', 'Yaşlılar için bir kahvehane'],
    ['الانتظار الطويل عند الطبيب', 'الطبيب يعرفني جيدا'],
    ['Un banc à l’ombre', 'Eine Bank im Schatten'],
  ])('are not taken for the same: %s · %s', (a, b) => expect(similarity(a, b)).toBeLessThan(ALIKE));

  test('that are too short are never alike', () => {
    const least = 'a'.repeat(LEAST_LETTERS);
    expect(similarity(least, least)).toBe(1);
    expect(similarity(least.slice(1), least.slice(1))).toBe(0);
    expect(similarity('', '🙂🙂')).toBe(0);
  });

  test('are alike both ways, to one question only, and no note is alike to itself', () => {
    const notes = [
      note('a', 'Un banc à l’ombre'),
      note('b', 'Un banc, à l’ombre'),
      note('c', 'Un banc à l’ombre', 'p'),
    ];
    expect([...similarNotes(notes)]).toEqual([
      ['a', ['b']],
      ['b', ['a']],
    ]);
  });

  test('are compared on a wall of a room, and not on one of thousands', () => {
    const wall = Array.from({ length: MOST_COMPARED }, (_, at) => note(`n${at}`, at < 2 ? 'Un banc à l’ombre' : ''));
    expect(similarNotes(wall).size).toBe(2);
    expect(similarNotes([...wall, note('one more', '')]).size).toBe(0);
  });
});
