/** Whoever reads a group's words or counts them listens here. */
export const wordsTopicOf = (groupId: string) => `words:${groupId}`;
