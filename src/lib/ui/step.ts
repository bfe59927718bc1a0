/** The four steps of the method in their order: each has one colour and one shape wherever it appears. */
export const STEPS = ['definitions', 'indicators', 'evaluation', 'plan'] as const;
export type Step = (typeof STEPS)[number];
