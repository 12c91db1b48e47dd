import type { Settings } from "./settings.ts"

type House = { readonly address: string; readonly adminCode: string | undefined }

/** In each language, line by line. */
const LINES: Readonly<
  Record<
    Settings["language"],
    {
      readonly runs: (address: string) => string
      readonly code: (code: string) => readonly string[]
      readonly toTry: readonly string[]
    }
  >
> = {
  vi: {
    runs: (address) => `Trợ lý Sáng kiến đang chạy tại ${address}`,
    code: (code) => [`Mã quản trị (dùng một lần): ${code}`, `  Nhắn riêng cho bot: mã ${code}`],
    toTry: [
      "Ba việc thử ngay trong trang chat:",
      '  1. Vai An, "Nhóm TNG": @Bot đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm',
      "  2. Vai An, trò chuyện riêng: đăng ký",
      '  3. Vai Chi, "Nhóm chung công đoàn tỉnh": @Bot tổng hợp tuần',
    ],
  },
  en: {
    runs: (address) => `Trợ lý Sáng kiến runs at ${address}`,
    code: (code) => [
      `Administrator's code (works once): ${code}`,
      `  Write to the bot in private: mã ${code}`,
    ],
    toTry: [
      "Three things to try on the chat page:",
      '  1. As An, in "Nhóm TNG": @Bot register: New jig for sewing box pockets saves 30% time',
      "  2. As An, in private: register",
      '  3. As Chi, in "Nhóm chung công đoàn tỉnh": @Bot tổng hợp tuần (the weekly tally)',
    ],
  },
}

/** What the operator reads in the terminal after a start: where the bot is, the first administrator's code, what to try. */
export function welcome(
  { address, adminCode }: House,
  hasWebChat: boolean,
  language: Settings["language"],
): string {
  const { runs, code, toTry } = LINES[language]
  const lines = [
    "",
    runs(address),
    ...(adminCode === undefined ? [] : code(adminCode)),
    ...(hasWebChat ? toTry : []),
  ]
  return `${lines.join("\n")}\n\n`
}
