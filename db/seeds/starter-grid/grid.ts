import { accessToResources } from './access-to-resources.ts';
import { attitudes } from './attitudes.ts';
import { families } from './families.ts';
import { feelings } from './feelings.ts';
import { institutions } from './institutions.ts';
import { livingEnvironment } from './living-environment.ts';
import { personalBalances } from './personal-balances.ts';
import { personalRelations } from './personal-relations.ts';
import { societalBalances } from './societal-balances.ts';
import type { StarterGrid } from './types.ts';

/** Eight families and their components, a first version to be edited by each territory. */
export const starterGrid: StarterGrid = {
  version: '1',
  name: {
    fr: 'Grille de départ, à modifier',
    en: 'Starter grid, to be edited',
    de: 'Ausgangsraster, zum Bearbeiten',
  },
  notice: {
    fr: 'Une grille de départ, à renommer, compléter ou réduire selon ce que disent les gens d’ici. Ce n’est pas la grille officielle du Conseil de l’Europe : les noms de familles et les composantes marquées « source » viennent de documents publiés sur la méthode SPIRAL, le reste est une proposition.',
    en: 'A grid to start from, to be renamed, extended or shortened after what people here say. It is not the Council of Europe’s official grid: the names of the families and the components marked “source” come from published material on the SPIRAL method, the rest is a suggestion.',
    de: 'Ein Raster für den Anfang, das nach den Worten der Menschen vor Ort umbenannt, ergänzt oder gekürzt wird. Es ist nicht das offizielle Raster des Europarats: Die Namen der Familien und die mit „Quelle“ bezeichneten Komponenten stammen aus Veröffentlichungen zur Methode SPIRAL, der Rest ist ein Vorschlag.',
  },
  families,
  components: [
    ...accessToResources,
    ...livingEnvironment,
    ...institutions,
    ...personalRelations,
    ...societalBalances,
    ...personalBalances,
    ...feelings,
    ...attitudes,
  ],
};
