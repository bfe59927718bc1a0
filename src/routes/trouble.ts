/** The words of the page that says what went wrong. */
export interface TroubleWords {
  readonly title: string;
  readonly notThereTitle: string;
  readonly notThere: string;
  /** With `{requestId}` where the reference goes. */
  readonly reference: string;
  readonly home: string;
}
