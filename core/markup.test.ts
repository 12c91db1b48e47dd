import { expect, test } from "vitest"
import { STRONG_OFF, STRONG_ON } from "./channel.ts"
import { html, pieces, plain } from "./markup.ts"

const receipt = `${STRONG_ON}SK-000001${STRONG_OFF} · <b>cữ</b> & *gá* "_túi_"`

test("what a person typed is shown as typed beside our own stress", () => {
  expect(html(receipt)).toBe("<b>SK-000001</b> · &lt;b&gt;cữ&lt;/b&gt; &amp; *gá* &quot;_túi_&quot;")
  expect(plain(receipt)).toBe('SK-000001 · <b>cữ</b> & *gá* "_túi_"')
})

test("pieces are never empty, also around two stresses side by side", () => {
  expect(pieces(`${STRONG_ON}a${STRONG_OFF}${STRONG_ON}b${STRONG_OFF}c`)).toEqual([
    { text: "a", strong: true },
    { text: "b", strong: true },
    { text: "c", strong: false },
  ])
})
