import { addDays, daysBetweenInclusive, type LocalDate } from "../clock.ts"
import type { SheetRow, UnitColumn } from "./unit-sheet.ts"

/** The day of the model campaign that "today" stands for: 3,782 of 5,000, forty-one days before the end of phase 1. */
const MODEL_DAY: LocalDate = "2022-04-21"

/** Code of the root of the demo federation. */
export const DEMO_ROOT = "LDLD-TN"

const UNITS: readonly (readonly [
  code: string,
  name: string,
  parent: string,
  level: string,
  members: number,
  workers: number,
])[] = [
  [DEMO_ROOT, "Liên đoàn Lao động tỉnh Thái Nguyên", "", "province", 0, 0],
  ["KCN", "Công đoàn các KCN tỉnh", DEMO_ROOT, "upper", 0, 0],
  ["GD", "Công đoàn ngành Giáo dục", DEMO_ROOT, "upper", 0, 0],
  ["YT", "Công đoàn ngành Y tế", DEMO_ROOT, "upper", 0, 0],
  ["KCN-01", "CĐCS Công ty May TNG", "KCN", "grassroots", 560, 40],
  ["KCN-02", "CĐCS Công ty Điện tử Sông Công", "KCN", "grassroots", 850, 50],
  ["KCN-03", "CĐCS Công ty Cơ khí Phổ Yên", "KCN", "grassroots", 480, 20],
  ["GD-01", "CĐCS Trường THPT Gang Thép", "GD", "grassroots", 95, 5],
  ["GD-02", "CĐCS Trường Tiểu học Tân Long", "GD", "grassroots", 56, 4],
  ["YT-01", "CĐCS Bệnh viện Đa khoa Đại Từ", "YT", "grassroots", 390, 10],
  ["YT-02", "CĐCS Trạm Y tế Trại Cau", "YT", "grassroots", 40, 0],
]

const DEMO_CODE = "demo"

/** Whether it is the campaign of the demo federation, which stands back as soon as its root has another. */
export function isDemo(campaign: { readonly code: string; readonly unit: string }): boolean {
  return campaign.code === DEMO_CODE && campaign.unit === DEMO_ROOT
}

/** The units of the demo federation as rows of a sheet. */
export function demoUnits(today: LocalDate): readonly SheetRow<UnitColumn>[] {
  return UNITS.map(([code, name, parent, level, members, workers], index) => ({
    line: index + 2,
    cells: {
      code,
      name,
      parent,
      level,
      members: String(members),
      workers: String(workers),
      effectiveFrom: moved("2021-09-01", today),
    },
  }))
}

/** The model campaign as if its 21 April 2022 were today, with goals of one initiative for ten people. */
export function demoCampaign(today: LocalDate): unknown {
  const on = (day: LocalDate) => moved(day, today)
  return {
    code: DEMO_CODE,
    name: "Chương trình sáng kiến (bản chạy thử)",
    short_name: "Chương trình sáng kiến",
    unit: DEMO_ROOT,
    starts_on: on("2021-09-01"),
    ends_on: on("2023-09-01"),
    first_applied_between: [on("2021-09-01"), on("2023-09-01")],
    quota: { base: "members_and_workers", percent: 10 },
    progress_counter: "on_portal",
    goal_counting: "per_phase",
    phases: [
      { code: "gd1", name: "Giai đoạn 1", starts_on: on("2021-09-01"), ends_on: on("2022-05-31"), goal: 260 },
      { code: "gd2", name: "Giai đoạn 2", starts_on: on("2022-06-01"), ends_on: on("2023-09-01"), goal: 572 },
    ],
    peak_periods: [
      {
        code: "cd1",
        name: "Tuần cao điểm",
        starts_on: on("2022-03-31"),
        ends_on: on("2022-04-08"),
        goal: 78,
      },
    ],
    weekly_closing: { weekday: "friday", at: "16:00" },
    sectors: [
      "Kỹ thuật – công nghệ",
      "Quản lý – nghiệp vụ",
      "An toàn – vệ sinh lao động",
      "Môi trường – tiết kiệm năng lượng",
      "Giáo dục – đào tạo",
      "Y tế",
      "Cải cách hành chính – chuyển đổi số",
      "Hoạt động công đoàn",
      "Khác",
    ],
    honours: { breakthrough_benefit_vnd: 150_000_000 },
    emulation: {
      criteria: [
        { code: "ke-hoach", name: "Có kế hoạch, thành lập Tổ hỗ trợ", by: "declared", points: 10 },
        { code: "chi-tieu", name: "Tỷ lệ đạt chỉ tiêu", by: "achieved_pct", points: 50 },
        { code: "do-phu", name: "CĐCS có ít nhất một sáng kiến", by: "covered_units", points: 20 },
        {
          code: "chat-luong",
          name: "Sáng kiến làm lợi lớn",
          by: "high_benefit",
          points: 10,
          each: 5,
          from_vnd: 150_000_000,
        },
        { code: "deu-dan", name: "Tuần nào cũng có sáng kiến", by: "active_weeks", points: 10 },
        { code: "vuot", name: "Thưởng vượt chỉ tiêu", by: "exceeded_pct", points: 5, each: 1, per_pct: 10 },
        {
          code: "khong-hop-le",
          name: "Trừ hồ sơ trùng, không hợp lệ",
          by: "turned_down_pct",
          levels: [
            { above_pct: 10, points: -2 },
            { above_pct: 20, points: -5 },
          ],
        },
      ],
      grades: [
        { from: 85, name: "xuất sắc" },
        { from: 70, name: "khá" },
        { from: 50, name: "trung bình" },
      ],
    },
  }
}

function moved(day: LocalDate, today: LocalDate): LocalDate {
  const days =
    day <= MODEL_DAY ? 1 - daysBetweenInclusive(day, MODEL_DAY) : daysBetweenInclusive(MODEL_DAY, day) - 1
  return addDays(today, days)
}
