/** What a column of a guest list may hold; `day` is the day on which a guest comes. */
export const GUEST_FIELDS = ['name', 'givenName', 'familyName', 'email', 'ask', 'offer', 'company', 'consent', 'status', 'day'] as const;
export type GuestField = (typeof GUEST_FIELDS)[number];
