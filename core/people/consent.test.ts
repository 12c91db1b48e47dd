import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { CONSENT_VERSION } from "./consent.ts"

/** What people of each version agreed to, by language; a version that was in use is never changed here. */
const NOTICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "2026-11": { vi: "3624cfeca02d7fa7" },
  "2026-11-27": { vi: "ef84126628b6ef75", en: "ea350f07122b7ce4" },
  "2026-11-22": { vi: "7cc0a36ff31cb1d8", en: "366ef3e74bb198e5" },
}

test.each(["vi", "en"])(
  "the %s notice says what people of its version agreed to; other words need a new version, and everybody is asked again",
  (language) => {
    const source = readFileSync(new URL(`../messages/${language}.ftl`, import.meta.url), "utf8")
    const notice = /^consent-notice = (.+)$/m.exec(source)?.[1] ?? ""
    expect(notice).toContain("dữ liệu của tôi")
    const hash = createHash("sha256").update(notice).digest("hex").slice(0, 16)
    expect({ [CONSENT_VERSION]: hash }).toEqual({ [CONSENT_VERSION]: NOTICES[CONSENT_VERSION]?.[language] })
  },
)
