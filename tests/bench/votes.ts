/**
 * How many ballots a second are in the box for good, beside bare servers that do nothing else.
 */
import { hashOf } from '#lib/platform/hash.server.ts';
import { randomCode, randomId } from '#lib/platform/random-id.ts';
import { openBallotBox } from '#tests/support/opened.ts';
import { makeTown } from '#tests/support/territory.ts';
import { formRequest } from './load.ts';
import { compareWriting } from './writing.ts';

/** Letters and digits of a receipt. */
const RECEIPT = 24;

await compareWriting({
  name: 'votes',
  floor: 'ballot',
  kept: [200],
  async prepare(house) {
    const town = await makeTown(house);
    const { voteId, proposalIds } = await openBallotBox(house, town);
    const path = `${town.base}/plan/votes/${voteId}/ballot?/send`;
    const sender = (port: number) => () => {
      const receipt = randomCode(RECEIPT);
      const choices = proposalIds.slice(0, 3);
      const fields = [
        ['code', ''],
        ...choices.map((id) => ['choices', id]),
        ['receipt', receipt],
        ['drawn', 'browser'],
      ];
      const cookie = `ballot-${voteId}=${randomId()}`;
      return { key: hashOf(receipt), bytes: formRequest(port, path, fields, { cookie }) };
    };
    return { place: { territory: town.territory.id, vote: voteId }, sender };
  },
  found(database) {
    const [box] = database.prepare('select count(*) as ballots from ballot').all() as { ballots: number }[];
    const hashes = database.prepare('select receipt_hash from receipt').pluck().all() as string[];
    const found = new Map(hashes.map((hash) => [hash, 1]));
    // A ballot without a receipt of its own would be one too many.
    if (box?.ballots !== hashes.length) found.set('ballots that differ from receipts', 2);
    return found;
  },
});
