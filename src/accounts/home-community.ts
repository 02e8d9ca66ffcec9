/** What the accounts need to know about communities, which live further up: whom a visitor visits, and what a mail calls the network. */
export abstract class HomeCommunity {
  /** The community of this install that was made first. */
  abstract default(): Promise<{ readonly id: string; readonly name: string }>;

  abstract nameOf(communityId: string): Promise<string>;
}
