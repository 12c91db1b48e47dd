import type { TelegramOptions } from "./options.ts"

const EVERYWHERE = [
  { command: "dangky", description: "Đăng ký sáng kiến" },
  { command: "cuatoi", description: "Sáng kiến của tôi" },
  { command: "tiendo", description: "Tiến độ của đơn vị" },
  { command: "xephang", description: "Bảng xếp hạng" },
  { command: "trogiup", description: "Trợ giúp" },
]

/** The menus Telegram shows: the contract's slash forms, only those that work. */
export const TELEGRAM_MENU: NonNullable<TelegramOptions["commands"]> = {
  private: [
    ...EVERYWHERE,
    { command: "ma", description: "Nhập mã mời" },
    { command: "duyet", description: "Cán bộ: xét hồ sơ" },
    { command: "tonghop", description: "Cán bộ: tổng hợp" },
    { command: "nhac", description: "Cán bộ: nhắc đơn vị" },
    { command: "nhom", description: "Cán bộ: các nhóm đã liên kết" },
    { command: "vaitro", description: "Cán bộ: ai có vai trò gì" },
    { command: "nhatky", description: "Cán bộ: nhật ký" },
    { command: "vinhdanh", description: "Cán bộ: vinh danh" },
  ],
  group: [
    ...EVERYWHERE,
    { command: "lienket", description: "Cán bộ: liên kết nhóm với đơn vị" },
    { command: "xungho", description: "Cán bộ: gọi anh chị hay đồng chí" },
  ],
}
