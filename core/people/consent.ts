/**
 * The version of the notice in the wording files. A consent names the version it was given to; changing what the notice
 * says means a new version, and everybody is asked again (Law 91/2025, article 9: consent must be informed and provable).
 */
export const CONSENT_VERSION = "2026-11-27"

/**
 * What a person can agree to, each for itself: keeping their file (asked at first contact), being named in what the bot
 * posts to groups, and being reminded in private. Being named is never given by agreeing to the first: silence is no
 * consent, and no choice is made in advance (the same article). A reminder only says how far the person's own work is, so
 * it belongs to the file that was agreed to, and is refused by itself ("tắt nhắc").
 */
export type ConsentPurpose = "records" | "naming" | "reminders"
