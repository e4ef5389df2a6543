/** What notices are about; a person may turn the mails of each off. */
export const NOTICE_TOPICS = ["quotes", "orders", "shares"] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];
