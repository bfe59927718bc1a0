import type { votes as french } from '../fr/votes.ts';

/** Step 4: votes, their ballots, rolls, receipts and results. */
export const votes: Record<keyof typeof french, string> = {
  'votes.title': 'Votes',
  'votes.lead':
    'People choose among proposals that were worked out together, under a budget. The count is by equal shares, and anyone can repeat it.',
  'votes.none': 'The first vote will come here',
  'votes.noneHint': 'It opens once the mixed panel has accepted proposals.',
  'votes.state.prepared': 'Being prepared',
  'votes.state.announced': 'Decided, not open yet',
  'votes.state.open': 'Open',
  'votes.state.over': 'Voting time is over',
  'votes.state.closed': 'Closed',
  'votes.ballots': '{ballots, plural, =0 {No ballot so far} one {# ballot in the box} other {# ballots in the box}}',
  'votes.until': 'You can vote until {day}.',
  'votes.vote': 'I vote',
  'votes.join.lead': 'This code opens the ballot of this vote.',
  'votes.join.toBallot': 'To the ballot',
  'votes.see': 'See the result',
  'votes.read': 'Read the rules',
  'votes.prepare': 'Prepare a vote',

  'votes.new.title': 'Prepare a vote',
  'votes.new.lead':
    'A body decides to open it, a second person confirms: everything you set here is published from that confirmation on, before opening. Once it is open, nothing changes any more.',
  'votes.new.noProposals': 'At least two proposals accepted by the mixed panel are needed',
  'votes.new.noProposalsHint':
    'A vote orders what was worked out together: it comes after the review of the proposals.',
  'votes.new.name': 'Name of the vote',
  'votes.new.nameHint': 'For example “First vote: €120,000 for both banks”',
  'votes.new.question': 'Question',
  'votes.new.questionHint': 'In one or two sentences, as people will read it on the ballot.',
  'votes.new.proposals': 'Proposals on the ballot',
  'votes.new.proposalsHint':
    'Only those that the mixed panel accepted. Those that are already an action, or on another ballot, are not ticked beforehand.',
  'votes.new.started': 'Has already become an action',
  'votes.new.elsewhere': 'Already on the ballot of “{name}”',
  'votes.new.budget': 'Budget',
  'votes.new.least': 'Choices: at least',
  'votes.new.leastHint': 'Three or more are advised: with one choice only, equal shares have little to share.',
  'votes.new.most': 'Choices: at most',
  'votes.new.mostHint': 'One person’s choices need not fit the budget together.',
  'votes.new.add1': 'What becomes of the money that is left?',
  'votes.new.add1Hint':
    'When nothing more can be paid, all is counted again with one unit more for each ballot, and so on. The two ways to stop can give different results: the choice is made before.',
  'votes.add1.only-at-overspend': 'Stop just before the budget is overspent',
  'votes.add1.only-at-overspendHint':
    'It goes on as long as the total fits the budget. This is the usual way, and the one that is advised.',
  'votes.add1.also-at-first-exhaustive': 'Stop also as soon as nothing else would fit',
  'votes.add1.also-at-first-exhaustiveHint':
    'It stops at the first result to which no proposal could be added, even if another sharing were still possible.',
  'votes.new.admission': 'Who may vote?',
  'votes.admission.roll': 'With a one-time code',
  'votes.admission.rollHint':
    'Handed out at the counter or by letter. A paper ballot uses a code of the same roll: nobody votes twice.',
  'votes.admission.account': 'With an account',
  'votes.admission.accountHint': 'One vote for each confirmed e-mail address.',
  'votes.admission.open': 'Anyone who has the link',
  'votes.admission.openHint':
    'One vote for each device: a straw poll to feel the mood, easy to cheat. Those who vote are told so.',
  'votes.new.lastDay': 'Last day to vote',
  'votes.new.whoDecides': 'Who decides in the end, and who may vote',
  'votes.new.whoDecidesHint': 'For example “The town council; people aged 16 or more who live here vote”',
  'votes.new.binding': 'Does the result bind those who decide?',
  'votes.new.bindingHint': 'Departing from it needs a public reason in any case.',
  'votes.binding.yes': 'Yes, the result will be followed',
  'votes.binding.no': 'No, it is advice',
  'votes.new.council': 'Day on which the council deals with it',
  'votes.new.dearer': 'Proposals dearer than the whole budget',
  'votes.new.dearerKeep': 'Leave them on the ballot: it will say that they cannot win',
  'votes.new.save': 'Prepare this vote',
  'votes.edit.title': 'Correct this vote',
  'votes.edit.lead':
    'Until it opens, everything can be corrected. A decision already taken was about the vote as it was: after a change, it takes another one, and until then the vote is no longer published.',
  'votes.edit.save': 'Save the corrected vote',
  'votes.discard.title': 'Delete this vote',
  'votes.discard.hint':
    'It is not open yet: it disappears, with its codes if it has any. The journal keeps that it was prepared and deleted.',
  'votes.discard.now': 'Delete for good',

  'votes.rules': 'The rules',
  'votes.rule.budget': 'Budget',
  'votes.rule.choices': 'Choices on a ballot',
  'votes.rule.choicesText': 'From {least, number} to {most, number} proposals. They need not fit the budget together.',
  'votes.rule.count': 'Count',
  'votes.rule.countText':
    'By equal shares: each ballot gets the same share of the budget, and a proposal is funded when its supporters can pay for it together.',
  'votes.rule.rest': 'Money that is left',
  'votes.rule.admission': 'Who may vote',
  'votes.rule.lastDay': 'Last day',
  'votes.rule.lastDayTold': 'Last day as announced',
  'votes.rule.closedOn': 'Closed on',
  'votes.rule.whoDecides': 'Who decides',
  'votes.rule.binding': 'The result binds',
  'votes.rule.council': 'The council deals with it on',
  'votes.rule.ties': 'Ties',
  'votes.rule.tiesText': 'The lower cost, then more votes, then a lot drawn before the first ballot.',
  'votes.rulesHash': 'Hash of the rules, fixed at opening (SHA-256)',
  'votes.onBallot': 'On the ballot',
  'votes.onBallotCaption': '{count, plural, one {# proposal} other {# proposals}}, in alphabetical order',
  'votes.proposal': 'Proposal',
  'votes.cost': 'Cost',
  'votes.dearerMark': 'More than the whole budget: cannot win',
  'votes.objectives': 'Objectives',
  'votes.onlyNumber':
    'While the vote is open, only the number of ballots in the box is shown, to everyone, town staff included.',
  'votes.announced': 'This vote is not open yet. The body has decided to open it.',
  'votes.announcedHint':
    'Here are its rules and what will be on the ballot. If anything is corrected before opening, the body decides on it again.',
  'votes.waitsForClosing': 'Voting time is over. The result is published at closing.',
  'votes.strawPoll':
    'This is a straw poll: one vote for each device, without checking who votes. Its result shows the mood, no more.',
  'votes.countUnderWay': 'The vote is closed. The count isn’t published yet.',
  'votes.checkReceipt': 'Check my receipt',

  'votes.staff.open': 'Open the vote',
  'votes.staff.openHint':
    'A body decides it, and a second person confirms. At opening the rules, the proposals and their costs are fixed, and the lot that breaks ties is drawn. From the confirmation on, everyone can read this vote.',
  'votes.staff.openNow': 'Open now',
  'votes.staff.close': 'Close and count',
  'votes.staff.closeHint':
    'A body decides it, and a second person confirms. The count follows at once and is published for everyone at the same moment.',
  'votes.staff.early':
    'The last day as announced, {day}, is not over yet: closing now means taking ballots for less time than planned.',
  'votes.staff.told.everything':
    '{ballots, plural, one {# ballot is} other {# ballots are}} in the box: if the vote were closed now, everything would be published, shuffled ballots included.',
  'votes.staff.told.totals':
    '{ballots, plural, one {# ballot is} other {# ballots are}} in the box: if the vote were closed now, at most the number of votes of each proposal would be published, and only what won where a choice could be guessed. It takes {everything, number} for everything to be published.',
  'votes.staff.told.outcome':
    '{ballots, plural, =0 {No ballot is} one {# ballot is} other {# ballots are}} in the box: if the vote were closed now, only what won would be published. Even this may let choices be guessed: better wait for {totals, number} ballots, and {everything, number} for everything to be published.',
  'votes.staff.closeNow': 'Close and count now',
  'votes.staff.waiting': 'The decision is entered; it waits for a second person to confirm it.',
  'votes.staff.record': 'Enter the decision',
  'votes.staff.count': 'Finish the count',
  'votes.staff.countHint': 'The vote was closed, but its count was interrupted. Counting again gives the same result.',
  'votes.staff.countNow': 'Count and publish',
  'votes.staff.roll': 'One-time codes',
  'votes.staff.paper': 'Type in paper ballots',
  'votes.decision.open': 'Open the vote “{name}”',
  'votes.decision.close': 'Close the vote “{name}” and publish its result',

  'votes.ballot.title': 'My ballot',
  'votes.ballot.choose': 'Choose from {least, number} to {most, number} proposals',
  'votes.ballot.chooseExactly': '{least, plural, one {Choose one proposal} other {Choose # proposals}}',
  'votes.ballot.chooseHint':
    'Your choices need not fit the budget of {budget} together. The order is drawn for you, so that nobody is favoured.',
  'votes.ballot.chosen': 'Chosen:',
  'votes.ballot.tooFew': 'Not enough yet',
  'votes.ballot.tooMany': 'Too many',
  'votes.ballot.range': '(from {least, number} to {most, number})',
  'votes.ballot.review': 'Review my ballot',
  'votes.ballot.reviewTitle': 'This is your ballot',
  'votes.ballot.reviewLead': 'Read it again, then vote. After that it can’t be changed.',
  'votes.ballot.reviewList': '{count, plural, one {You choose one proposal} other {You choose # proposals}}',
  'votes.ballot.dearer':
    '{count, plural, one {One of your choices costs more than the whole budget: it cannot win.} other {# of your choices cost more than the whole budget: they cannot win.}}',
  'votes.ballot.dearerHint': 'You can vote like this, or change your choices.',
  'votes.ballot.send': 'I vote',
  'votes.ballot.change': 'Change my choices',
  'votes.ballot.code': 'Your code',
  'votes.ballot.codeHint': 'Twelve letters and digits, on your letter or slip. In capitals or not, with spaces or not.',
  'votes.ballot.readProposal': 'Read this proposal, in a new tab',
  'votes.ballot.codeTitle': 'Your code, to begin',
  'votes.ballot.codeLead': 'It says that you may vote, not who you are: it isn’t kept with your choices.',
  'votes.ballot.closed': 'It isn’t possible to vote now.',
  'votes.ballot.voted': 'A ballot from this device has already been counted.',
  'votes.ballot.votedAccount': 'You have already voted with this account.',
  'votes.ballot.votedHint': 'Your choices are kept nowhere with you, so they can’t be shown to you.',
  'votes.ballot.votedBefore': 'Have you already voted with this code?',
  'votes.ballot.unverified': 'Confirm your e-mail address first.',
  'votes.ballot.unverifiedHint':
    'This vote needs a confirmed address. Ask for a link on the page of your account, then come back here.',
  'votes.ballot.shown': 'A receipt will be drawn in your browser.',
  'votes.ballot.shownServer': 'Without JavaScript, your receipt is drawn by the server.',
  'votes.done.title': 'Your ballot is in the box',
  'votes.done.again': 'Your ballot was in the box already: it counts once, as you sent it first.',
  'votes.done.receipt': 'Your receipt',
  'votes.done.keep':
    'Note this receipt or print this page: it is shown here only. Nobody can read your choices in it, not even you.',
  'votes.done.browser': 'This receipt was drawn in your browser.',
  'votes.done.server': 'This receipt was drawn by the server, since your browser doesn’t use JavaScript.',
  'votes.done.hash': 'Hash of the receipt, published at closing',
  'votes.done.signature': 'The server’s signature on this hash',
  'votes.done.proves':
    'The signature proves that the server accepted a ballot with this receipt. If the hash were missing in the published list, you could show this to everyone, without telling what you chose.',
  'votes.done.next': 'Somebody else votes on this device',
  'votes.done.back': 'Back to the vote',

  'votes.limits': 'What this vote promises, and what it doesn’t',
  'votes.limits.secret':
    'Secret towards the public and those who administer the vote: the list of who has voted and the ballot box share no key, no time and no order.',
  'votes.limits.recount':
    'Recountable by all from {everything, number} ballots on: rules, shuffled ballots and result are published. Below, less is published: at most the number of votes from {totals, number} on, otherwise only what won. With very few ballots, what won still tells something to those who voted.',
  'votes.limits.operator':
    'It does not resist whoever operates the server: they could watch a ballot at the moment it comes in.',
  'votes.limits.postgres':
    'Until closing, the database keeps a hidden number that would tie a ballot to the list; at closing both are rewritten in an order drawn by lot.',
  'votes.limits.coercion': 'It does not protect against somebody who makes you vote in front of them.',
  'votes.limits.elections': 'It isn’t made for an election in the legal sense: for that use Belenios, for example.',

  'votes.receipt.title': 'Check a receipt',
  'votes.receipt.lead': 'A receipt tells whether a ballot is in the box, never what it contains.',
  'votes.receipt.label': 'Receipt',
  'votes.receipt.hint': 'Twenty-four letters and digits',
  'votes.receipt.check': 'Check',
  'votes.receipt.found': 'A ballot with this receipt is in the box.',
  'votes.receipt.missing':
    'No ballot has this receipt. See whether it was copied right; if you have a signature for it, show it to the body that opened the vote.',
  'votes.receipt.list': 'The list of all receipts is published with the result:',

  'votes.roll.title': 'One-time codes',
  'votes.roll.lead':
    'The roll keeps the hash of each code, never the code: it is shown only once, right after it was made.',
  'votes.roll.states': 'Where the codes are',
  'votes.roll.batch': 'Batch',
  'votes.codes.title': 'Codes to vote with',
  'votes.codes.sum':
    '{count, plural, one {One code was made for this vote} other {# codes were made for this vote}}: there can’t be more ballots. Each batch is told here, with its day and who made it.',
  'votes.codes.batch': '{count, plural, one {one code} other {# codes}}',
  'votes.codes.late': '· after the opening',
  'votes.codes.replaced': '· {count, plural, one {one replaced} other {# replaced}}',
  'votes.roll.made': 'Made',
  'votes.roll.usage':
    '{used, plural, =0 {No code has been used} one {One code has been used} other {# codes have been used}}. {ready, plural, =0 {None is left.} one {One is left.} other {# are left.}}',
  'votes.roll.void': 'Void',
  'votes.roll.make': 'Make codes',
  'votes.roll.name': 'Name of the batch',
  'votes.roll.nameHint': 'For example “Counter of the right bank”',
  'votes.roll.number': 'How many codes',
  'votes.roll.numberHint': 'From 1 to 5,000 at a time',
  'votes.roll.makeNow': 'Make these codes',
  'votes.roll.replace': 'Replace a lost code',
  'votes.roll.replaceHint':
    'The old one becomes void and a new one has the same number. A code that was used can’t be replaced.',
  'votes.roll.codeNumber': 'Number of the code',
  'votes.roll.codeNumberHint': 'It is printed on each slip, beside the name of the batch.',
  'votes.roll.replaceNow': 'Make void and replace',
  'votes.roll.madeTitle': '{count, plural, one {One code, shown only once} other {# codes, shown only once}}',
  'votes.roll.madeHint':
    'Print this page now. Once you have left it the codes can’t be shown again; others can only be made.',
  'votes.roll.slipNumber': '{batch}, no. {number, number}',
  'votes.roll.slipHow': 'Take a picture of the drawing, or type this code at this address, until {day}:',
  'votes.roll.slipOnce': 'This code works once. It doesn’t say who you are.',
  'votes.roll.slipPicture': 'Drawing to be photographed to vote with this code',

  'votes.paper.title': 'Type in a paper ballot',
  'votes.paper.lead':
    'A paper ballot carries a code of the same roll. Type it as it is, without looking who handed it in.',
  'votes.paper.code': 'Code of the ballot',
  'votes.paper.choices': 'Proposals that are ticked',
  'votes.paper.save': 'Put into the box',
  'votes.paper.done': 'The ballot is in the box. The receipt to hand over, if the person asks for it:',
  'votes.paper.again': 'This ballot was in the box already; it counts once.',
  'votes.paper.unfit':
    'A ballot with too many or too few choices isn’t counted, on paper as on screen: give it back to the person if they are still there.',

  'votes.result.eyebrow':
    '{ballots, plural, =0 {No ballots} one {# ballot} other {# ballots}} · counted by equal shares',
  'votes.result.lead':
    '{winners, plural, =0 {No proposal is funded, of a budget of {budget}.} one {One proposal is funded for {total}, of a budget of {budget}.} other {# proposals are funded for {total}, of a budget of {budget}.}}',
  'votes.result.budget': 'Budget: {parts}; {left} is left.',
  'votes.result.left': 'Left',
  'votes.result.winners': 'Funded',
  'votes.result.losers': 'Not funded',
  'votes.result.noWinner': 'No proposal is funded.',
  'votes.result.votes': '{votes, plural, =0 {no vote} one {# vote} other {# votes}}',
  'votes.result.changes': 'What equal shares change',
  'votes.result.changesNone':
    'Counting only the number of votes, from the most to the fewest, would have funded the same proposals.',
  'votes.result.changesSome':
    'Counting only the number of votes can give almost the whole budget to the choices of the largest group. By equal shares every ballot weighs the same amount.',
  'votes.result.gained': 'Funded by equal shares, not by the number of votes alone:',
  'votes.result.lost': 'Funded by the number of votes alone, not by equal shares:',
  'votes.result.compare': 'The two counts side by side, {ballots, plural, one {# ballot} other {# ballots}}',
  'votes.result.equalShares': 'Equal shares',
  'votes.result.greedy': 'Number of votes alone',
  'votes.result.votesHead': 'Votes',
  'votes.result.kept': 'funded',
  'votes.result.notKept': 'not funded',
  'votes.result.total': 'Total',
  'votes.result.totalsOnly':
    'Fewer than {least, number} ballots: only totals are published, so that nobody can guess what another person chose.',
  'votes.result.outcomeOnly':
    'Fewer than {least, number} ballots: only the outcome is published, for the number of votes would tell what each person chose.',
  'votes.result.outcomeAlike':
    'Fewer than {least, number} ballots, and almost everyone, or almost no one, chose the same proposal: only the outcome is published, for the number of votes would tell what each person chose.',

  'votes.why.everything-fits': 'All proposals that have votes fit the budget together: all are funded.',
  'votes.why.free': 'It costs nothing and has votes.',
  'votes.why.supporters-paid':
    'Chosen at step {step, number}: {payers, plural, one {# ballot that supports it paid for it} other {# ballots that support it paid for it together}}, {price} each at most.',
  'votes.why.filled-in': 'It still fitted into the {left} that were left of the budget.',
  'votes.why.no-votes': 'No ballot supports it.',
  'votes.why.over-budget': 'It costs {excess} more than the whole budget.',
  'votes.why.supporters-short': 'In the end its supporters had only {money} left among them: {missing} was missing.',
  'votes.why.never': 'They never had enough together.',
  'votes.why.after':
    '{step, plural, one {Their share went to other choices at the very first step.} other {Their share went to other choices; by step # there was no longer enough.}}',
  'votes.why.votesNeeded':
    '{votes, plural, one {One more ballot, for it alone, would have been enough.} other {# more ballots, for it alone, would have been enough.}}',
  'votes.why.instead':
    'It costs {cost}, and the proposals that were funded left only {left}: it could only have passed in place of another.',
  'votes.why.totals-won': 'Its supporters could pay for it.',
  'votes.why.totals-lost': 'The votes it had, if it had any, were not enough to pay for it.',
  'votes.greedy.fits': 'By the number of votes alone: no. {rank, number}, it fitted into the {left} that were left.',
  'votes.greedy.no-votes': 'By the number of votes alone: it has none.',
  'votes.greedy.over-budget': 'By the number of votes alone: no. {rank, number}, but dearer than the whole budget.',
  'votes.greedy.does-not-fit':
    'By the number of votes alone: no. {rank, number}, {left} were left and {missing} was missing.',

  'votes.trace.title': 'The count, step by step',
  'votes.trace.share':
    'The budget shared among {ballots, plural, one {# ballot} other {# ballots}} gives {first} to each.',
  'votes.trace.raised':
    'This share was raised {raises, plural, one {once} other {# times}} by one unit, up to {share}, to use the money that was left.',
  'votes.trace.ended.no-votes': 'No proposal had a vote.',
  'votes.trace.ended.everything-fits': 'All proposals that have votes fit the budget: nothing to share.',
  'votes.trace.ended.no-completion': 'The count stopped when nothing more could be paid.',
  'votes.trace.ended.exhaustive': 'The count stopped there: no other proposal with votes would have fitted the budget.',
  'votes.trace.ended.overspend':
    'The count stopped there: with one unit more for each ballot, the proposals chosen would have cost {cost}, more than the budget.',
  'votes.trace.caption': 'Each proposal that was chosen, in order, and who paid for it',
  'votes.trace.step': 'Step',
  'votes.trace.price': 'Price at most by ballot',
  'votes.trace.payers': 'Ballots that pay',
  'votes.trace.inFull': 'of which in full',
  'votes.trace.moneyLeft': 'Left to the ballots',
  'votes.trace.budgetLeft': 'Left of the budget',

  'votes.files.title': 'Recount it yourself',
  'votes.files.titleFew': 'Published files',
  'votes.files.lead':
    'Here is all it takes to repeat this count with this program or another, and to check that nothing has changed.',
  'votes.files.few':
    'There are too few ballots to publish them: so this count can’t be repeated, only the rules and the receipts can be checked.',
  'votes.files.caption': 'Published files, with their SHA-256 hash',
  'votes.files.file': 'File',
  'votes.files.hash': 'Hash',
  'votes.files.rules': 'Rules fixed before opening',
  'votes.files.ballots': 'Shuffled ballots, in Pabulib’s format',
  'votes.files.result.everything': 'Result, reasons and steps',
  'votes.files.result.totals': 'What won, and each proposal’s number of votes',
  'votes.files.result.outcome': 'What won and what didn’t',
  'votes.files.receipts': 'Signed receipts',
  'votes.files.noHash': 'a list apart',
  'votes.files.step1': 'Download the files and compute their hash: sha256sum rules.json ballots.pb result.json',
  'votes.files.step2': 'The hash of rules.json must be the one that was shown during the vote: {hash}',
  'votes.files.step3':
    'Count ballots.pb with a tool that reads Pabulib’s format, rule “equal shares”, utility “cost”, completion “add1” by one unit: {stop}.',
  'votes.files.step4':
    'For ties, the order of the lot is in rules.json; it is drawn again by sorting the SHA-256 hashes of “seed, line feed, id”.',
  'votes.files.step5':
    'For a receipt, in capitals and without spaces: its SHA-256 hash in base64url must be in receipts.csv. The Ed25519 signature is on the SHA-256 hash of “boussole receipt VOTE HASH”; the key and the vote’s id are in rules.json.',

  'votes.departure.title': 'The council departed from the result',
  'votes.departure.tell': 'Depart from the result',
  'votes.departure.hint':
    'If those who decide don’t follow this result, the reason is published here. It can be written only once.',
  'votes.departure.reason': 'Public reason',
  'votes.departure.publish': 'Publish this reason',

  'votes.fewProposals': 'Choose at least two proposals.',
  'votes.dearer':
    'Dearer than the whole budget, and so impossible to choose: {titles}. Correct the budget or the proposals, or say below that you know.',
  'votes.notAccepted':
    'One of these proposals is no longer accepted by the mixed panel, was withdrawn or has changed. Correct the vote with what holds today.',
  'votes.choices': 'The most choices can’t be fewer than the least, nor the least more than there are proposals.',
  'votes.noBudget': 'Write a budget above zero.',
  'votes.councilBefore': 'The council deals with it after the last day of the vote: choose a later day.',
  'votes.lastDayPassed':
    'The last day to vote is over: nobody could vote. Choose another, which then takes a new decision, or give the vote up.',
  'votes.lastDayOver': 'The last day to vote is already over.',
  'votes.alreadyOpened': 'This vote has already been opened.',
  'votes.notOpen': 'This vote doesn’t take ballots now.',
  'votes.stillOpen': 'This vote isn’t closed yet.',
  'votes.rulesChanged':
    'What is stored no longer matches the rules published before opening: the vote isn’t counted. Tell the body that opened it.',
  'votes.departureTold': 'A reason has already been published for this vote.',
  'votes.noRoll': 'This vote isn’t held with codes.',
  'votes.isClosed': 'This vote is closed: no more codes are made.',
  'votes.batchTaken': 'Another batch already has this name: choose a different one.',
  'votes.codeUnknown': 'This code doesn’t exist. Check each letter and each digit.',
  'votes.noVote':
    'No vote has this code of twelve letters and digits. Check them one by one on your slip. If it is your personal code, write it on the territory’s page “My words”.',
  'votes.noBallot.prepared': 'This vote isn’t open yet.',
  'votes.noBallot.preparedHint': 'Your code is good: keep it, it will work from the opening on.',
  'votes.noBallot.over': 'Voting time is over.',
  'votes.noBallot.overHint':
    'No more ballots are taken. The result will be on the vote’s page once the vote is closed.',
  'votes.noBallot.closed': 'This vote is closed.',
  'votes.noBallot.closedHint': 'No more ballots are taken. The result is on the vote’s page.',
  'votes.noBallot.used': 'Somebody has already voted with this code.',
  'votes.noBallot.usedHint':
    'A code works only once. If it was you, your ballot is in the box: check it with your receipt. If not, tell whoever gave you this code without delay.',
  'votes.noBallot.void': 'This code was made void and replaced by another.',
  'votes.noBallot.voidHint': 'Ask whoever gave you this code for the new one.',
  'votes.noBallot.test': 'This code is for trials only.',
  'votes.noBallot.testHint': 'It opens no ballot. Your code to vote is on another slip.',
  'votes.noBallot.vote': 'See the vote',
  'votes.codeUsed': 'Somebody has already voted with this code: it can’t be replaced.',
  'votes.alreadyVoted': 'A ballot has already been counted for this person. Everyone votes once.',
  'votes.receiptTaken': 'Another ballot already has this receipt. Review your ballot and send it again.',
  'votes.receiptForm': 'Write the twenty-four letters and digits of the receipt.',
  'votes.tooFew': '{least, plural, one {Choose at least one proposal.} other {Choose at least # proposals.}}',
  'votes.tooMany': '{most, plural, one {Choose one proposal at most.} other {Choose # proposals at most.}}',
  'votes.notOnBallot': 'One of these proposals isn’t on the ballot. Please start again.',
  'votes.noCookie': 'Your browser refuses cookies: this vote uses just one, to count one vote for each device.',
};
