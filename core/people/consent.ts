/**
 * The version of the notice in the wording files. A consent names the version it was given to; changing what the notice
 * says means a new version, and everybody is asked again (Law 91/2025, article 9: consent must be informed and provable).
 */
export const CONSENT_VERSION = "2026-11"
