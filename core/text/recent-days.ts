import { NUMBER_WORDS } from "./number.ts"

/**
 * The folded words of the days up to now, "7 ngày gần đây", "hai tuần qua": how many (digits, or their word), and of what. Of the first "đây"
 * may have been taken for the end of a request.
 */
export const RECENT_DAYS = `(\\d{1,2}|${NUMBER_WORDS.join("|")}) (ngay|tuan|thang) (?:gan (?:nhat|day)|gan(?=$)|vua qua|vua roi|qua|tro lai(?: day)?)`
