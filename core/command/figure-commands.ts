import type { CommandName } from "./command.ts"

/** What is asked of one campaign's figures; everything else is about the one that people register for. */
export const ABOUT_FIGURES: ReadonlySet<CommandName> = new Set([
  "progress",
  "ranking",
  "tally",
  "compare",
  "movement",
  "scopes",
  "scores",
  "mark",
  "whoLags",
  "targets",
  "export",
  "remind",
  "honour",
])
