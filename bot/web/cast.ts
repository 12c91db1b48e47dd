import type { WebCast } from "./rooms.ts"

/** The same things to try, for a bot that writes English. */
export const ENGLISH_SUGGESTIONS: WebCast["suggestions"] = {
  member: ["register: New jig for sewing box pockets saves 30% time", "register", "progress"],
  support: ["register: Sewing line in a new order saves steps", "my initiatives", "help"],
  officer: ["tổng hợp tuần", "bảng xếp hạng", "mời hỗ trợ CĐCS Công ty May TNG"],
}

/** Who plays in the local group chat, and the two groups they sit in. Obvious sample people. */
export const SAMPLE_CAST: WebCast = {
  botName: "Trợ lý Sáng kiến",
  people: [
    { id: "an", name: "Nguyễn Văn An", part: "member" },
    { id: "dung", name: "Trần Thị Dung", part: "support" },
    { id: "chi", name: "Lê Kim Chi", part: "officer" },
  ],
  groups: [
    { id: "tng", name: "Nhóm TNG", description: "CĐCS Công ty May TNG" },
    { id: "tinh", name: "Nhóm chung công đoàn tỉnh", description: "Liên đoàn Lao động tỉnh Thái Nguyên" },
  ],
  suggestions: {
    member: [
      "đăng ký: Cải tiến cữ gá may túi hộp giảm 30% thời gian, làm lợi 120tr/năm",
      "đăng ký",
      "tiến độ",
    ],
    support: ["đăng ký: Sắp xếp lại chuyền may giảm bước đi thừa", "của tôi", "trợ giúp"],
    officer: ["tổng hợp tuần", "bảng xếp hạng", "mời hỗ trợ CĐCS Công ty May TNG"],
  },
}
