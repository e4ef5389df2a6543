/** What notices are about; a person chooses for each whether mails come too. */
export const NOTICE_TOPICS = ["quotes", "orders", "shares", "jobs"] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** Whether mails about a topic come until the person says otherwise: what waits for them does, finished work does not. */
export const isMailedUnasked = (topic: string) => topic !== "jobs";
