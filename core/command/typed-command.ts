import type { Command, CommandName } from "./command.ts"
import { readCommand } from "./read.ts"

/** What shows something, as it is typed; what stands behind the command follows. */
const TYPED: Readonly<Partial<Record<CommandName, string>>> = {
  progress: "tiến độ",
  ranking: "bảng xếp hạng",
  tally: "tổng hợp",
  compare: "so sánh",
  movement: "tăng nhiều nhất",
  scores: "điểm thi đua",
  honour: "vinh danh",
  targets: "chỉ tiêu",
  unitList: "danh sách đơn vị",
  review: "duyệt",
  roles: "vai trò",
  remind: "nhắc",
  export: "xuất",
  search: "tìm",
}
/** Of units that lag nothing is said by their command alone. */
const LAGGARDS: readonly (readonly [RegExp, string])[] = [
  [/don vi chua co(?= |$)/, "đơn vị nào chưa có sáng kiến"],
  [/don vi chua dat(?= |$)/, "đơn vị nào chưa đạt"],
  [/don vi cham(?= |$)/, "đơn vị nào chậm tiến độ"],
  [/don vi da dat(?= |$)/, "đơn vị nào đạt rồi"],
  [/don vi duoi(?= |$)/, "đơn vị nào dưới"],
  [/tuan nay(?= |$)/, "tuần này"],
]

/** What only shows something, as an officer could type it; undefined where typed words would not be read as this very command. */
export function typedCommand(command: Command): string | undefined {
  const typed =
    command.name === "review"
      ? `hồ sơ chờ duyệt${command.rest === "" ? "" : ` của ${command.rest}`}`
      : command.name === "remind" && command.rest === ""
        ? "lịch nhắc"
        : command.name === "whoLags"
          ? LAGGARDS.reduce((rest, [folded, marked]) => rest.replace(folded, marked), command.rest)
          : `${TYPED[command.name] ?? ""} ${command.rest}`.trim()
  const read = TYPED[command.name] === undefined && command.name !== "whoLags" ? undefined : again(typed)
  return read?.name === command.name ? typed : undefined
}

function again(typed: string): Command | undefined {
  return readCommand(typed, { officer: true })
}
