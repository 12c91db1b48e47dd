/**
 * What the labels of choices say in Vietnamese, for whoever types the words and not the number: people speak Vietnamese to the
 * bot whatever it writes in. A label may go on behind these words; a test holds them to vi.ftl.
 */
export const CHOICE_WORDS = {
  "choice-other-idea": "vẫn là sáng kiến khác",
  "choice-join": "tham gia cùng (đồng tác giả)",
  "choice-drop": "thôi không gửi nữa",
  "choice-look": "xem",
  "choice-use": "đơn vị tôi cũng dùng",
  "choice-recognize": "công nhận",
  "choice-accept": "tiếp nhận",
  "choice-move": "chuyển",
  "choice-my-data-see": "xem",
  "choice-my-data-download": "tải về",
  "choice-my-data-correct": "sửa",
  "choice-my-data-erase": "rút đồng ý và xóa",
  "choice-my-data-request": "yêu cầu khác",
  "choice-unlink": "gỡ liên kết",
  "choice-move-group": "chuyển đơn vị",
  "choice-withdraw-role": "thu hồi",
  "choice-send-group": "gửi nhóm",
  "choice-change-list": "đổi danh sách",
  "choice-leave": "thôi",
} as const

/** Choices that can be typed as well as counted. */
export type SpokenChoices = readonly { readonly key: keyof typeof CHOICE_WORDS }[]

/** The words of the choices, in order, as `parseChoice` takes them. */
export function spoken(choices: SpokenChoices): readonly string[] {
  return choices.map(({ key }) => CHOICE_WORDS[key])
}
