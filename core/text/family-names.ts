import { fold } from "./fold.ts"

/** Family names that nine of ten Vietnamese bear, and those common in the northern mountains. */
const EVERYWHERE =
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh phùng mai tô hà tạ thái " +
  "lưu chu quách cao tăng kiều lương lường nông hứa triệu ma lò khổng la lục mạc nghiêm tống bế hầu sầm vi đàm thiều âu doãn"

/** These begin everyday words too, "đồng nghiệp", "bàn may", "lâm trường": behind "đăng ký cho" they may be no name. */
const ALSO_WORDS = "lâm châu luyện cù giáp ninh ông quản từ ứng văn viên bàn đồng đậu thân tiêu trà lại"

/** These are everyday words once their marks are left out, "lau", "thao", "sung", and names only with them. */
const ONLY_WITH_MARKS = "thào giàng vàng sùng lầu bạch lăng"

/** Folded; for the first word of what stands where a name is expected. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(`${EVERYWHERE} ${ALSO_WORDS}`.split(" ").map(fold))

/** With their marks, one space between them; for words that may as well be the thing a command is about. */
export const SURE_FAMILY_NAMES = `${EVERYWHERE} ${ONLY_WITH_MARKS}`
