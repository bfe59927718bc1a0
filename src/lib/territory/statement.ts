/** About what people can answer in two minutes. */
export const MOST_STATEMENTS = 7;
