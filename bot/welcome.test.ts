import { expect, test } from "vitest"
import { readCommand } from "../core/command/read.ts"
import { welcome } from "./welcome.ts"

test.each(["vi", "en"] as const)(
  "what is printed at a start, in %s, can be typed as it stands",
  (language) => {
    const printed = welcome({ address: "http://127.0.0.1:3000", adminCode: "7F3K-9QXM-2WTA" }, true, language)
    expect(printed).toContain("http://127.0.0.1:3000")
    const typed = printed
      .split("\n")
      .filter((line) => line.startsWith("  "))
      .map((line) => readCommand(line.replace(/^.*?: (?:@Bot )?/, "").replace(/ \(.*\)$/, ""))?.name)
    expect(typed).toEqual(["claim", "register", "register", "tally"])
  },
)
