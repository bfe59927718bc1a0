import type { evaluation as french } from '../fr/evaluation.ts';

export const evaluation: Record<keyof typeof french, string> = {
  'evaluation.title': 'Where do we stand?',
  'evaluation.lead':
    'Everyone places themself on the five situations of each indicator, written in the words of the people who live here.',
  'evaluation.none': 'The first evaluation will come here',
  'evaluation.noneYet': 'It will open once indicators have been adopted.',
  'evaluation.state.prepared': 'In preparation',
  'evaluation.state.open': 'Under way',
  'evaluation.state.closed': 'Finished',

  'evaluation.round.new': 'Prepare an evaluation',
  'evaluation.round.newLead':
    'It asks adopted indicators, whose words no longer change, so that one time can be compared with another.',
  'evaluation.round.noIndicators': 'No indicator has been adopted yet',
  'evaluation.round.noIndicatorsHint': 'An evaluation needs at least one adopted indicator.',
  'evaluation.round.name': 'Name of the evaluation',
  'evaluation.round.nameHint': 'For example “Spring 2026”',
  'evaluation.round.lastDay': 'Last day to answer',
  'evaluation.round.reading': 'Which reading is official?',
  'evaluation.round.readingHint':
    'The other one is shown beside it. This is chosen before opening, so that nobody chooses by the result.',
  'evaluation.reading.each-person': 'Each person counts the same',
  'evaluation.reading.each-group': 'Each group counts the same',
  'evaluation.round.byLot': 'People are drawn by lot',
  'evaluation.round.byLotHint':
    'Only if a lot is really drawn among the whole population: then the results have a margin of error.',
  'evaluation.round.indicators': 'The indicators asked',
  'evaluation.round.prepare': 'Prepare',
  'evaluation.round.people':
    '{people, plural, =0 {Nobody has answered yet} one {# person has answered} other {# people have answered}}',
  'evaluation.round.takingUntil': 'Open until {day, date, long}, in short blocks of at most seven questions.',
  'evaluation.round.answer': 'Answer',
  'evaluation.round.results': 'See the results',
  'evaluation.round.onlyParticipation':
    'While the evaluation is open, only the number of people who answer is shown, to everyone, town hall included.',
  'evaluation.round.waitsForClosing': 'The time to answer is over. The results are published at closing.',
  'evaluation.round.notReleased': 'The results are about to be published: their protection is being worked out.',
  'evaluation.staff.release': 'Publish the results',
  'evaluation.stillOpen': 'This evaluation is not closed yet.',
  'evaluation.noIndicator': 'Choose at least one indicator.',
  'evaluation.notFrozen':
    'One of these indicators is not adopted: an evaluation asks only words that no longer change.',
  'evaluation.alreadyOpened': 'This evaluation has already been opened.',
  'evaluation.notOpen': 'This evaluation is not open: it takes no answers now.',
  'evaluation.notAsked': 'This evaluation does not ask this indicator.',
  'evaluation.beginFirst': 'Begin your answers first, from the first page.',
  'evaluation.thresholds':
    'The four thresholds must be in order, from the passage to situation 2 to the one to situation 5.',

  'evaluation.staff.open': 'Open the evaluation',
  'evaluation.staff.openHint':
    'A body decides it, and a second person confirms. On opening, the list of indicators and the official reading are fixed.',
  'evaluation.staff.openNow': 'Open now',
  'evaluation.staff.close': 'Close and publish the results',
  'evaluation.staff.closeHint':
    'A body decides it, and a second person confirms. The results are published once, at the moment of closing.',
  'evaluation.staff.closeNow': 'Close and publish now',
  'evaluation.staff.waiting': 'The decision is entered; it waits for a second person to confirm it.',
  'evaluation.staff.recordDecision': 'Enter the decision',
  'evaluation.decision.open': 'Open the evaluation “{name}”',
  'evaluation.decision.close': 'Close the evaluation “{name}” and publish its results',

  'evaluation.begin.title': 'Where do you stand?',
  'evaluation.begin.lead':
    '{indicators, plural, one {One question} other {# questions}}, in short blocks. Stop when you like: every answer counts.',
  'evaluation.begin.closed': 'It is not possible to answer now.',
  'evaluation.begin.resume':
    '{answered, plural, =0 {You had begun.} one {Your first answer is kept.} other {Your # answers are kept.}}',
  'evaluation.begin.continue': 'Continue',
  'evaluation.begin.secretTitle': 'Your answers stay secret',
  'evaluation.begin.secret':
    'No name, no time: only your choices are kept. Results never show fewer than {k, number} answers together.',
  'evaluation.begin.profile': 'If you like, say where you answer from. Each line may stay empty.',
  'evaluation.begin.notSaid': 'I would rather not say',
  'evaluation.begin.group': 'Which group do you feel close to?',
  'evaluation.begin.neighbourhood': 'Your neighbourhood',
  'evaluation.begin.age': 'Your age',
  'evaluation.begin.start': 'Begin',
  'evaluation.age.under-16': 'Under 16',
  'evaluation.age.16-25': '16 to 25',
  'evaluation.age.26-39': '26 to 39',
  'evaluation.age.40-59': '40 to 59',
  'evaluation.age.60-74': '60 to 74',
  'evaluation.age.75+': '75 and over',
  'evaluation.age.not-stated': 'Age not said',

  'evaluation.answer.legend': 'Which situation is most like yours?',
  'evaluation.answer.dontKnow': 'I don’t know',
  'evaluation.answer.notConcerned': 'This doesn’t concern me',
  'evaluation.answer.place': 'Indicator {place, number} of {number, number}',
  'evaluation.answer.later': 'Go on later',
  'evaluation.answer.next': 'Next',
  'evaluation.answer.problem': 'To complete: choose an answer',

  'evaluation.end.pause': 'A break?',
  'evaluation.end.thanks': 'Thank you',
  'evaluation.end.kept':
    '{answered, plural, one {Your answer is kept} other {Your # answers are kept}}, of {number, plural, one {one question} other {# questions}}.',
  'evaluation.end.more': 'Continue',
  'evaluation.end.stop': 'Stop here',
  'evaluation.end.resume': 'You can go on here, on the same device, until closing.',
  'evaluation.end.released': 'The results will be published at closing, for everyone at the same time.',
  'evaluation.end.home': 'Back to the home page',
  'evaluation.end.review': 'Look at my answers again',

  'evaluation.level.1': 'very unsatisfactory',
  'evaluation.level.2': 'unsatisfactory',
  'evaluation.level.3': 'medium',
  'evaluation.level.4': 'good',
  'evaluation.level.5': 'ideal',

  'evaluation.cell.few': 'Fewer than {k, number} answers: not shown',
  'evaluation.cell.protected': 'Not shown, so that nobody can be recognised',
  'evaluation.cell.part': 'Situation {situation}: {share, number} %',
  'evaluation.cell.answers': '{n, plural, one {# answer} other {# answers}}',
  'evaluation.cell.percent': '{share, number} %',

  'evaluation.results.title': 'Where it is most difficult',
  'evaluation.results.eyebrow': '{people, plural, one {# person} other {# people}} · participants, not a sample',
  'evaluation.results.notASample': 'These results tell of those who answered, not of the whole population.',
  'evaluation.results.official.each-person': 'Official reading: each person counts the same.',
  'evaluation.results.official.each-group': 'Official reading: each group counts the same.',
  'evaluation.results.caption':
    'Answers of {people, plural, one {# person} other {# people}}, by indicator; the most difficult first',
  'evaluation.results.indicator': 'Indicator',
  'evaluation.results.situations': 'Five situations',
  'evaluation.results.illBeing': 'in\u00a01–\u20602',
  'evaluation.results.n': 'answers',
  'evaluation.results.rules':
    'A group is shown from {k, number} answers on; from {k, number} to 29 in three classes (1–2, 3, 4–5), from 30 on in five situations. A larger group stays in three classes, or isn’t shown, where its figures would tell those of a small group by subtraction; and about one in sixteen is left out by lot, so that a group’s absence tells nothing of its answers. “I don’t know” and “This doesn’t concern me” are counted apart.',

  'evaluation.results.since': 'since “{round}”',
  'evaluation.change.points':
    '{points, plural, =0 {0 points} one {{points, number, ::sign-always} point} other {{points, number, ::sign-always} points}}',
  'evaluation.change.harder': 'harder',
  'evaluation.change.easier': 'less hard',
  'evaluation.change.unchanged': 'unchanged',
  'evaluation.reading.other.each-person': 'And if each group counted the same?',
  'evaluation.reading.other.each-group': 'And if each person counted the same?',
  'evaluation.reading.rankChanges': 'The order would change for:',
  'evaluation.reading.rankChange':
    '{name}: rank {eachPerson, number} when each person counts the same, rank {eachGroup, number} when each group does',
  'evaluation.group.not-stated': 'Group not said',
  'evaluation.neighbourhood.not-stated': 'Neighbourhood not said',

  'evaluation.one.everybody': 'Everyone',
  'evaluation.one.illBeing': 'in situations 1 and 2',
  'evaluation.one.wellBeing': 'in situations 4 and 5',
  'evaluation.one.median': 'median situation (mean {mean, number})',
  'evaluation.one.others':
    '{dontKnow, plural, =0 {nobody doesn’t know} one {# doesn’t know} other {# don’t know}}, {notConcerned, plural, =0 {nobody isn’t concerned} one {# isn’t concerned} other {# aren’t concerned}}',
  'evaluation.one.by.group': 'By group',
  'evaluation.one.by.neighbourhood': 'By neighbourhood',
  'evaluation.one.by.age': 'By age',
  'evaluation.one.category': 'Who',
  'evaluation.one.groups': 'What the groups say together',
  'evaluation.one.situations': 'The five situations',
  'evaluation.one.objective': 'Make it an objective',
  'evaluation.one.origin': 'Which words does this indicator come from?',

  'evaluation.wheel.title': 'The wheel',
  'evaluation.wheel.lead':
    'The mean situation of each indicator: the ideal one at the rim, the most difficult in the middle. The median is in the table.',
  'evaluation.wheel.open': 'See the wheel',
  'evaluation.wheel.caption': '{round}: situations of {people, plural, one {# person} other {# people}}',
  'evaluation.wheel.switches': 'Show or hide an evaluation',
  'evaluation.wheel.median':
    'median {median, number}, mean {mean, number} ({n, plural, one {# answer} other {# answers}})',
  'evaluation.wheel.notAsked': 'not asked that time',

  'evaluation.groups.title': 'Evaluate as a group',
  'evaluation.groups.lead':
    'The group talks, then agrees on one situation. Its reasons are kept, and what some see differently.',
  'evaluation.groups.which': 'Which group?',
  'evaluation.groups.agree': 'Agree on a situation',
  'evaluation.groups.again': 'Change our minds together',
  'evaluation.groups.agreed': 'The group agrees on situation {level, number}',
  'evaluation.groups.legend': 'The situation on which the group “{group}” agrees',
  'evaluation.groups.reasons': 'Why?',
  'evaluation.groups.dissent': 'Other views',
  'evaluation.groups.dissentHint': 'What some see differently, without names.',

  'evaluation.measures.title': 'Measured data',
  'evaluation.measures.lead': 'Statistics placed beside what people say, never mixed into it.',
  'evaluation.measures.none': 'No measured data for now',
  'evaluation.measures.noneYet': 'A dated statistic, with its unit and source, can shed light on an indicator.',
  'evaluation.measures.attach': 'Attach a statistic',
  'evaluation.measures.name': 'What is measured',
  'evaluation.measures.unit': 'Unit',
  'evaluation.measures.unitHint': 'For example “per 10,000 inhabitants” or “% of dwellings”',
  'evaluation.measures.source': 'Source',
  'evaluation.measures.from': 'Source: {source}',
  'evaluation.measures.direction': 'Which way is better?',
  'evaluation.measures.up': 'The greater the value, the better',
  'evaluation.measures.down': 'The smaller the value, the better',
  'evaluation.measures.passages': 'The territory’s thresholds',
  'evaluation.measures.passagesHint':
    'Four values, separated by semicolons: passage to situations 2, 3, 4 and 5. A value equal to the threshold has passed it.',
  'evaluation.measures.day': 'Date',
  'evaluation.measures.level': 'Situation',
  'evaluation.measures.put': 'Add or correct a value',
};
