/** A language of the settings. */
type Language = "vi" | "en"

/** What the page and its server say, and the same in English: without quotes or backticks, for it stands in their strings. */
const ENGLISH: readonly (readonly [vietnamese: string, english: string])[] = [
  ['lang="vi"', 'lang="en"'],
  ['"vi-VN"', '"en-GB"'],
  // index.html
  ["Về danh sách trò chuyện", "Back to the list of chats"],
  ["Nhóm chat chạy thử ngay trên máy này", "A trial group chat on this very machine"],
  ["Đóng vai", "Play"],
  ["Các cuộc trò chuyện", "Chats"],
  [
    "Trang chạy thử: không cần tài khoản, ai mở trang cũng đóng được cả ba vai. Tin nhắn trên trang mất khi máy chủ khởi động lại.",
    "A trial page: no account is needed, and anybody who opens it can play all three parts. Its messages are gone when the server restarts.",
  ],
  [">Trò chuyện<", ">Chat<"],
  [" Tin mới", " New message"],
  ["Thôi trả lời tin này", "Do not answer this message"],
  [
    "Gửi ảnh, tài liệu hoặc danh sách Excel (tối đa 5 MB)",
    "Send photos, documents or an Excel list (5 MB at most)",
  ],
  ["Gửi ảnh, tài liệu, Excel", "Send photos, documents, Excel"],
  ["Chèn @Bot để gọi trợ lý", "Insert @Bot to call the assistant"],
  [">Tin nhắn<", ">Message<"],
  ["Nhập tin nhắn", "Type a message"],
  ["Enter để gửi, Shift và Enter để xuống dòng.", "Enter sends, Shift and Enter begin a new line."],
  ["Chọn một cuộc trò chuyện để bắt đầu.", "Choose a chat to begin."],
  ["Trang này cần JavaScript để chạy.", "This page needs JavaScript."],
  // chat.js
  ["Mất kết nối với máy chủ – đang nối lại…", "The server cannot be reached – trying again…"],
  ["Tin nhắn trong ", "Messages in "],
  [" thành viên", " members"],
  [
    "Trong nhóm, bấm @Bot trước khi nhắn thì trợ lý mới trả lời.",
    "In a group the assistant answers only what begins with @Bot: press it before you write.",
  ],
  // composer.js
  ["Gửi 👍", "Send 👍"],
  ['"Gửi"', '"Send"'],
  ["`Trả lời ${own", "`Answer to ${own"],
  ["tin của mình", "your own message"],
  ["Hình ảnh", "Picture"],
  ["Nhắn trợ lý", "Write to the assistant"],
  ["Nhắn nhóm", "Write to the group"],
  // connection.js, files.js, sending.js
  [
    "Trang đã được tải lại nên tệp không còn, anh/chị chọn lại tệp nhé.",
    "The page was loaded anew and the file is gone, please choose it again.",
  ],
  ["Mỗi lần gửi tối đa ", "At most "],
  [" tệp.`", " files at a time.`"],
  [
    "Tệp trống hoặc lớn quá 5 MB thì không gửi được.",
    "A file that is empty or larger than 5 MB cannot be sent.",
  ],
  ["Chưa gửi được, anh/chị bấm lại giúp em.", "It was not sent, please press again."],
  // rooms.js
  [" (có tin mới)", " (new messages)"],
  ["Chưa có tin nhắn", "No messages yet"],
  [" tin chưa đọc", " unread"],
  ["`Anh/chị: ", "`You: "],
  ['"Trợ lý"', '"Assistant"'],
  // row.js
  ['"Anh/chị"', '"You"'],
  ["Mở hình lớn", "Open the picture"],
  [" Chỉ mình anh/chị thấy tin này", " Only you see this message"],
  ["Bỏ tin", "Drop it"],
  ["Chưa gửi được – bấm để gửi lại", "Not sent – press to send again"],
  ["Chưa gửi được.", "Not sent."],
  ["Trả lời tin của mình", "Answer your own message"],
  ["Trả lời tin của ", "Answer the message of "],
  ["Xem tin của ", "See the message of "],
  ["Chọn nhanh", "Choices"],
  [" (đã chọn)", " (chosen)"],
  ["Trả lời (phím ↑ ↓: tin khác)", "Answer (keys ↑ ↓: other messages)"],
  ["Thử ngay", "Try it"],
  // words.js
  ["Đoàn viên", "Member"],
  ["Tổ hỗ trợ", "Support team"],
  ["Cán bộ", "Officer"],
  ["Hôm nay", "Today"],
  ["Hôm qua", "Yesterday"],
  // routes.ts
  ["Nhắn riêng với trợ lý", "In private with the assistant"],
  [
    "Tên máy này không được phép mở nhóm chat; hãy dùng http://localhost.",
    "The group chat may not be opened by this name; use http://localhost.",
  ],
  ["Chỉ trang nhóm chat này mới được gọi địa chỉ này.", "Only the page of this group chat may call this."],
  ["Chỉ nhận application/json.", "Only application/json is taken."],
  ["Chỉ nhận application/octet-stream.", "Only application/octet-stream is taken."],
  ["Chưa gửi được: ", "Not sent: "],
  ["không đọc được", "it cannot be read"],
  ["Thiếu person.", "There is no person."],
  ["Không có người này.", "There is no such person."],
  ["Tệp này không còn nữa.", "This file is not kept any more."],
  ["Hình này không còn nữa.", "This picture is not kept any more."],
  ["Tệp trống.", "The file is empty."],
  // channel.ts
  ["Không có nhóm này.", "There is no such group."],
  [" không ở trong cuộc trò chuyện này.", " is not in this chat."],
  ["clientId đã dùng rồi.", "This clientId was used before."],
  // post.ts
  ["cần một đối tượng JSON", "a JSON object is needed"],
  ["cần đúng một trong text, sticker, press", "exactly one of text, sticker and press is needed"],
  ["thiếu ", "there is no "],
  [" phải là một UUID", " must be a UUID"],
  [" phải là mã một tin", " must be the id of a message"],
  [" phải là chữ", " must be letters"],
  [" phải là số", " must be a number"],
  [" phải từ 1", " must be 1 or more"],
  [" phải có ask và option", " must have ask and option"],
  ["tin dài quá 20.000 ký tự", "the message is longer than 20,000 characters"],
  ["tin trống", "the message is empty"],
  ["không có nhãn dán này", "there is no such sticker"],
  ["tên tệp dài quá", "the file's name is too long"],
  ["chú thích dài quá 1.000 ký tự", "the caption is longer than 1,000 characters"],
]

/** Longer ones first: some stand in others. */
const LONGEST_FIRST = ENGLISH.toSorted(([one], [other]) => other.length - one.length)

/** A file of the page, or a sentence beside it, in the language. */
export function pageIn(language: Language, text: string): string {
  if (language === "vi") return text
  return LONGEST_FIRST.reduce(
    (said, [vietnamese, english]) => said.replaceAll(vietnamese, () => english),
    text,
  )
}

/** What the table holds that the page does not say any more, for its test. */
export function unsaidIn(texts: readonly string[]): readonly string[] {
  return ENGLISH.map(([vietnamese]) => vietnamese).filter(
    (each) => !texts.some((text) => text.includes(each)),
  )
}
