import type { Migration } from 'kysely/migration';
import * as kiosk from './030_kiosk.ts';
import * as ground from './001_ground.ts';
import * as people from './002_people.ts';
import * as territory from './003_territory.ts';
import * as definitions from './004_definitions.ts';
import * as grid from './005_grid.ts';
import * as indicators from './005_indicators.ts';
import * as evaluation from './006_evaluation.ts';
import * as plan from './007_plan.ts';
import * as votes from './008_votes.ts';
import * as noteByAuthor from './009_note_by_author.ts';
import * as confirmedHolder from './010_confirmed_holder.ts';
import * as roundLot from './011_round_lot.ts';
import * as coverage from './012_coverage.ts';
import * as leastShown from './013_least_shown.ts';
import * as roundCorrection from './014_round_correction.ts';
import * as cycleLeastShown from './015_cycle_least_shown.ts';
import * as roomFocus from './016_room_focus.ts';
import * as rehearsal from './017_rehearsal.ts';
import * as spreadsheets from './018_spreadsheets.ts';
import * as checksAndCampaign from './019_checks_and_campaign.ts';
import * as noteReport from './020_note_report.ts';
import * as secondPerson from './021_second_person.ts';
import * as noOrder from './022_no_order.ts';

/** In the order in which they run. A migration that has been released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '001_ground': ground,
  '002_people': people,
  '003_territory': territory,
  '004_definitions': definitions,
  '005_grid': grid,
  '005_indicators': indicators,
  '006_evaluation': evaluation,
  '007_plan': plan,
  '008_votes': votes,
  '009_note_by_author': noteByAuthor,
  '010_confirmed_holder': confirmedHolder,
  '011_round_lot': roundLot,
  '012_coverage': coverage,
  '013_least_shown': leastShown,
  '014_round_correction': roundCorrection,
  '015_cycle_least_shown': cycleLeastShown,
  '016_room_focus': roomFocus,
  '017_rehearsal': rehearsal,
  '018_spreadsheets': spreadsheets,
  '019_checks_and_campaign': checksAndCampaign,
  '020_note_report': noteReport,
  '021_second_person': secondPerson,
  '022_no_order': noOrder,
  '030_kiosk': kiosk,
} as Record<string, Migration>;
