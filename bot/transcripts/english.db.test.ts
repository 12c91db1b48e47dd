import { test } from "vitest"
import { openStage } from "./stage.ts"

test("whoever knows no Vietnamese registers, corrects and withdraws in plain English", async () => {
  await using stage = await openStage("zalo", { language: "en" })
  await stage.transcript(`
    [riêng An]
    > An: Hi, I would like to register an initiative
    < I am the Initiative Assistant of …
      1. I agree
      2. No
      …
    > An: yes
    < Which union do you belong to? …
    > An: May TNG
    < I ask 4 questions, about 1 minute. "skip" skips one, …
      What is the initiative called? …
    > An: Foot pedal for the fabric cutter
    < How was it done before, and what changes? …
    > An: back
    < What is the initiative called? …
    > An: Foot pedal for the cutter
    < How was it done before, and what changes? …
    > An: skip
    < About how much does it save? …
    > An: saves about 5 million VND a month
    < Which field does it belong to?
      …
    > An: skip
    < ✅ SK-000001 · Foot pedal for the cutter
      Benefit: about 5.000.000 đ/month · Nguyễn Văn An · CĐCS Công ty May TNG
      Unit: 1/60 (1,7%)
      Add: "add SK-000001 …". Cancel: "cancel SK-000001".
    > An: register: New jig for pocket sewing, saves 50 million VND per year
    < ✅ SK-000002 · New jig for pocket sewing
      Benefit: 50.000.000 đ/year · …
    > An: edit SK-000002 benefit 60 million per year
    < Corrected: SK-000002 · New jig for pocket sewing
      Benefit: 60.000.000 đ/year
    > An: change the title to Jig for curved pockets
    < Which initiative do you want to correct? …
      1. SK-000002 · New jig for pocket sewing
      …
    > An: 1
    < Corrected: SK-000002 · Jig for curved pockets
    > An: my initiatives
    < You have 2 initiatives:
      SK-000002 · Jig for curved pockets · registered
      …
    > An: withdraw SK-000001
    < Cancelled: SK-000001 · Foot pedal for the cutter
    > An: delete my initiative
    < Do you want to cancel this initiative? …
      1. SK-000002 · Jig for curved pockets
    > An: no
    < All right, I stop here.
    > An: show me the initiatives of my unit
    < I found 1 initiative. …
  `)
})

test("in a Vietnamese house English is read too", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot register: New jig for pocket sewing, saves 50 million VND per year
    < ✅ SK-000001 · New jig for pocket sewing
      Làm lợi: 50.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
      …
    [riêng An]
    > An: please cancel SK-000001, sent by mistake
    < Đã hủy SK-000001 · New jig for pocket sewing
  `)
})

test("in a Vietnamese house who writes English reads in English what they agree to, and tells when it was first used", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng An]
    > An: I want to register an idea
    < Em là Trợ lý Sáng kiến … In English: I keep your name, unit, account, chat and what you send, …
      1. Đồng ý
      …
    > An: yes
    < Anh/chị thuộc công đoàn nào? …
    > An: May TNG
    < Em hỏi 4 câu, …
    > An: cancel
    < Đã bỏ bản nháp. …
    > An: register: Rolling rack for thread spools
    < ✅ SK-000001 · Rolling rack for thread spools …
    > An: it was first used on 1 March 2026
    < Đã bổ sung vào SK-000001.
      …1/3/2026…
    > An: what is the progress
    < CĐCS Công ty May TNG – Giai đoạn 1 đến …
  `)
})
