import type { Polarity, WritingLanguage } from '#lib/territory/tables.ts';

/** What one invented person of an exercise writes to a question. */
export interface InventedNote {
  /** From 0: which of the people it is. */
  readonly person: number;
  readonly language: WritingLanguage;
  readonly text: string;
}

type Told = readonly (readonly [person: number, language: WritingLanguage, text: string])[];

/**
 * Invented for exercises, of nobody: eight people who write in five languages. Some say nearly the same, one note has
 * two ideas, one names somebody, so that whoever exercises meets what a real group brings.
 */
const NOTES: Readonly<Record<Polarity, Told>> = {
  'well-being': [
    [0, 'fr', 'Un banc à l’ombre devant chez moi'],
    [1, 'fr', 'Des bancs à l’ombre, devant chez nous'],
    [2, 'de', 'Nachbarn, die sich grüßen'],
    [3, 'tr', 'Yeşil bir park, çocuklar için güvenli'],
    [4, 'ar', 'أن أعرف جيراني'],
    [5, 'en', 'A doctor who knows me, and a bus that comes on time'],
    [6, 'fr', 'Dormir la fenêtre ouverte, sans bruit'],
    [7, 'fr', 'Manger avec les autres une fois par semaine'],
  ],
  'ill-being': [
    [0, 'fr', 'Le bruit des motos la nuit'],
    [1, 'fr', 'Le bruit des motos, la nuit surtout'],
    [2, 'de', 'Dass niemand fragt, wie es mir geht'],
    [3, 'tr', 'Otobüsün geç gelmesi'],
    [4, 'ar', 'الانتظار الطويل عند الطبيب'],
    [5, 'en', 'Filling in the same form three times'],
    [6, 'fr', 'Monsieur Inventé, au 12, qui gare sa voiture sur le trottoir'],
    [7, 'fr', 'Compter chaque euro avant la fin du mois'],
  ],
  responsibility: [
    [0, 'fr', 'Je garde les enfants de ma voisine le mercredi'],
    [1, 'fr', 'Je peux prêter mes outils'],
    [2, 'de', 'Ich grüße alle im Treppenhaus'],
    [3, 'tr', 'Komşumun alışverişini yapıyorum'],
    [4, 'ar', 'أستطيع تعليم لغتي'],
    [5, 'en', 'I water the plants in the yard'],
    [6, 'fr', 'J’éteins la musique à dix heures'],
    [7, 'fr', 'Je peux apprendre à quelqu’un à réparer un vélo'],
  ],
  other: [
    [0, 'fr', 'Une place sans voitures'],
    [2, 'de', 'Mehr Bäume'],
    [3, 'tr', 'Daha çok ağaç'],
    [5, 'en', 'A place to meet when it rains'],
  ],
};

/** What the invented people of an exercise write to a question of this polarity. */
export function inventedNotes(polarity: Polarity): readonly InventedNote[] {
  return NOTES[polarity].map(([person, language, text]) => ({ person, language, text }));
}
