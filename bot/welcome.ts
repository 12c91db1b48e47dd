/** What the operator reads in the terminal after a start: where the bot is, the first administrator's code, what to try. */
export function welcome(
  { address, adminCode }: { readonly address: string; readonly adminCode: string | undefined },
  hasWebChat: boolean,
): string {
  const lines = ["", `Trợ lý Sáng kiến đang chạy tại ${address}`]
  if (adminCode !== undefined) {
    lines.push(`Mã quản trị (dùng một lần): ${adminCode}`, `  Nhắn riêng cho bot: mã ${adminCode}`)
  }
  if (hasWebChat) {
    lines.push(
      "Ba việc thử ngay trong trang chat:",
      '  1. Vai An, "Nhóm TNG": @Bot đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm',
      "  2. Vai An, trò chuyện riêng: đăng ký",
      '  3. Vai Chi, "Nhóm chung công đoàn tỉnh": @Bot tổng hợp tuần',
    )
  }
  return `${lines.join("\n")}\n\n`
}
