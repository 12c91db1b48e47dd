### The bot's words in English, for those who do not read Vietnamese. What a member types may be English (core/command/english.ts);
### an officer's commands stay Vietnamese and stand in quotation marks here, with their meaning where that is not plain.
### <b>…</b> is bold where the platform has it. Variables { $… } are what somebody typed, or figures already written out.

## Getting to know each other

greeting-group =
    I am the <b>Initiative Assistant</b>. I record initiatives and sum up the results every week, here in this group.
    To register an initiative, write "register: title".
    To begin, a union officer types "liên kết" (link) with the unit's name or code.
greeting-group-linked = I am the <b>Initiative Assistant</b>; this group belongs to { $unit }. Write "register: title" to register an initiative at once.
greet-back = Hello. Write "register: title" to register an initiative, or "help" to see what I can do.
welcome = You are welcome.
hint = I record initiatives and report progress. Example: "register: Cải tiến cữ gá may túi hộp, saves 120 million/year".
not-understood-officer = I did not understand that. Try "progress", "tổng hợp tuần" (the week), "đơn vị nào chưa đạt" (who is short), "duyệt" (review), "nhắc đơn vị chậm" (remind), "xuất tổng hợp tuần" (export); all of it: "help".
not-understood = I did not understand that. To register an initiative write "register: title"; more: "help".
keyboard-off = It seems that the Vietnamese of your keyboard is switched off, so I could not read this. Please switch it on, or leave the marks out, and write again.
who-info = Members and workers may all register, as many initiatives as they have. One message for each: "register: title".
reviewer-info = The head of your unit or its initiative council decides; as soon as the union officer has recorded the result, I tell you. To see where it stands: "my initiatives".
human-info = I am an automatic assistant. For help from a person, ask the union officer of your unit; about personal data write "yêu cầu dữ liệu" and I will pass it on.
upset-info = I am sorry for the trouble. All it takes is "register: title"; when something does not work, please ask the union officer of your unit.
elsewhere-info = What was handed in on paper, by a form or at the portal is entered here by an officer later. To be sure, write "register: title": where it is known already, you are asked, and nothing counts twice.
no-money-info = That is all right: a benefit that is not money counts as well. To tell more, write "add" with the code of the initiative.
not-applied-info = You can register it all the same; to be recognised it has to be applied, or tried out. Once it is, write "add" with its code and the day.
twice-info = That is all right. Please take the second one back, for instance "cancel SK-000123"; the code is under "my initiatives".
choice-info = There is no need to tap: type the number, 1 for instance, where you write messages and send it. To have the open question asked again write "continue".
hard-info = There is nothing to tap: write "register" with the name of what you made, or speak it into the microphone of your keyboard. The support team or a union officer can also hand it in for you.
concern-info = I only handle initiatives and cannot help with this. Please tell the union officer of your unit.
phone-info = I keep nobody's phone number: I know you by this account, and write to you here.
shared-info = Each account stands for one person. Whoever shares a phone or has none can ask the support team or a union officer to hand in for them; the record bears their own name.
photo-info = Yes: send the photo or file in this chat with the code of the initiative as its caption, for example "SK-000123".
english-info = I read short requests best: "register: title", "my initiatives", "edit", "add" or "cancel" with the code, "progress", "help".
question-which = I am not sure that I understood. { $count ->
    [one] Do you mean this?
   *[other] Which of these do you mean?
} If not, please ask in other words.
sentence-which = I am not sure that I understood. { $count ->
    [one] Is this what you want?
   *[other] Which of these do you want?
} If not, please say it in other words.
question-info = I cannot answer that yet, please ask your own union's officer. I register, show and change initiatives and report progress; more: "help".
# Decree 13/2012/NĐ-CP, article 7: decided within 3 months of acceptance; article 5: to be filed within 1 year of the first application.
time-info = Under the Initiative Charter your unit decides within 3 months of accepting the file; I write to you at once when there is a result.
levels-info = Your own unit recognises the basic level. The provincial and national levels are judged by the councils above, for what works well and others can take up; your unit puts it forward, so just register here first.
approval-info = Nobody has to allow it first: register it yourself, your unit judges it later.
listening-info = In a group I answer what is said to me or replies to me, and keep nothing else. What I keep of you: "my data".
hours-info = I am here day and night; write whenever you like.
code-info = SK and a number is the code of one initiative: use it to look, add, edit or cancel. The portal code is the one on the online portal, which an officer records.
receipt-info = Once it is recorded I answer at once with ✅ and a code. To see it again: "my initiatives".
portal-work-info = On the portal means: recognised, and entered on the programme's online portal by an officer. You need not enter it; I tell you when it is done.
restore-info = Yes: after cancelling, write "register: title" again and I record it under a new code.
appeal-info = The reason comes with the result. If it is unclear or you disagree, ask an officer or the council of your unit; once improved it can be registered again.
support-info = The support team is named by your grassroots union. Tell an officer of your unit: they give you a code; send it to me, and that is all.
author-info = The author is whoever thought of it and made it; if there were several, name them all as co-authors.
small-info = Small things count too, as long as work is faster, cheaper, easier or safer. Just write "register: title".
applied-info = About when is enough, for example "applied from March". If you do not remember, add it later: "add" with the code.
name-info = You can correct the name in your records: write to me in private "my data" and choose to correct it. A new name in the app does not change it.
award-info = The Creative Labour award is given by the Confederation under its own rules, proposed by the union from recognised initiatives; please ask your unit's union for the criteria.
peak-info = A peak period is a few days in which the whole province registers as much as it can, with a goal of its own. How far your unit is: "progress".
peak-days = { $state ->
    [open] { $peak } is running, from { $from } to the end of { $to }.
    [over] { $peak } from { $from } to { $to } is over.
   *[ahead] { $peak } is next: from { $from } to the end of { $to }.
}
target-info = The federation sets targets by the number of people in a unit; the result counts in the unit's emulation. How far your unit is: "progress".
benefit-info = Estimate what it saves a year and write it along, for example "add SK-000123 benefit: 50tr/năm"; what cannot be put in money need not be written.
description-info = A few sentences are enough: how it was done before, and what has changed. It can follow later: "add" with the code and the words.
compulsory-info = Nobody has to: whoever has an initiative sends it, and the unit has a target of its own. Small things count; write "register: title".
unlisted-info = I record for units on the federation's list. If yours is missing, ask an officer for its name or code, or to have it added.
writing-info = Write as you like: without marks, in short, long or brief; I keep your words as typed, and they can be corrected later.
where-info = In the group or in private, it is recorded the same. In the group call me by @, and everybody sees it; in private only you do.
call-info = In a group I only see what calls me by @ or replies to me. Or write to me in private.
anonymous-info = A record needs its author, or it cannot be judged. But what I post names you only if you allow it: "my data", then correct.
ceremony-info = When results are announced and awards given, your unit or the federation says. How far yours is: "my initiatives".
next-round-info = The federation announces the next round. After this one you can still write "register: title"; I record it for the union.
recognised-info = Once recognised there is nothing more to do: an officer enters it on the portal and I tell you each step. Corrections then go through an officer.
supplement-info = Write "add" with the code and the words, for example "add SK-000123 saves 20 minutes a shift", or simply answer what I asked.
no-app-info = Nothing to install and no page to open: just write here, for example "register: title".
draft-info = Nothing is lost: I keep the draft; write "continue" to go on where you stopped, or "cancel" to drop it.
part-info = You are recorded with { $unit }; the team or department need not be given.
owner-info = I record an initiative under its author's name. Where it is used, passed on and paid for follows the Statute on Initiatives and what author and unit agree on; please ask your grassroots union.
patent-info = No patent or copyright is needed: your unit recognises it. What is under intellectual property protection is not recognised as an initiative (Decree 13/2012/NĐ-CP).
safe-info = I am the union's assistant and only record initiatives; I never ask for an identity card, a password or a bank account. If in doubt, ask the union officer of your unit.
refuse-info = You may: when I ask, answer "2" and your name is not written down. If it already stands there, ask who registered it to take it out, or tell the union officer of your unit.
status-info = Registered: written down, your unit has not decided yet. More asked: the officer has a question, answer that message. Recognised: the officer enters it at the portal next. Yours: "my initiatives".
unit-wrong-info = Write "I moved to" and the right unit. What is registered stays with the former one: cancel and register it again, or ask a union officer.
reminders-off-info = Write "turn off reminders" and I remind you no more; how your initiatives fare I still tell you.
address-info = In a group an officer of the unit may choose the form of address: "xưng hô đồng chí". In private I go on as now.
trial-info = Money and time for a trial are for your unit to give; ask your manager or grassroots union. You may register before any trial: "register: title".
honest-info = Please state what is true, and say "about" where it is an estimate; your unit looks at this as well.
withdraw-info = Write "cancel" with its code, as in "cancel SK-000123"; the code stands in "my initiatives".
afterwards-info = Nothing more is needed: your unit decides, and I tell you the result or ask for more. To tell more: "add" with the code.
targets-how = Write "chỉ tiêu KCN 200" to set or change one, "chỉ tiêu KCN bỏ" to share by headcount again; to see all: "chỉ tiêu".
group-how = Add me to the group, then call me there with "liên kết" and the unit's name; a group counts for one unit. Which groups get posts: "nhóm".
delegate-how = For somebody to review beside you write "mời cán bộ" with the unit and pass on the code. To hand your role over: "bàn giao". Who has which role: "vai trò"; who did what: "nhật ký".
rank-info = Ranked by % of target; when equal the larger count comes first, then the name.
corrected-info = What is withdrawn is taken off the registered count and told among the corrections; what is refused stays counted as registered. To take a verdict back: "thu hồi công nhận" with code and reason.
quiet-info = I post nothing by myself at night and on days off, and at most one post of my own a day in a group. Who wants no reminders writes "tắt nhắc"; to end a schedule: "bỏ NH-3".
honour-info = Honours name only who allowed it. Write "vinh danh" for a draft, leave out whom you like, and only then it is posted.
requests-info = Write "yêu cầu" to see the open requests about personal data and when each is due, then "trả lời YC-1" with the answer.
chart-info = "tổng hợp tuần" comes with a chart, of one unit if you name it; as an Excel file: "xuất tổng hợp tuần".
periods-how = Write for example "gia hạn giai đoạn 1 đến 15/6", "giai đoạn 1 chỉ tiêu 6.000" or "đợt cao điểm thêm Tuần lễ sáng kiến 31/3 - 8/4 chỉ tiêu 1.500"; to see them: "giai đoạn", "đợt cao điểm".
kept-as-it-was = Nothing was withdrawn, the record stays as it is. Once you are sure, write "cancel" with its code.
asked-not-done = That sounds like a question or a doubt, so nothing was done. To have it done write the command and the code alone; how to: "help".
law-info = The basis is the Initiative Charter (Decree 13/2012/NĐ-CP) and Circular 18/2013/TT-BKHCN; your unit may have rules of its own, please ask your grassroots union.
earlier-info = What is already in use has to be filed within 1 year of its first application (Initiative Charter). Just write "register: title, áp dụng từ tháng …", your unit will decide.
authors-info = One of you registers, with the others: "register: title, co-author Trần Thị Lan 40%"; later: "co-author SK-000123 Trần Thị Lan 40%". Up to 20 authors, whose shares add up to 100%.
again-info = Yes. The reason comes with the result; put it right and write "register: title" again.
privacy-info = The information is used only for initiative files and tallies. Union officers can see the file; anyone who searches sees the title and the author. See, correct or delete yours: "my data"; hide the description: "bảo mật" and the code.
secret-info = Yes: write "bảo mật" and the code, for example "bảo mật SK-000123". Others then see the title only and not the description; the officers who decide still do.
certificate-info = Certificates come from the unit or level that recognises the initiative, please ask your grassroots union. Where yours stand: "my initiatives".
several-info = Yes: one message for each initiative, or a numbered line for each in one, for example: "đăng ký 2 sáng kiến:", on the next line "1. …", then "2. …".
figures-info = Each number is counted from the records themselves, up to the hour that stands in the message. Officers open them: "tổng hợp tuần chi tiết đăng ký" (or công nhận, lên cổng, điều chỉnh). To compare with the portal, send me its list in private.
campaign-info = A campaign is opened and named by whoever installed me. Within it you can change here: "giai đoạn", "đợt cao điểm", "chỉ tiêu", "đơn vị".
group-whose = This group belongs to { $unit }; what is registered here counts for it.
not-mine-how = If one of these bears your name and is not yours, write "not mine" with its code, and whoever handed it in is told; as a co-author write "rút khỏi" with its code. If it is not listed, tell a union officer.
author-dispute = If the author is wrong, whoever sent it writes "edit SK-000123 author: full name"; or tell an officer of the unit.
sector-unlisted = Sectors are numbered 1 to { $most }, so none was recorded. Type its name, for example "sector: safety".
start-info = Step by step: "chỉ tiêu" shows the targets; "mời cán bộ" with a unit invites its officer; add me to the unit's group and write "liên kết" with its name there; "duyệt" shows what waits. Everything: "help".
today-waiting = <b>{ COUNTED($count, "initiative") }</b> to be reviewed{ $late ->
        [some] , { $overdue } overdue
       *[none] { "" }
    }: "duyệt".
today-requests = <b>{ COUNTED($count, "request") }</b> about personal data not answered: "yêu cầu".
today-more = Units behind: "đơn vị nào chưa đạt".
today-none = Nothing waits for you. Units behind: "đơn vị nào chưa đạt".
papers-info = Certificates, decisions and minutes are issued by the unit; I cannot write them. For a mail merge (authors, level, decision): "xuất khen thưởng giai đoạn 1"; the request form: "đơn" and the code.
portal-info = Write "xuất cổng" to me in private for a list in the portal's columns, or "thẻ" and a code to copy one record; once it is there: "lên cổng SK-000010 CP-889123".
notice-how = Write your words behind a colon: "gửi tin cho tất cả các nhóm: Mai họp lúc 8h"; to one unit: "nhắc KCN ngay: Mai họp lúc 8h". I show it to you before it is sent.
reach-info = I keep nobody's phone number. To ask an author about a record: "hỏi thêm SK-000012" and your question; to write to a unit: "nhắc KCN ngay:" and your words.
posts-info = Two texts are ready to be copied: "tổng hợp tuần" (with its chart) and "vinh danh". To post in a group: "vinh danh" and choose 1, or call me there with "tổng hợp tuần".
quota-info = The goal of a phase is split by the recorded { $base ->
        [members] members
       *[members_and_workers] members and workers
    } of each unit; a target that was assigned stays. To see it: "chỉ tiêu KCN", "danh sách đơn vị"; to assign one from above: "chỉ tiêu KCN 50".
regular-info = I post the weekly tally to the groups by myself; to send it to you at a set hour is not possible yet. Write "tổng hợp tuần" or "tổng hợp hôm nay" whenever you need it.
import-info = To hand in a whole list: send me a sheet with the columns Tác giả, Tên sáng kiến in private, or paste the table. Units and earlier years are loaded by whoever installed me.
operator-info = The server (backups, message quota, faults) is looked after by whoever installed me. If something fails, please pass my message on to them.
closing-info = I close the week and post its tally to the groups { $when }. To see it before: { $for ->
        [officer] "tổng hợp tuần"
       *[member] "progress"
    }.
missing-info = I post the tally { $when }, to groups that are linked; a week without any change is not posted. { $for ->
        [officer] To see it now: "tổng hợp tuần"; when each group got one: "nhóm".
       *[member] The results: "progress".
    }
target-by-info = What is the new number? I neither add nor subtract, so that nothing goes wrong: type "chỉ tiêu May TNG 50".
headcount-by-info = Please tell me how many there are now; I neither add nor subtract: "May TNG có 350 đoàn viên, 900 lao động". Targets count both together.
repost-info = I post the tally to each group once by myself, { $when }. To have it again, call me in that group with "tổng hợp tuần trước" (the one posted) or "tổng hợp tuần" (up to now).
codes-info = A code works once and I cannot show it again. Make a new one: "mời cán bộ KCN", or "mời hỗ trợ" with the unit's name.
password-info = There is no password here: I know you by the account you write from. The password of Zalo or Telegram is changed in that app; before you change to another account write "my data" to me from the old one.
posting-info = I post the weekly tally { $when }; the operator sets this in the campaign file. To post it now, call me in that group with "tổng hợp tuần". To leave a group out: "nhóm", then "gỡ liên kết" and its number.
verdicts-info = To put the level or decision of a recognition right: "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4"; no figure changes. A recognition that was wrong altogether: "thu hồi công nhận SK-000012 lý do ghi nhầm".
account-info = Your two accounts can be joined into one, and your initiatives come along. Over there write "my data" to me in private, choose 3 and then 5 for a code; then type that code here.
account-kept-info = Nothing is lost: initiatives go with the account, and a new phone or number with the old account changes nothing. For another account, write "my data" to me in private from the old one, choose 3, then 5, for the joining code; if you cannot reach it any more, write "yêu cầu dữ liệu".
alike-info = When there is something alike, I ask before recording it: another initiative, or join that one as co-author. To look beforehand, write "search" and a few words of the title.
late-info = While the programme runs I still record it; for the date that counts now write "progress". What is already in use is handed in within 1 year of its first use (Điều lệ Sáng kiến).
open-until = { $state ->
    [open] { $phase } runs until the end of { $day }, { $days } more days. The figures of the unit: "progress".
    [over] { $phase } ended on { $day }. An initiative can still be sent; it is written down for the union to look at.
   *[ahead] { $phase } begins on { $day }.
}
points-info = Nobody gets points from me: each initiative counts as registered, recognised and on the portal. Points for emulation are given by the union.
most-info = Units are ranked, people are not: "ranking". Whoever stands out is honoured in the group by the officers, and named only if they agreed.
boss-info = Nothing is sent to your boss. But union officers see the file, the head of the unit recognises it, and whoever searches sees its title and author.
unnamed-info = In what is posted to groups you are named only if you agreed: see "my data". What you sent: "my initiatives".
number-info = Your phone number is not known here; you only get answers to what you write. What is kept: "my data".
news-info = You are told as soon as anything changes.
groupless-info = A unit's group is set up by its officers. Without one, just write to me in private: registering works the same.
nod = All right. Write whenever you need something.
no-idea-info = That is all right: whatever makes work quicker, easier, cheaper or safer is an initiative. "search" shows what others made; send yours as "register" with its title.
slip-info = That is all right. Anything sent by mistake is taken back with "cancel" and its code: see "my initiatives".
leaving-info = What is recorded stays in your name, at the unit where it was registered. When you change units, write "tôi chuyển sang" and the new unit: later initiatives are recorded there.
speech-info = I cannot listen to voice messages yet: press the microphone on your keyboard and dictate. Or ask the support team or a union officer to hand it in for you.
states-info = Refused and withdrawn records cannot be listed in the chat yet. The file of "xuất sáng kiến" has a column for it; for one record type its code.
form-info = No form is needed: write "register: title" and it is registered. For an address or a QR code to pass on write "link". Should your unit want the request on paper, write "đơn" and the code: I make a Word file of it.
change-info = Yes, until it is recognised: write "edit", the code and what to change, for example "edit SK-000123: new title", "edit SK-000123 benefit: 60 million/year". Your codes: "my initiatives".
fee-info = It costs nothing.
sector-info = A field is not required. To give one, write for example: "add SK-000123 field: An toàn"; if unsure, leave it out.
meant-title = Is "{ $typed }" an initiative you want to register?
meant-whose = Whose initiative is "{ $typed }"? If you hand it in for somebody, type the author's full name.
choice-register-for = Register for { $name }
choice-register-mine = Mine
choice-register-not = Do not register
passed-on = I do not know what this forwarded message is for. If it is an initiative, write "register: title".
meant-which = Is "{ $typed }" a new initiative or more about { $code }?
restore-ask = { $code } is withdrawn and its code cannot come back. Shall I register it anew?
choice-register = Register
way-register = Register an initiative
way-mine = See my initiatives
way-progress = See my unit's progress
way-review = Review what is waiting
way-week = The week's tally
ways-ask = What would you like?
choice-new-idea = A new initiative
choice-add = More about { $code }
request-not-understood = As for "{ $typed }", I do not understand it yet. Please send it by itself; see also: "help".
# Decree 13/2012/NĐ-CP (the Initiative Charter); no decree in its place was found by November 2026. For information only: nobody's money is computed.
reward-info = Rewards are decided by your own workplace: please ask your union. For information: by the Initiative Charter (Decree 13/2012/NĐ-CP), unless agreed otherwise, companies and self-financing units owe the author at least 7% of each year's benefit in the first 3 years of use.
criteria-info = By the Initiative Charter (Decree 13/2012/NĐ-CP) a solution is recognised when it is new within the workplace, applied or tried there, and of real benefit. Just write "register: title", and your unit will review it.
wordless = I can only read what you write yourself, please put it in words. Example: "register: title".
sticker-open = I cannot read stickers, please answer in words or with a number.
link-info = I cannot open links, please put it in words.
id-info = I need no identity number or paper, please do not send it.
whenever-answer = That is fine, answer whenever it suits you.
whenever = All right, send it whenever it suits you.
speech-open = I cannot listen to voice messages yet. Please type it (or tap the microphone on your keyboard and speak).
wordless-open = I only read text. Please answer with words or a number.
video-info = I cannot watch videos yet: please tell it in words, or send a photo.
contact-info = I cannot read contact cards yet. Please type the full name.
place-info = I have no use for a place yet: please write the name of your unit.
unread-info = The app does not hand this file, video, place or link over to me. Please put it in words, or send a photo.
photo-first = I cannot keep the photo yet, for I do not know you. Please write "register: title" first and then send the photo again.
message-edited = I cannot follow a message that is changed after it was sent: please send it anew; for an initiative that has its code write "edit SK-000123: new title".
our-fault = Sorry, something went wrong on my side and this was not done. Please write again in a few minutes.
press-old = This question is over, or it was for somebody else.
help =
    <b>register: title</b> – registers at once; "register" alone asks step by step
    <b>my initiatives</b> – your initiatives and where they stand
    <b>add</b>, <b>edit</b>, <b>cancel</b> with a code – for example "cancel SK-000123" · <b>đơn</b> + code – the request form to print
    <b>search</b> + words · <b>co-author</b> + code, name · <b>progress</b> · <b>ranking</b>
help-support =
    { help }
    Support team: <b>đăng ký hộ Nguyễn Văn A: title</b> – or a list, one person on each line
help-officer =
    <b>register: title</b> – registers at once · <b>đăng ký hộ</b> (register for) + name: title · <b>của tôi</b> (yours) · <b>tìm</b> (search) + words
    With a code: <b>bổ sung</b> (add), <b>sửa</b> (correct), <b>hủy</b> (cancel), <b>đồng tác giả</b> (co-authors), <b>đơn</b> (the request form)
    Review: <b>duyệt</b> · with a code: <b>tiếp nhận</b> (accept), <b>công nhận</b> (recognise), <b>hỏi thêm</b> (ask), <b>từ chối</b> (refuse), <b>gộp</b> (merge), <b>lên cổng</b> (on the portal), <b>thu hồi</b> (take back)
    Results: <b>tiến độ</b> (progress), <b>bảng xếp hạng</b> (ranking), <b>điểm thi đua</b> (scores), <b>tổng hợp</b> (tally) or <b>so sánh</b> (compare) tuần, tháng · <b>đơn vị nào chưa đạt</b> (who is short) · <b>xuất</b> (export)
    Running it: <b>nhắc</b> (remind) + whom, when · <b>vinh danh</b> (honours) · <b>chỉ tiêu</b> (targets), <b>giai đoạn</b> (phases), <b>đợt cao điểm</b> (peak periods), <b>chương trình</b> (programmes)
    People: <b>liên kết</b> (link) + unit, <b>xưng hô</b> (address) in a group · <b>mời cán bộ</b>, <b>mời hỗ trợ</b> (invite) + unit · <b>nhóm</b> (groups), <b>vai trò</b> (roles), <b>bàn giao</b> (hand over), <b>nhật ký</b> (log), <b>yêu cầu</b> (requests)

## Consent (version 2026-11-27)

consent-notice = I am the Initiative Assistant of { $federation }. I keep your name, unit, account, chat and what you send, to make your file and sum up results; { $federation } is responsible for this information. Now and then I send you a reminder in private, "tắt nhắc" stops them; in tallies and honours posted to groups I name you only if you allow it (choose 3, or switch it on later). If you do not agree you can still see the progress. You may see, correct or erase it, withdraw your consent or complain at any time: write "dữ liệu của tôi" (my data). Do you agree?
consent-in-english = You may answer "yes" or "no" as well.
consent-again = Do you agree that I keep your information and record initiatives?
unit-noted = I note that you are at { $unit }. What would you like to do?
unit-held = I note that you are at { $unit }.
consent-why = It is only used for the file of your initiative and the results, and costs nothing. Union officers can see the file; whoever searches sees the title and the author.
consent-refused = All right, I keep nothing. You can still see the progress; if you change your mind, write "register".
choice-agree = I agree
choice-disagree = No
choice-agree-naming = I agree, and may be named in tallies and honours
consent-refused-known = All right, I have noted that you do not agree and take nothing more from now on. What I have is still there: to see or erase it, write "my data".
consent-first-contact = An initiative handed in by somebody else bears a name like yours.

## Units

unit-ask = Which union do you belong to? Type its name or code, for example "CĐCS Công ty May TNG".
unit-which = Which unit is it? Choose a number, or type the name more fully.
unit-this = Is it this unit? Reply 1 if it is, or type a fuller name.
unit-not-found = I did not find a unit "{ $typed }". Please type its name more fully, or its code.
unit-why = Please type where you work (company, school, hospital, commune…), so that the initiative counts for your own unit; if you do not know the union's name, ask your team leader or a union officer.
unit-unlisted = I still cannot find "{ $typed }". I only know the units on the federation's list: please ask a union officer for your unit's name or code; what you sent is kept.
unit-without-union = Initiatives count for a unit that has a union. Retired, on your own, or no union at work: name the unit you were in, or ask the nearest union officer; what you sent is kept.
still-open = Let me ask again, so that nothing is mixed up.
choose-number = Please choose a number from 1 to { $most }, or type "cancel" to stop.
choose-only = Please answer 1 if that is the one, or type "cancel" to stop.

## Registering

set-up-units = I have no units and no programme yet. Whoever set me up runs on the server "npm run cli -- campaign apply FILE.yaml", then "npm run cli -- units import FILE.csv"; after that send me the administrator's code.
set-up-campaign = I have no programme yet. Whoever set me up runs on the server "npm run cli -- campaign apply FILE.yaml"; then write to me again.
set-up-more-units = The list holds only { $unit } so far. Whoever set me up loads all of it with "npm run cli -- units import FILE.csv", or you add units one by one: "thêm đơn vị CĐCS … thuộc { $unit }".
no-campaign = No initiative programme is open at present. Please write again when the federation has opened one.
registration-too-long = The message has { COUNTED($length, "character") }, I take { $most } at most. Please send the title and the main idea first and add the rest later.
guided-opening = I ask 4 questions, about 1 minute. "skip" skips one, "back" goes back to the one before, "cancel" stops.
guided-opening-group = I ask 4 questions, about 1 minute. "skip" skips one, "back" goes back to the one before, "cancel" stops; to answer in private, write "continue" to me there.
guided-opening-group-link = I ask 4 questions, about 1 minute. "skip" skips one, "back" goes back to the one before, "cancel" stops; to answer in private, tap { $link }
guided-told = What you told me goes into the description. Type "cancel" if it is not an initiative.
title-doubted = Is "{ $typed }" the title? If not, please type the title.
title-one-each = One initiative at a time, please: write the name of the first, or write "cancel" and then "register" with the whole list.
title-too-short = "{ $typed }" is too short to tell what the initiative is. Please say more: what is improved, and for what.
title-needed = I do need a title. If this is not the moment, type "cancel" and come back later.
ask-title = <b>What is the initiative called?</b> Example: Cải tiến cữ gá may túi hộp giảm 30% thời gian
ask-change = <b>How was it done before, and what changes?</b> ("skip" to leave it for later)
ask-benefit = <b>About how much does it save?</b> Example: 50 million/year; or "not sure"
ask-sector = <b>Which field does it belong to?</b>
benefit-unreadable = I could not read an amount in "{ $typed }".
draft-retitled = The title is "{ $title }" now.
guided-why-title = A few words for what you improved, as if giving it a name.
guided-why-change = A few sentences will do; if you have none yet, type "skip".
guided-why-benefit = Roughly how much money it saves in a year; if that cannot be said, type "not sure".
guided-why-sector = Choose the number that comes closest; if you are not sure, type "skip".
guided-wait-titled = All right, the draft is kept. Type "continue" whenever you want to go on, or "done" to register what there is.
guided-wait = Take your time. When you are ready answer the question above, or write "continue" and I ask again.
draft-team = Co-authors noted: { $names }.
draft-team-full-name = I need the full names of co-authors, for example: "đồng tác giả Trần Thị Lan, Lê Văn Hùng".
told-more = I put this into the description.
bubble-joined = I have added this to the description.
benefit-which = Which amount do you mean?
sector-again = Please type a number from 1 to { $most } of the list above, "skip" when it is not clear, or "done" to register as it is.
sector-near = { $number }. { $sector } comes closest. If so, type { $number }; if you are not sure, "skip".
sector-unknown = Please choose a number from the list.
begin-again = The unit or the programme has just changed, so nothing was recorded. Please write "register" again.
draft-open = Your draft "{ $title }" is not finished, let us go on; "cancel" drops it.
draft-kept = Your draft "{ $title }" is kept: "continue" goes on with it, "cancel" drops it.
message-held = I keep this message and go on with it as soon as you have answered.
message-kept = I still keep the message you sent: type "continue" to go on with it, "cancel" to drop it.
draft-dropped = The draft is gone. Write "register" to begin again.
dialogue-left = All right, I stop here.
begun-elsewhere = My question waits for you { $where ->
    [account] at your other account
   *[group] in the group
}. Type "continue" to answer it here.
files-elsewhere = The photo you sent over there cannot come along, please send it again here.
nothing-to-resume = You have no unfinished draft. Write "register" to begin.
nothing-to-cancel = There is nothing unfinished to cancel. To cancel an initiative add its code, for example "cancel SK-000123".
no-dialogue = I am not asking you anything just now. To register, write "register".

receipt-head = ✅ <b>{ $code }</b> · { $title }
receipt-benefit = Benefit: { $benefit } · { $author } · { $unit }
receipt-plain = { $author } · { $unit }
receipt-foot = Add: "add { $code } …". Cancel: "cancel { $code }".
receipt-progress = Unit: { $registered }/{ $target } ({ $pct })
receipt-count = The unit has { COUNTED($registered, "initiative") }.
receipt-team = Authors: { $list }.{ $asked ->
    [some] {" "}Those with an account are asked to confirm.
   *[none] {""}
}{ $shares ->
    [even] {" "}The shares are even; to change them: "co-author { $code } { $example }".
   *[said] {""}
}
receipt-team-unclear = No co-author was entered, because the share of each is not clear. Please add, for example: "co-author { $code } Trần Thị Lan 40%".
receipt-author-other = The message names { $named } as author; I entered it under your name. If it is theirs: "edit { $code } author: { $named }"; if that is your name: "sửa tên tôi thành { $named }".
receipt-unit-other = The message names { $named }; I entered it for { $unit }. To change that, write "đổi đơn vị" to me in private, then cancel this one and send it again.
receipts-merged = ✅ { COUNTED($count, "initiative") } recorded: { $list }.
receipts-own = ✅ { COUNTED($count, "initiative") } of { $author } recorded:
receipts-title = <b>{ $code }</b> · { $title }
receipts-item = { $code } ({ $author })
receipts-progress = { $unit }: { $registered }/{ $target } ({ $pct })
receipts-count = { $unit }: { COUNTED($registered, "initiative") }

## Similar initiatives

similar-line = Similar to <b>{ $code }</b> "{ $title }" ({ $author }, { $unit }).
similar-first = I still wait for your answer about the initiative you just sent; then I go on with this at once.
choice-other-idea = It is another initiative
choice-join = Take part (as co-author)
choice-drop = Do not send it
choice-look = Look at it
card-confidential = The content is confidential, so the description is not shown.

## Searching and using again

search-how = What are you looking for? Examples: "search đèn led ở may tng", "search lĩnh vực an toàn" (by field).
search-own-unknown = I do not know your unit yet. Please type "tìm ở" (search at) and its name, for example "tìm ở may tng".
others-info = I do not look initiatives up by people's names. For your whole unit type "sáng kiến của đơn vị mình"; by what they are about "tìm" (search) and a few words, for example "tìm đèn led".
others-listed = I do not look initiatives up by people's names. The list with authors is in a file: write "xuất sáng kiến" (export) to me in private. By what they are about: "tìm" (search) and a few words, for example "tìm đèn led".
search-none = I found no initiative about "{ $typed }". Please try fewer words.
search-none-here = { $unit } has no initiative yet. To register one, write "register: title".
search-found = I found { COUNTED($count, "initiative") }. Choose a number to see one:
search-first = The { COUNTED($count, "newest initiative") }. Choose a number to see one, or add words to narrow the search:
search-line = { $code } · { $title } ({ $unit })
history-not-theirs = The history of { $code } is for its author, whoever submitted it and the officers in charge.
history-before = … { COUNTED($count, "event") } before that
history-line = { $at } { history-deed }{ $by ->
    [list] {" "}· from a list
    [you] {" "}· you
    [person] {" "}· { $who }
   *[office] {" "}· a union officer
}
history-deed = { $kind ->
    [registered] registered
    [retitled] renamed, before that "{ $was }"
    [described] described further: "{ $became }"
    [description_set] description rewritten
    [sector_set] sector set to { $became }
    [applied_set] first applied on { $became }
    [benefit_set] { $has ->
        [no] benefit taken out
       *[yes] benefit set to { $became }
    }
    [author_set] author's name put right
    [owned] taken over by its author
    [disowned] not theirs, says whoever was named as its author
    [attached] evidence sent
    [detached] evidence taken out
    [made_confidential] description kept confidential
    [made_open] description open again
    [accepted] request accepted
    [under_review] supplemented as asked
    [needs_more_info] asked for more: "{ $words }"
    [refused] refused: "{ $words }"
    [refused_taken_back] refusal taken back: "{ $words }"
    [recognized] recognised{ $hasWords ->
        [no] {""}
       *[yes] {" "}by decision { $words }
    }
    [recognition_restated] recognition written down anew{ $scope ->
        [none] {""}
        [tinh] : provincial level
        [toan_quoc] : national level
       *[co_so] : unit level
    }{ history-decision }
    [recognized_taken_back] recognition taken back: "{ $words }"
    [duplicate] merged into { $words }
    [duplicate_taken_back] merging taken back: "{ $words }"
    [on_portal] on the portal{ $hasWords ->
        [no] {""}
       *[yes] {" "}as { $words }
    }
    [on_portal_taken_back] record on the portal taken back: "{ $words }"
    [moved_in] moved to { $unit }
    [withdrawn] { $hasWords ->
        [no] withdrawn
       *[yes] withdrawn: "{ $words }"
    }
    [corrected] figures corrected
   *[other] updated
}
history-decision = { $decision ->
    [none] {""}
   *[some] , decision { $number }{ $on ->
        [none] {""}
       *[other] {" "}of { $on }
    }
}
card-recognized = Recognised { $at }{ $scope ->
    [none] {""}
    [tinh] : provincial level
    [toan_quoc] : national level
   *[co_so] : unit level
}{ history-decision }
card-on-portal = On the portal { $at }{ $has ->
    [no] {""}
   *[yes] : as { $portal }
}
card-authors = Authors: { $list }
card-spread = Other units that use it: { $count }
look-words = The officer wrote: "{ $words }"
look-open = To add: "add { $code } text". To correct: "edit { $code } …". To withdraw: "cancel { $code }".
look-recognized = To copy it to the portal: "thẻ { $code }". Once it is there: "lên cổng { $code } portal code".
choice-use = My unit uses it too
use-no-unit = I do not know your unit yet. Please write "register" first.
use-own = { $code } is your own unit's.
used = Recorded: { $unit } also uses { $code } of { $author }, { $from }. Units that use it: { $count }.
used-told = { $unit } also uses your <b>{ $code }</b> "{ $title }". Units that use it: { $count }.
made-confidential = { $code } is confidential now: others see its title, not its description.
made-open = { $code } is open now: others can see its description.

## Co-authors

co-author-name = Please write the full name, for example: "co-author { $code } Trần Thị Lan". Shares are even unless you add one: "… 40%".
co-author-how = Please add the code, for example: "co-author SK-000123 Trần Thị Lan 40%". To take part: "co-author SK-000123". To divide anew: "co-author SK-000123 60/40".
co-author-unknown-person = I do not know you yet. Please write "register" first.
co-author-closed = { $code } no longer stands, so no co-author can be added.
co-author-unreachable = I cannot reach the author of { $code }. Please ask a union officer to write: "co-author { $code } name 40%".
co-author-full = { $code } already has 20 authors.
co-author-asked = I have asked { $name } to confirm you as a co-author of { $code }. I tell you as soon as there is an answer.
co-author-wants = <b>{ $name }</b> asks to be a co-author of <b>{ $code }</b> "{ $title }". 1 means equal shares ({ $shares }); for others type "1 60/40".
co-author-named = { $by } names you as a co-author of <b>{ $code }</b> "{ $title }" with a share of { $share }. Is that right?
co-author-named-new = { $by } names you as a co-author of the initiative "{ $title }" with a share of { $share }. Is that right?
co-author-named-again = Did you make { $code } together? Answer 1 for yes, 2 for no.
co-author-wants-again = May { $name } stand beside you in { $code }? Answer 1 for yes, 2 for no.
co-author-share-how = { $by } wrote down the shares. To divide it otherwise, answer with the shares, the main author's first, for instance "1 60/40"; if you have no part in it, answer 2.
co-author-told = Those with an account are asked to confirm.
co-author-team = <b>{ $code }</b>: { $list }.
co-author-waiting = To be confirmed: { $list }.
co-author-declined = { $name } does not agree to the co-authorship of { $code }.
co-author-noted = All right, { $name } is not entered in { $code }.
co-author-left = { $name } is no longer a co-author of { $code }. Remaining: { $list }.
co-author-replaced = { $name } is no longer a co-author of { $code }: another name stands there now.
co-author-nobody = I see no co-author "{ $name }" of { $code }.
co-author-not-you = You are not a co-author of { $code }, so there is nothing to leave. To take back one that you registered yourself: "cancel { $code }".
co-author-already = { $name } is already named in { $code }.
co-author-count = The initiative has { COUNTED($count, "author") }; please type { COUNTED($count, "figure") }, the main author first, for example "{ $example }".
co-author-sum = Together that is { $sum }; the shares must add up to 100% and everybody must have one. Please type them again.
co-author-share = What share, in percent, do { $names } get? Example: "co-author { $code } { $example }".
co-author-full-name = No co-author was entered yet: I need the full name of { $names }. For example: "co-author { $code } Trần Thị Lan, Lê Văn Hùng".
co-author-even = The shares are even; to change them: "co-author { $code } { $example }".

## My initiatives

mine-none = You have no initiative yet. Write "register: title" to begin.
mine-head = You have { COUNTED($count, "initiative") }:
handed-in-head = You handed in { COUNTED($count, "initiative") } for others:
mine-line = <b>{ $code }</b> · { $title } · { $status ->
    [registered] registered
    [under_review] under review
    [recognized] recognised
    [on_portal] on the portal
    [needs_more_info] more information needed
    [refused] not recognised
    [withdrawn] cancelled
    [duplicate] duplicate
   *[other] { $status }
}
side-by-side = { $is ->
    [same] Their titles have { $share }% in common and may be one. If so, type "gộp { $code } vào { $into }".
    [gone] Their titles have { $share }% in common and may be one.
   *[other] Their titles have { $share }% in common; they seem to be two.
}
mine-line-new = just now · { $title } · registered
slip-how = No harm done. To drop it: "cancel { $code }"; to put its title right: "edit { $code }: the right title". ({ $title })
mine-next = { $waits ->
    [yes] { $code } waits for more from you: write "add { $code } …".
   *[no] There is nothing more to do for now, and you are told of the result. To tell more: "add { $code } …".
}
mine-more = … and { COUNTED($count, "earlier one") }.
which-code = Please add the initiative's code, for example "SK-000123". Your codes: "my initiatives".
which-initiative-only = { $deed ->
    [cancel] Do you want to cancel this initiative?
    [edit] Do you want to correct this initiative?
    [add] Do you want to add to this initiative?
    [team] Do you want to name co-authors of this initiative?
   *[other] Is it this initiative?
} Answer 1 if it is, or type another code.
which-initiative = { $deed ->
    [cancel] Which initiative do you want to cancel?
    [edit] Which initiative do you want to correct?
    [add] Which initiative do you want to add to?
    [team] Which initiative are the co-authors of?
   *[other] Which initiative do you mean?
} Choose a number, or type its code.
code-unknown = I do not find { $code }. See your codes with "my initiatives".
not-yours = { $code } is somebody else's, so you cannot change it; if need be ask its author or a union officer.
withdrawn = Cancelled: { $code } · { $title }
withdraw-why = { $code } was registered more than 10 minutes ago. Please give a reason, for example: "cancel { $code } sent by mistake".
already-withdrawn = { $code } was cancelled before.
too-late-to-edit = { $code } is recognised, so its title cannot be changed any more. Please ask a union officer.
too-late-to-withdraw = { $code } is recognised, so it cannot be cancelled here. Please ask a union officer.
add-what = Write what to add right after the code, for example: "add { $code } used on 2 lines" or "add { $code } benefit 50 million/year".
added = Added to { $code }.
added-benefit-stays = The benefit stays { $benefit }; to change it: "edit { $code } benefit: …".
added-for-review = Added to { $code }, which goes back to the officers for review.
supplement-ask = Does this belong to { $code }?
supplement-settled = Meanwhile { $code } { $status ->
    [recognized] was recognised
    [on_portal] reached the portal
    [refused] was decided on: it is not recognised
   *[duplicate] was found to be the same as another one
}.
supplement-words = What you wrote: "{ $text }"
supplement-not = All right, nothing was written down. To register, write "register: title"; for more: "help".
choice-no = No
applied-which = { $why ->
    [no_such_day] No calendar has { $typed }.
    [lunar] "{ $typed }" is a day of the lunar calendar, which I cannot convert.
   *[vague] I cannot tell which day "{ $typed }" is.
} Please give the day of first use in the solar calendar, for example: "áp dụng từ 15/2".
applied-ahead = { $on } is still to come, so I have not noted it as the day of first use. If it is a slip, write for example: "áp dụng từ 15/2".
edit-what = Write what is to be corrected right after the code, for example: "edit { $code }: new title", "edit { $code } benefit: 60 million/year", "edit { $code } field: An toàn", "edit { $code } author: Nguyễn Văn An".
amended-author = Author: { $name }
amount-which = This amount can be read in two ways: { $one } or { $other }? Type it once more, for example: "{ $command } 3,8 tỷ". Nothing was written down.
take-back-first = { $code } is recognised. First type "thu hồi công nhận { $code }" with a reason, then it can be withdrawn.
amended-no-benefit = No benefit is stated any more.
edited = Corrected: { $code } · { $title }

## Registering for others

behalf-not-allowed = Registering for others is for support teams and officers. Everybody writes "register: title" to me; whoever has no phone of their own asks the support team. To do it for others, ask your union's officer to invite you into the support team.
behalf-outside = { $unit } is not among the units you look after, so I cannot register for it.
behalf-title = What is the title of { $name }'s initiative?
behalf-how = Please write "đăng ký hộ Nguyễn Văn A: title", or one person on each line: "1. Nguyễn Văn A - title - 45tr".
behalf-why = { $why ->
    [short] the title is too short
    [money] the amount can be read in two ways, please write it out (for example "3,8 tỷ")
    [outside] the unit is not among those you look after
    [unit] I do not know the unit named there
   *[form] I could not tell the name from the title
}
behalf-failed = Not recorded: { behalf-why }.
behalf-lines-failed = Line { $lines } not recorded: { behalf-why }.
behalf-resend = Please correct line { $lines } and send only that again.
behalf-whole-line = Please send the whole line again, for example "9. Nguyễn Văn A - tên sáng kiến - 3,5 triệu". A line that was not recorded and is not needed needs nothing; one that was recorded is taken back with "cancel" and its code.
behalf-where = Please leave the unit out, or name one of your own by its code, and send it again.
behalf-known = Recorded before: { $list }.
behalf-teams = Co-authors, with even shares where none were said: { $list }. To change them: "co-author", the code and the shares.
behalf-teams-unclear = No co-author was entered for { $list }, because full names or the share of each are not clear: "co-author", the code, name and 40%.
behalf-called = Recorded under the name you gave: { $list }. A file needs the full name; just send it and it is put right.
behalf-twice = Line { $lines } repeats another line of the message, so it was recorded once.
behalf-too-many = I take { COUNTED($most, "line") } in one message: from line { $first } on ({ COUNTED($count, "line") }) nothing is recorded yet. Please send the rest next.
behalf-told = { $who } has just registered <b>{ $code }</b> · { $title } for you. Add: "add { $code } …". Not yours: "not mine { $code }".
behalf-told-many = { $who } has just registered { COUNTED($count, "initiative") } for you:
behalf-told-foot = To add: "add" and the code. Not yours: "not mine" and the code.
disowned = Your name is no longer linked with { $code } as its author, and whoever submitted it is told.
disowned-told = { $who } says that { $code } · { $title } is not theirs. To correct the author: "edit { $code } author: name"; to cancel: "cancel { $code }".
disown-not-named = { $code } does not name you as its author.
disown-own = You registered { $code } yourself. To take it back write "cancel { $code }".

## Review

review-in-private = Please write "duyệt" to me in private.
review-within = Of <b>{ $unit }</b> alone:
review-head = <b>{ COUNTED($count, "file") }</b> waiting for review.
review-head-overdue = <b>{ COUNTED($count, "file") }</b> waiting for review, { $overdue } overdue.
review-title = <b>{ $code }</b> · { $title }
review-who = Author: { $author } · { $unit } · sent { $sent }
review-disowned = ⚠️ Whoever is named as the author says that it is not theirs.
review-submitter = Submitted by: { $name }
review-description = Description: { $text }
review-benefit = Benefit: { $benefit }
review-sector = Field: { $sector }
review-evidence = Attached: { $what ->
    [photos] { COUNTED($photos, "photo") }
    [documents] { COUNTED($documents, "document") }
   *[both] { COUNTED($photos, "photo") }, { COUNTED($documents, "document") }
}
review-applied = First applied: { $on }
review-filed-late = Filed later than 1 year after the first application (due { $by }).
review-accepted = Accepted: { $on }
review-file-soon = ⏰ Not accepted yet; the year to file ends on { $by } ({ COUNTED($days, "day") } left).
review-overdue = ⏰ Review overdue by { COUNTED($days, "day") } (3 months, until { $by }).
review-due-soon = Review due: { $by } ({ COUNTED($days, "day") } left).
deadlines-head = ⏰ <b>{ $unit }</b> – deadlines of the Initiative Charter:
deadlines-overdue = { $count } undecided longer than 3 months
deadlines-soon = { $count } to be decided within 14 days
deadlines-file-soon = { $count } not accepted, with less than 30 days of the year to file
deadlines-foot = Write "duyệt quá hạn" to see what is overdue, "duyệt" to see all, oldest first.
file-soon-told = ⏰ <b>{ $code }</b> · { $title } is not complete. It can be filed (1 year from its first use) until { $by }; please complete it before: "add { $code } …".
review-missing = Missing: { $fields ->
    [description] description
    [benefit] benefit
    [sector] field
    [description_benefit] description, benefit
    [description_sector] description, field
    [benefit_sector] benefit, field
   *[all] description, benefit, field
}
review-alike = Similar: { $list }
review-series = The same person sent { COUNTED($count, "more file that is nearly the same", "more files that are nearly the same") }: see whether it is a series.
review-what = What do you want to ask about { $code }? I pass it to the author word for word. ("back" shows the file again)
review-why = Why is { $code } refused? I pass it to the author word for word. ("back" shows the file again)
review-whether-words = { $verdict ->
    [refused] Shall I refuse { $code } and send { $to } the reason "{ $words }", word for word?
   *[needs_more_info] Shall I send { $to } "{ $words }" about { $code }, word for word?
}
choice-do-not-send = Do not send
review-which = I am asking about { $code }. For another record please write its code, for instance: "{ $verdict ->
    [refused] refuse SK-000123 because it is in use already
   *[needs_more_info] ask SK-000123 for the figures
}".
review-unsent = I sent nothing to the author of { $code }.
review-unsent-kept = I sent nothing to the author of { $code }. To go on, answer 1–4 (words for the author right behind the number: "2 …"), or type "continue" to see the record again.
review-agreed = Is { $code } to be recognised? { $paper ->
    [none] Type "1", or "1 cấp tỉnh" for another scope.
   *[other] Then type "1" for "{ $paper }".
} If not: 2 ask back · 3 refuse · 4 later.
review-again = I did not understand. About { $code }: 1 recognise · 2 ask back · 3 refuse · 4 later; words may follow the number: "2 cho em xin số liệu". See the record again: "continue".
review-again-short = { $code }: type 1–4 to decide, "continue" to see the record again, or "no" to stop.
review-kept = You were reviewing { $code }: answer 1–4, or type "continue" to see the record again.
asked-back-head = { COUNTED($count, "file waits", "files wait") } for the author's addition, the longest asked first:
asked-back-line = <b>{ $code }</b> · { $title } · { $who }{ $unit } · asked { $on }{ $stated ->
    [yes] : "{ $words }"
   *[no] {""}
}
asked-back-none = No file waits for its author.
review-none-overdue = Nothing is overdue any more; { COUNTED($count, "file still waits", "files still wait") }. Write "duyệt" to see them.
review-none = No file waits for review.
review-later = { COUNTED($count, "file was", "files were") } put off. Type "duyệt" to begin again.
choice-recognize = Recognise
choice-ask-more = Ask for more
choice-refuse = Refuse
choice-later = Later
recognize-all-ask = Recognise the { COUNTED($count, "waiting initiative") }: { $codes }?
accept-all-ask = Accept { COUNTED($count, "waiting request") }: { $codes }?
accept-all-none = All that waits has been accepted already.
choice-accept = Accept
waits-none-of = Nothing of { $author } is waiting in your units.
accept-how = Please add the codes, for example: "tiếp nhận SK-000010, 12-17 ngày 5/4". Without a date it is today.
accept-date-unread = I could not read the day of acceptance, for example: "ngày 5/4/2026" (not after today). Nothing was written down.
recognize-how = Please add codes, for example: "công nhận SK-000010, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4". One after the other: "duyệt".
ask-more-how = Please add the code and the question, for example: "hỏi thêm SK-000012 cho em xin số liệu trước và sau".
refuse-how = Please add the code and the reason, for example: "từ chối SK-000012 trùng với SK-000003". Without a reason nothing can be refused.
twins-info = Where a record that waits is like another, "duyệt" shows "Giống: …" on its screen. To compare two of them: "SK-4 có trùng SK-3 không"; if they are the same, type "gộp SK-4 vào SK-3".
merge-how = Please write two different codes, for example: "gộp SK-000013 vào SK-000003". SK-000013 counts no longer, SK-000003 stays as it is.
merge-into-gone = { $code } was withdrawn, refused or merged itself, so nothing can be merged into it.
split-how = A code is one initiative, so it cannot be split. Please rename what stays: "edit { $code }: new title"; register the rest: "đăng ký hộ { $author }: title".
portal-how = Please add the code and the portal's code, for example: "lên cổng SK-000010 CP-889123, SK-000011 CP-889124".
portal-unread = I could not read: "{ $typed }".
codes-too-many = I take { COUNTED($most, "code") } at a time, please divide them.
words-too-long = The text has { COUNTED($length, "character") }, I take { $most } at most.
decision-scope-unread = Initiatives are recognised here on the level cơ sở, tỉnh or toàn quốc, for example: "công nhận SK-000012 cấp tỉnh". Nothing was recognised.
restate-how = Please add the level, number or date that is right, for example: "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4".
decision-date-unread = I could not read the date of the decision, for example: "ngày 5/4/2026". Nothing was recognised.
judged-accepted = Accepted { $count }: { $codes }
accepted-on = Day of acceptance: { $on }
judged-told-in-group = The author and submitter of { $codes } never wrote to me in private, so I only told the group that there is news, without your words.
judged-untold = I could not reach the author or submitter of { $codes } (they never wrote to me in private); please tell them yourself.
judged-recognized = { COUNTED($count, "initiative") } recognised: { $codes }
judged-restated = The recognition of { COUNTED($count, "initiative") } is written down anew: { $codes }
judged-asked = Asked for more about { $codes }
judged-refused = { COUNTED($count, "initiative") } refused: { $codes }
judged-sent = Sent to { $to }: "{ $words }"
judged-sent-many = Sent to { $to } and { $others } more: "{ $words }"
judged-duplicate = { COUNTED($count, "initiative") } merged into { $into } and counted no longer: { $codes }. If that was wrong, write "thu hồi" with the code and the reason.
judged-see-all = See all of them: "tổng hợp hôm nay chi tiết { $what ->
    [on_portal] lên cổng
   *[recognized] công nhận
}".
judged-on-portal = { COUNTED($count, "initiative") } recorded as on the portal: { $codes }
not-judged = Not done: { $codes } ({ $why ->
    [unknown] no such code
    [outside] not among the units you look after
    [no_code] the portal's code is missing
    [same_code] another initiative has the same portal code
    [same_paper] written down like that already
    [registered] not recognised yet
    [under_review] not recognised yet
    [needs_more_info] waiting for more information
    [recognized] recognised already
    [on_portal] on the portal already
    [refused] refused already
    [withdrawn] withdrawn
   *[duplicate] duplicate of another initiative
})
take-back-how = Please add the code and the reason, for example: "thu hồi công nhận SK-000012 lý do ghi nhầm mã". Likewise: "thu hồi từ chối" (a refusal), "thu hồi lên cổng" (a record of the portal). A reminder: "bỏ NH-3"; an assigned target: "chỉ tiêu KCN bỏ".
undo-asked = The question about { $code } has reached its author and cannot be called back. To put it right: "hỏi thêm { $code } …"; if you need no answer, decide now: "duyệt { $code }".
undo-which = That was { COUNTED($count, "initiative") } at once ({ take-back-name }), so nothing is taken back yet. All of them: "thu hồi { $back ->
    [recognized] công nhận
    [refused] từ chối
    [duplicate] gộp
   *[on_portal] lên cổng
} { $codes } lý do ghi nhầm"; only some: name just their codes.
take-back-name = { $back ->
    [recognized] recognition
    [refused] refusal
    [duplicate] merging
   *[on_portal] record on the portal
}
taken-back = Taken back: { take-back-name } of { COUNTED($count, "initiative") }: { $codes }. { $back ->
    [on_portal] They are recognised again.
   *[other] They wait for review again.
}
not-taken-back = Not done: { $codes } ({ $why ->
    [unknown] no such code
    [outside] not among the units you look after
    [recognized] recognised at present
    [refused] refused at present
    [duplicate] a duplicate at present
    [on_portal] on the portal, "thu hồi lên cổng" comes first
    [withdrawn] withdrawn by its author, and has to be registered anew
   *[undecided] nothing decided that could be taken back
})
ask-first-take-back = Take back { take-back-name } of { $codes }? I send the author the reason "{ $reason }"; for another one write "thu hồi" with the code and the reason.
ask-first-withdraw = Withdraw { $code } as its author asked? It no longer counts from now on.
ask-first-refuse = Refuse { $code }? I send the author the reason: "{ $words }".
ask-first-recognize = Recognise { $code } { $scope ->
    [tinh] at provincial level
    [toan_quoc] at national level
   *[co_so] at grassroots level
}?
ask-first-merge = Is { $code } the same as { $into }? I merge { $code } into { $into }: { $code } counts no longer, { $into } stays as it is.
choice-do-it = Yes, do it
move-ask = Move { $codes } from { $from } to { $to }? The figures of both units change from today on.
move-where = To which unit? Write "chuyển { $code } sang" with the unit's name.
move-done = Moved { COUNTED($count, "initiative") } to { $to }: { $codes }. It counts there from today on.
move-not-yours = { $unit } is not among the units you look after; an officer above both units can do it.
not-moved = Not moved: { $codes } ({ $why ->
    [unknown] no such code
    [outside] not among the units you look after
    [there] belongs to that unit already
   *[gone] withdrawn or merged, and counted nowhere
})
told-moved = { $codes } now belongs to { $to } and counts there from today on. If that is wrong, please tell your union officer.
choice-move = Move
told-taken-back = Taken back: { take-back-name } of { $codes }. Reason: { $reason }
recognition-scope = { $scope ->
    [tinh] Provincial level
    [toan_quoc] National level
   *[co_so] Grassroots level
}
decision-number = Decision { $number }
decision-whole = Decision { $number } of { $date }
decision-date = Date of the decision: { $date }
told-recognized = 🎉 Your { $codes } has been recognised { $scope ->
    [tinh] at provincial level
    [toan_quoc] at national level
   *[co_so] at grassroots level
}.
told-recognized-for = 🎉 What you submitted for others has been recognised { $scope ->
    [tinh] at provincial level
    [toan_quoc] at national level
   *[co_so] at grassroots level
}: { $codes }.
told-restated = The recognition of { $codes } is written down anew:
told-needs-more = { $codes } needs more information: "{ $words }". Answer: "add { $code } …"
told-refused = { $codes } was not recognised. Reason: { $words }
told-duplicate = { $codes } is noted as the same as { $into }, was merged into it and does not count by itself. If these are two different things, please talk to your union officer.
told-on-portal = Your { $codes } is on the portal now.
told-on-portal-for = What you submitted for others is on the portal now: { $codes }.
told-accepted = { $codes } was accepted on { $on }.
told-group = { $what ->
    [accepted] 📥 { $codes }: the request was accepted.
    [recognized] 🎉 { $codes }: recognised.
    [needs_more_info] { $codes }: something more is needed.
    [on_portal] { $codes }: on the portal.
    [moved] { $codes }: moved to another unit.
   *[other] { $codes }: there is a new decision.
} The author writes the code to me in private to see it.
told-title-due = <b>{ $code }</b> · { $title } · answer due by { $by }
told-title = <b>{ $code }</b> · { $title }
told-title-portal = <b>{ $code }</b> · { $title } · portal code { $portal }

## Files and the portal

export-how = What shall be exported? "xuất sáng kiến" (initiatives), "xuất tổng hợp tuần" (the tally of the week; tháng, giai đoạn) or "xuất cổng" (recognised, not on the portal yet). Add a unit's name for one unit only, add "csv" for CSV.
export-in-private = The list has people's names, please write to me in private to get it.
export-nothing = { $what ->
    [portal] Nothing is recognised and not on the portal: { $unit }.
    [tally] { $unit } has no figures for this period.
    [recognized] Nothing of { $unit } was recognised in this period.
   *[initiatives] No initiative yet: { $unit }.
}
export-too-many = There are { COUNTED($count, "initiative") }, a file holds { $most } at most. Please export unit by unit, for example: "xuất sáng kiến CĐCS Công ty May TNG".
export-initiatives = { $what ->
    [portal] { COUNTED($count, "initiative") } recognised, not on the portal yet
   *[initiatives] { COUNTED($count, "initiative") }
} of { $unit }
export-recognized = { COUNTED($count, "initiative") } of { $unit } recognised in { $span }: authors, scope, decision, benefit
export-details = { COUNTED($count, "record") } behind "{ export-records }" of { $unit }, { $span }
export-only-sheets = I make Excel and CSV files; for Word or PDF please open the file and save it as one.
export-scores = Emulation scores, { $unit }, { $period }: the points, how they are made and every record counted.
export-tally = Tally of the { $period ->
    [month] month
    [phase] phase
    [campaign] whole programme
    [peak] peak period
    [dates] chosen days
   *[week] week
} of { $unit }, { $span }, with annexes by unit and field
export-field = { $field ->
    [code] Initiative code
    [title] Title
    [author] Author
    [co_authors] Co-authors
    [unit] Unit
    [unit_code] Unit code
    [sector] Field
    [description] Description
    [first_applied_on] First applied on
    [benefit] Benefit
    [benefit_vnd] Benefit (VND)
    [registered_on] Registered on
    [recognized_on] Recognised on
    [scope] Level of recognition
    [decision] Decision number
    [decided_on] Decision date
    [on_portal_on] On the portal since
    [portal_code] Portal code
    [status] Status
   *[submitter] Submitted by
}
export-word = { $word ->
    [co_so] Grassroots
    [tinh] Province
    [toan_quoc] National
    [registered] Registered
    [under_review] Under review
    [needs_more_info] More information needed
    [recognized] Recognised
    [on_portal] On the portal
    [refused] Refused
    [withdrawn] Withdrawn
   *[duplicate] Duplicate
}
export-sheet = { $sheet ->
    [initiatives] Initiatives
    [portal] For the portal
    [recognized] Recognised
    [summary] Summary
    [ranking] Ranking
    [units] By unit
    [sectors] By field
    [scores] Emulation scores
    [score_basis] How they are made
    [score_records] Records counted
   *[annex] Annex
}
export-column = { $column ->
    [part] Annex
    [what] Item
    [campaign] Programme
    [total] Total
    [delta] In the period
    [unit] Unit
    [from] From
    [to] To
    [code] Unit code
    [name] Name
    [rank] Rank
    [rank_change] Ranks gained
    [registered] Registered
    [registered_delta] Registered in the period
    [recognized] Recognised
    [recognized_delta] Recognised in the period
    [on_portal] On the portal
    [on_portal_delta] On the portal in the period
    [target] Target
    [achieved] Achieved (%)
    [remaining] Remaining
    [per_day] Needed a day
    [benefit] Benefit (VND)
    [unconverted] Not convertible
    [counted_at] Counted at
    [change] Change
    [reason] Reason
    [cluster] Cluster
    [score_total] Total
    [grade] Grade
    [item] No.
    [criterion] Criterion
    [points] Points
    [most] Out of
    [basis] Why
   *[corrections] Corrections
}
export-records = { $kind ->
    [registered] Registered
    [recognized] Recognised
    [onPortal] On the portal
   *[corrections] Corrections
}
export-no-sector = (not given)
form-not-standing = { $status ->
    [withdrawn] { $code } was withdrawn, so there is no form of it. To hand it in again: "register: title".
   *[duplicate] { $code } was merged into another initiative; please take that one's form. Which one: "{ $code }".
}
form-made = The request to recognise { $code } (a Word file): fill in what is still empty, print and sign it.
form-not-yours = Only the author of { $code }, whoever handed it in, and the officers of its unit can get its form.
form-in-private = The form has people's names in it: please write to me in private for it.
card-how = Please add the code, for example: "thẻ SK-000123". I write each line ready to be copied to the portal.
card-line = { export-field }: { $value }
card-word = { export-field }: { export-word }
card-not-yet = (Status: { export-word })

## Photos, documents and lists sent to the bot

file-for-what = I keep it for you. Which initiative is it for? Send its code, for example "SK-000123"; if it is not registered yet write "register: title" and it goes with that.
file-for-which = For which initiative is this? Choose a number or write its code; for a new one write "register: title" and it goes with that.
file-waits = I keep it; it goes with this initiative once that is registered.
photos-added = { COUNTED($count, "photo") } added to { $code }.
documents-added = { COUNTED($count, "document") } added to { $code }.
photos-dropped = Photos just sent, removed from { $code }: { $count }
documents-dropped = Files just sent, removed from { $code }: { $count }
files-none = I see no photo or file of yours to remove.
files-known = { COUNTED($count, "file is", "files are") } in { $code } already and not added again.
files-too-many = I keep { COUNTED($most, "file") } for one initiative at most; the rest for { $code } was not taken.
file-problem = { $why ->
    [too_large] The file is larger than 5 MB and was not taken. Please compress or divide it.
    [wrong_type] I only take photos (JPEG, PNG, WebP), PDF, Word, Excel (.xlsx) and CSV without macros.
    [too_many_rows] The list has more than { COUNTED($most, "row") }, please divide it into several files.
    [damaged] I could not open this file, it may have been damaged on its way. Please send the photo or file again.
    [lost_letters] This CSV file has lost its Vietnamese letters (each is a ?), so nothing was recorded. Please save it as .xlsx or CSV UTF-8 and send it again.
    [unreadable] I could not open this file. Please open it in Excel and save it as .xlsx or CSV UTF-8.
   *[gone] I could not get the file from the platform, please send it again.
}
list-how = I need a heading row with "Tên sáng kiến" (title) and "Tác giả" (author); Đơn vị (unit), Lĩnh vực (field), Mô tả (description), Giá trị làm lợi (benefit) may be added. A list from the portal also needs "Mã cổng" (portal code).
list-consent-first = Before I take a list, please agree that your information is kept; then send the file again.
portal-list-how = The portal's list needs the columns "Mã cổng" (portal code) and "Tên sáng kiến" (title); Tác giả (author) and Đơn vị (unit) help.
portal-compared = { COUNTED($rows, "row") } of the portal compared: agreeing { $same }, differing { $different }.
portal-unit = { $unit }:
portal-difference = { $kind ->
    [only_here] • { $code } is recorded as on the portal, but not in the list: { $here }
    [only_there] • Row { $line } is on the portal, but not here: { $there } ({ $code })
    [title] • { $code } has another title. Here: { $here }. On the portal: { $there }
    [author] • { $code } has another author. Here: { $here }. On the portal: { $there }
    [code] • { $code } has another portal code. Here: { $here }. On the portal: { $there }
    [not_recognized] • { $code } is on the portal, but not recognised here: { $here }
   *[code_twice] • Row { $line } repeats another row of the list: { $there } ({ $code })
}
portal-only-here = • { COUNTED($count, "initiative") } marked as on the portal but not in the list: { $codes }{ $rest ->
    [none] {""}
   *[some] {" "}… and { COUNTED($more, "other") }
}
portal-more = … and { COUNTED($count, "more row") }. Send the list again at any time to go on comparing.

## My data

my-data-in-private = Please write to me about this in private, so that others in the group do not see it.
my-data-none = I keep no information about you.
my-data-none-request = If somebody else registered something in your name, or you need anything else done with your data, send "yêu cầu dữ liệu" (data request) and what it is.
my-data-menu = What do you want to do with your data?
choice-my-data-see = See it
choice-my-data-download = Download it
choice-my-data-correct = Correct it
choice-my-data-erase = Withdraw consent and erase
choice-my-data-request = Another request (to whoever is in charge)
my-data-name = Name: { $name }
my-data-unit = Unit: { $unit }
my-data-account = { $channel } account: { $name } (since { $since })
my-data-initiatives = Your initiatives: { $own }; submitted for others: { $others } (see: "my initiatives")
my-data-co-authored = Co-author of { COUNTED($count, "initiative") }
my-data-role = Role: { $role ->
    [admin] administrator
    [officer] officer
   *[support] support team
} of { $unit }
my-data-agreed = Agreed to keep a file: { $on }
my-data-request = Request that waits for an answer: { $code } (due { $due })
my-data-naming = Named in tallies and honours posted to groups: { $state ->
    [on] yes
   *[off] no
}
my-data-reminders = Reminders in private: { $state ->
    [on] yes
   *[off] no
}
my-data-file-text = This one is to be read.
my-data-file-json = This one is for other programs (JSON).
document-link = { $address } (to be downloaded within { COUNTED($hours, "hour") })
document-no-way = I cannot send files here. Please ask the system's administrator to export it for you.
my-data-file-head = PERSONAL DATA THAT IS KEPT
my-data-file-consent = { $at } · { $granted ->
    [true] agreed
   *[false] did not agree
} { $purpose ->
    [records] to keep a file
    [naming] to be named in tallies and honours posted to groups
   *[reminders] to be reminded in private
} (version { $version }, by { $channel })
my-data-file-initiative = { $code } · { $title } · registered { $at }
my-data-file-author = Author: { $author } · { $unit }
my-data-file-co-author = Co-author: { $code } · { $title } · { $state ->
    [accepted] share { $share }
    [wants] waits for the author
    [named] waits for you
    [declined] declined
   *[withdrawn] withdrawn
}
my-data-file-team = Co-authors: { $list }
my-data-file-original = Message sent: { $text }
my-data-file-request = Request { $code } of { $at }, due { $due }: { request-kind }
my-data-file-answer = Answered on { $at }: { $words }
my-data-file-actions = Actions kept in the log: { $count } (each one is in the JSON file)
my-data-correct = What do you want to correct?
choice-my-data-name = Name
choice-my-data-unit = Unit
choice-naming = { $state ->
    [on] Do not name me in tallies and honours posted to groups any more
   *[off] Name me in tallies and honours posted to groups
}
choice-reminders = { $state ->
    [on] No reminders in private any more
   *[off] Remind me in private
}
choice-other-account = Link another account of mine (Zalo, Telegram)
other-account-code = From the other account write to me in private: "mã { $code }" (before { $until }, works once). Give this code to nobody.
other-account-joined = Linked: this account and your other one are one person.
other-account-known = This account is yours already.
naming-turned = { $state ->
    [on] From now on I may name you in tallies and honours posted to groups.
   *[off] From now on I do not name you in tallies and honours posted to groups any more.
}
reminders-turned = { $state ->
    [on] From now on I may remind you in private.
   *[off] From now on I do not remind you in private any more.
}
my-data-name-ask = Please type your name exactly, for example: Nguyễn Văn An.
my-data-name-doubted = Is "{ $name }" your full name? If it is not, please type it again.
my-data-renamed = Your name is { $name } now, in your initiatives too.
my-data-moved = Your unit is { $unit } now. Initiatives registered before still count for the former one; if that is wrong, cancel them and send them again.
my-data-moved-role = Your role at { $units } stays yours. If you give it up, type "bàn giao" to hand it over, or "vai trò" to give it back.
my-data-erase = Your name, accounts and drafts will be erased; { COUNTED($count, "initiative stays", "initiatives stay") } without a name, so that no figure changes. Type "xóa" (erase) to confirm.
my-data-erase-none = Your name, accounts and drafts will be erased. Type "xóa" (erase) to confirm.
my-data-erase-role = Your role as an officer or in a support team ends too.
my-data-last-admin = You are the only administrator of { $unit }, so I cannot erase you. Type "bàn giao" (hand over) or "mời quản trị" (invite an administrator) first, then write to me again.
my-data-erase-again = Type "xóa" (erase) to confirm, or "cancel" to keep everything.
my-data-erased = Your name, accounts and drafts are erased. The messages in this chat are kept by the platform; delete them yourself if you wish. Whenever you like, write "register" to begin again.

## Requests about personal data

request-kind = { $kind ->
    [restrict] Stop using my data for now
    [object] Object to a use of my data
    [correct] Correct or erase what I cannot change myself
   *[other] Question, complaint, anything else
}
request-which = What do you ask for?
request-words = Please write what you want, for example: "Take my name off SK-000012".
request-kept = I have noted request <b>{ $code }</b> and told the officer in charge. An answer is due by { $due }; it can be extended once by at most { COUNTED($more, "day") }, and I will tell you why. The answer comes here.
request-too-many = { $most } of your requests wait for an answer. Please send more when they are answered.
requests-none = No request about personal data is waiting.
requests-head = <b>{ COUNTED($count, "request") }</b> about personal data waiting:
request-line = <b>{ $code }</b> · { $kind ->
    [restrict] stop using data
    [object] objection
    [correct] correct, erase
   *[other] question, complaint
} · { $unit } · { $when ->
    [late] ⏰ { COUNTED($days, "day") } late (due { $due })
    [soon] ⏰ due { $due }, { COUNTED($days, "day") } left
   *[open] due { $due }
}
requests-foot = See: "yêu cầu YC-1". Answer: "trả lời YC-1 …". More time: "gia hạn YC-1 …" with the reason.
request-see = A request about personal data. See and answer: "yêu cầu { $code }".
request-from = From: { $name }
request-how = Answer: "trả lời { $code } …". { COUNTED($more, "more day") }, once: "gia hạn { $code } …" with the reason.
request-how-again = Answer: "trả lời { $code } …". It was extended by { COUNTED($more, "day") } and cannot be again.
request-unknown = I see no request { $code } in your units.
request-closed = Request { $code } is closed.
request-answer-how = Add the code and the answer, for example: "trả lời YC-1 Your name was taken off".
request-answered = Sent { $name } the answer to { $code }: "{ $words }"
request-answered-unsent = The answer to { $code } was written down, but there is no address left to send it to. Please tell { $name } yourself.
request-told = The answer to your request { $code }: { $words }
request-extend-how = Add the code and the reason, for example: "gia hạn YC-1 we have to ask the union".
request-extended = { $code } now runs until { $due }; { $name } was told: "{ $words }"
request-extended-unsent = { $code } was extended to { $due }, but there is no address left to tell it to. Please tell { $name } yourself.
request-extended-told = Your request { $code } was extended to { $due }. Reason: { $words }
request-extended-before = This request was extended once and cannot be again.
request-extend-late = This request is late and cannot be extended. Please answer it now.

## Roles and groups

claim-in-private = Codes work in private only. A code sent to a group counts as given away, please ask for another one.
claim-what = Please type the code right behind "mã", for example: "mã 7F3K-9QXM-2WTA-HC4E".
claim-own = This is your own code for handing over. Please give it to whoever takes the role.
claim-unknown = This code is wrong, used or expired. Please ask for a new one.
claim-too-early = This code is right, but I have no list of units yet. Whoever set me up runs on the server "npm run cli -- units import FILE.csv"; then send me the code again.
claim-too-often = Too many wrong codes. Please try again in 15 minutes.
claimed-admin = Hello { $name }, you are an administrator of { $unit }. In a union's group type "liên kết" (link) with the unit's name and I begin there.
claimed-officer = Welcome, { $name }: you are an officer of { $unit }. First of all add me to your group and type "liên kết { $unit }" there. What waits for review: "duyệt"; everything else: "help".
claimed-officer-link = At Telegram you need only tap and choose the group: { $link }
claimed-support = Hello { $name }, you belong to the support team of { $unit }. Type "help" to see what I can do.
officers-only = This is for union officers only: please ask the officer of your unit.
invite-in-private = Please invite people in private, so that the code is not shown to the group.
invite-how = Please type "mời cán bộ" (invite an officer) or "mời hỗ trợ" (a support team) with the unit's name, for example "mời hỗ trợ CĐCS Công ty May TNG".
invite-of-which = Which unit is { $name } to be { $role ->
    [support] in the support team of
    [admin] an administrator of
   *[officer] an officer of
}? Type "mời { $role ->
    [support] hỗ trợ
    [admin] quản trị
   *[officer] cán bộ
}" with its name: you get a code that works once, for { $name }.
invite-which-unit = I do not know which unit "{ $typed }" is. Please type its code or its full name.
invite-admins-only = Only an administrator of { $unit } can invite another one.
invite-not-allowed = You do not look after { $unit }, so you cannot invite for it.
invited =
    Invitation code { $role ->
        [admin] of an administrator
        [officer] of an officer
       *[support] of a support team
    } of { $unit }, works once, until the end of { $until }:
    <b>{ $code }</b>
    Whoever is invited writes to me in private: "mã { $code }"
invited-link = Whoever has Telegram need only tap: { $link }
entrance = Send your initiative to { $unit }: tap { $link } or scan the code in the picture, then write its title. No form and no new account are needed.
entrance-for-all = Send your initiative to { $unit }: tap { $link } or scan the code in the picture, then write "register: title". No form and no new account are needed.
entrance-by-code = Send your initiative to { $unit }: tap { $link } or scan the code in the picture, then write "register: title". When I ask for your unit, answer { $code }.
entrance-unknown = I know no address of this bot here. Please have people look for the bot by its name and write "register" to it.
entrance-hello = Hello. I take the initiatives of { $unit }; once you agree to what follows we begin.
poster-title = Send your initiative
poster-scan = Scan the code with your phone, open the chat
poster-write = Write the title of your initiative
poster-code = Get its code at once
poster-foot = Trợ lý Sáng kiến · no form, no new account
poster-alt = A poster that asks for initiatives of { $unit }: its QR code opens { $link }.
link-in-group = Please type this in the group that is to be linked.
link-officers-only = Only officers of the unit can link a group. Please ask a union officer to type it.
link-not-yours = You do not look after { $unit }, so you cannot link this group.
link-how = Please type "liên kết" with the unit's name or code, for example "liên kết CĐCS Công ty May TNG".
link-confirm = This group belongs to: <b>{ $unit }</b> (code { $code }), part of { $parent }. Is that right?
link-confirm-root = This group belongs to: <b>{ $unit }</b> (code { $code }). Is that right?
link-again = This group belongs to { $unit }, is that right?
linked = The group is linked with <b>{ $unit }</b>. From now on "register: title" counts for the unit.
link-taken = This group belongs to { $unit }, which you do not look after, so you cannot change it.
choice-right = That is right
choice-both = Change both
choice-take-back = Bring it back
choice-stop = Stop
day-unread = I could not read the day "{ $typed }". Please write it like "1/7/2026".
choice-again = Choose again

## The officers' desk

desk-in-private = Please write to me about this in private.
unit-outside = { $unit } is not among the units you look after.
page-of = Page { $page }/{ $pages }. To go on add "trang { $next }" at the end.
page-last = Page { $page }/{ $pages }.
page-none = There is no such page.

groups-none = No group is linked yet. In the group type "liên kết" (link) with the unit's name.
groupless-head = Units without a group of their own: <b>{ $count }/{ $of }</b> – { $unit }:
groupless-line = { $unit } ({ $code })
groupless-foot = Add me to the unit's group and write there "liên kết" and the unit's code. Linked groups: "nhóm".
groupless-none = { $unit }: no unit is without a group ({ $of } in all). To see them: "nhóm".
groups-head = <b>{ COUNTED($count, "linked group") }</b>:
groups-line = { $number }. <b>{ $title }</b> · { $unit } · { $platform } · { $state ->
    [open] working
    [removed] I am no longer in the group
   *[refused] the platform refuses messages
} · { $posted ->
    [never] nothing posted yet
   *[once] last post { $on }
}
groups-foot = Type a number to choose a group, or "gỡ liên kết 1" (unlink), "chuyển 1 sang KCN" (move).
groups-again = Please type the number of a group, or "cancel" to stop. The list again: "nhóm".
group-card = <b>{ $title }</b> belongs to { $unit }. What do you want to do?
group-which-unit = To which unit shall <b>{ $title }</b> move? Type the unit's name or code.
group-moved = <b>{ $title }</b> moved from { $unit } to { $to }.
group-moved-told = From now on this group belongs to <b>{ $unit }</b>.
group-unlinked = <b>{ $title }</b> is no longer linked with { $unit }. To link it again, type "liên kết" with the unit's name in the group.
group-unlinked-here = This group is no longer linked with { $unit }. To link it again, an officer types "liên kết" with the unit's name.
address-set = { $form ->
    [dong_chi] From now on people of this group are addressed as đồng chí where Vietnamese is spoken.
   *[anh_chi] From now on people of this group are addressed as anh chị where Vietnamese is spoken.
  }
address-how = Type "xưng hô đồng chí" or "xưng hô anh chị" in a linked group; only officers of its unit may change it.
group-not-linked = This group is not linked with any unit.
group-gone = This group no longer belongs to the units you look after. Type "nhóm" for the list.
choice-unlink = Unlink
choice-move-group = Move to another unit

journal-none = The log is empty.
journal-head = <b>Log</b> – { COUNTED($count, "action") }, the newest first:
journal-line = { $at } · { $by ->
    [operator] the system's administrator
   *[person] { $who }
} · { $unit }: { journal-deed }
journal-deed = { $action ->
    [link] linked a group
    [unlink] unlinked a group
    [address] changed how a group is addressed
    [invite] made an invitation: { role-name }
    [hand_over] made a code to hand over: { role-name }
    [claim] took the role: { role-name }
    [withdraw_role] withdrew the role: { role-name }
    [remind] arranged reminder { $reminder }
    [change_reminder] changed reminder { $reminder }
    [stop_reminder] stopped reminder { $reminder }
    [register_for] registered { COUNTED($count, "initiative") } for others
    [amend] corrected { $codes }
    [withdraw] withdrew { $codes }
    [accepted] accepted { $codes }
    [recognized] recognised { $codes }{ $paper ->
        [none] {""}
       *[some] {" "}(decision { $decision })
    }
    [needs_more_info] asked for more about { $codes }
    [refused] refused { $codes }
    [duplicate] merged { $codes } into another
    [on_portal] recorded { $codes } as on the portal
    [recognized_taken_back] took back the recognition of { $codes }
    [refused_taken_back] took back the refusal of { $codes }
    [duplicate_taken_back] took back the merging of { $codes }
    [on_portal_taken_back] took back the record on the portal of { $codes }
    [recognition_restated] wrote the recognition of { $codes } down anew{ $paper ->
        [none] {""}
       *[some] {" "}(decision { $decision })
    }
    [moved_out] moved { $codes } to another unit
    [moved_in] took over { $codes } from another unit
    [set_target] set a target
    [mark_emulation] gave emulation points
    [set_period] set { journal-period }
    [remove_period] removed { journal-period }
    [reorganise] rearranged units
    [export] exported a file
    [honour] posted honours
    [ask_request] sent data request { $request }
    [answer_request] answered request { $request }
    [extend_request] extended request { $request }
   *[other] something else ({ $action })
}
journal-period = { $name } ({ $from } – { $to }, target { $goal })
role-name = { $role ->
    [admin] administrator
    [officer] officer
   *[support] support team
}

roles-none = Nobody has a role here.
roles-none-such = In your units nobody is { role-name }. All roles: "vai trò".
officers-unnamed = Officers are not named here. Please ask the committee of your own union; about personal data write "yêu cầu dữ liệu" and I pass it on.
roles-nobody = I see nobody called "{ $typed }" with a role in your units. The list: "vai trò".
roles-head = <b>{ COUNTED($count, "role") }</b>:
roles-line = { $number }. <b>{ $name }</b> · { role-name } · { $unit } · since { $since }
roles-foot = Withdraw: "thu hồi vai trò 1". Hand your own role to somebody: "bàn giao".
roles-again = Please type "thu hồi vai trò" with a number of the list, or "cancel" to stop. The list again: "vai trò".
role-withdraw-own = Give back your own role as { role-name } at { $unit }? You cannot take it again yourself; to pass it on write "bàn giao".
role-withdraw-ask = Withdraw the role { role-name } of <b>{ $name }</b> at { $unit }?
role-withdrawn = The role { role-name } of { $name } at { $unit } is withdrawn. Invitations made by them that nobody has used no longer work.
role-withdrawn-told = Your role { role-name } at { $unit } has ended (withdrawn by { $by }).
role-not-yours = You cannot withdraw the role { role-name } of { $name } at { $unit }: only they themselves or a higher level can.
role-last-admin = { $unit } has only one administrator, so this cannot be done. Type "mời quản trị" (invite) or "bàn giao" (hand over) first.
role-gone = This role has ended. Type "vai trò" for the list.
choice-withdraw-role = Withdraw
choice-role = { role-name } of { $unit }
hand-over-which = Which role do you hand over?
hand-over-code =
    Code to hand over the role { role-name } of { $unit }, works once, until the end of { $until }:
    <b>{ $code }</b>
    Whoever takes it writes to me in private: "mã { $code }". Then your role ends.
handed-over-told = { $name } has taken the role { role-name } of { $unit } from you.

## Honours

honour-draft = Draft, not sent yet:
honour-one-by-one = I prepare one period of one unit at a time. Please type "vinh danh { $first }", and the next one when that is sent.
honour-title = 🏅 <b>IN HONOUR</b> – { $unit } ({ $from } – { $to }){ $named ->
    [yes] {" "}– { $campaign }
   *[no] {""}
}
honour-most = <b>Most initiatives</b>
honour-most-line = { $number }. { $who }: { $recognized } recognised, { $registered } registered
honour-breakthrough = <b>Breakthroughs</b>
honour-breakthrough-line = { $number }. { $code } · { $title } – { $who }: { $benefit }
honour-thanks = Thank you and congratulations! 👏
honour-rules = Only initiatives recognised in this period count; only people who allow it are named.
honour-uncompared = { COUNTED($count, "recognised initiative has", "recognised initiatives have") } no benefit that could be compared: not among the "Breakthroughs".
honour-none = No initiative was recognised in this period. Another period: "vinh danh tháng" (month), "vinh danh giai đoạn" (phase).
honour-none-of = Nothing of { $who } was recognised in this period, or they have not agreed to be named (they write "my data" to allow it). Another period: "vinh danh { $who } cả chương trình".
honour-how = Honours are of a person, a unit and a period: "vinh danh anh An", "vinh danh tháng này", "vinh danh KCN giai đoạn 1". You see a draft before any group does.
honour-change-how = Please type the numbers to leave out, for example "bỏ 2, 5"; the next person or unit moves up.
honour-no-group = { $unit } has no group I can post to. Type "nhóm" (groups) to see them.
honour-sent = Sent to { COUNTED($count, "group") }.
choice-send-group = Send to the groups
choice-change-list = Change the list

## Progress and tallies

progress-none = There is no programme to show.
progress-too-early = The programme begins on { $from }, there is nothing to show yet.
progress-head = <b>{ $unit }</b> – { $period } until { $at }
progress-goal = { $count }/{ $target } ({ $pct }) · { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
progress-count = { COUNTED($count, "initiative") } · { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
progress-pledged = Pledged { $count }/{ $target } ({ $pct })
progress-remaining = { $remaining } to go, { $perDay } a day for { COUNTED($days, "day") } (until { $until })
progress-reached = The target is reached.
progress-over = { $remaining } to go; time is up ({ $until }).
progress-span = <b>{ $unit }</b>, { $span }
progress-counters = Registered { $registered } · Recognised { $recognized } · On the portal { $onPortal }
ranking-head = 🏅 <b>Ranking</b> – { $unit }, { $period } until { $at } (by those { counted })
ranking-line = { $rank }. { $name } – { $value }{ $change }{ $gained ->
    [none] {""}
   *[other] {" "}· { $gained }
}
ranking-since = (+ came in since { $from })
ranking-not-yet = Without the { COUNTED($count, "initiative") } registered in this message.
ranking-nobody = No unit has any { counted } yet.
kind-name = { $ofKind ->
    [district] districts
    [city] cities and towns
    [commune] communes and wards
    [preschool] nursery schools
    [primary] primary schools
    [secondary] lower secondary schools
    [high] upper secondary schools
    [college] universities and colleges
    [school] schools
    [health] health services
    [enterprise] enterprises
    [cooperative] cooperatives
    [branch] branches of work
    [upper] upper unions
   *[grassroots] grassroots unions
}
kind-head = 🏅 <b>Ranking of { kind-name }</b> – { $unit }, { $period } until { $at }: { COUNTED($count, "unit") } (by those { counted })
kind-line = { $rank }. { $name }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
} – { $value }{ $goal ->
    [yes] {" "}({ $count }/{ $target })
   *[no] {""}
}
kind-told-by = { $kind ->
    [upper] Told by the level in the list of units.
    [grassroots] Told by the level in the list of units.
   *[named] The list of units records no kind; I go by the words of a unit's name.
}
kind-none = { $unit } has no units that I can tell to be { kind-name }.
kind-period = By kind I can rank the running phase: "bảng xếp hạng { $typed }". Other periods can be asked for by unit, for example "tổng hợp tháng 3 KCN".
kinds-compared-head = 🏅 <b>By kind</b> – { $unit }, { $period } until { $at } (by those { counted })
kinds-compared-line = • <b>{ kind-name }</b>: { $goal ->
    [no] { $count }
   *[yes] { $count }/{ $target } ({ $pct })
} · { COUNTED($units, "unit") }
kinds-known = The list of units records no kind; by level and name I can tell: huyện, thành phố, xã phường, trường (mầm non, tiểu học, THCS, THPT, đại học), y tế, doanh nghiệp, hợp tác xã, ngành, cấp trên, CĐCS. For example "bảng xếp hạng các trường". Or compare some units: "so sánh KCN với GD".
ranking-gap = …
ranking-more = … and { COUNTED($count, "other unit") }.
movement-head = { $how ->
    [gained] 📈 <b>Gained most</b>
    [risen] ▲ <b>Rose</b>
    [fallen] ▼ <b>Fell</b>
   *[still] <b>Nothing new { counted }</b> ({ COUNTED($count, "union", "unions") })
} – { $unit }, { $span }{ $how ->
    [gained] {" "}(by what is { counted })
   *[other] {""}
}:
movement-line = { $name }: { $how ->
    [still] { $total } by now
   *[gained] +{ $gained } ({ $total } by now)
}
movement-place = { $name }: place { $rank }{ $change }
movement-none = { $unit }, { $span }: { $how ->
    [gained] nobody has more { counted } yet. What was registered: "tổng hợp tuần"
    [risen] nobody rose
    [fallen] nobody fell
   *[still] everybody gained
}.
scopes-told = Recognised – <b>{ $unit }</b>, { $span }: in the union { $local } · in the province { $province } · in the country { $country }. The list with level and decision: write "xuất sáng kiến đã công nhận" in private.
participants-told = <b>{ $unit }</b>, { $span }: { COUNTED($people, "person", "people") } took part, { COUNTED($initiatives, "initiative") } registered{ $joined ->
    [none] {""}
   *[some] {" "}(authors { $authors }, co-authors { $coAuthors })
}. The names: write "xuất sáng kiến" in private.
benefits-head = <b>{ $unit }</b>, { $span }: { COUNTED($count, "initiative") } { $bound ->
    [unconverted] with a benefit that could not be converted to đồng
    [above] with a benefit of more than { $vnd } đ a year
    [below] with a benefit of less than { $vnd } đ a year
   *[from] with a benefit of { $vnd } đ a year or more
}
benefits-line = <b>{ $code }</b> · { $title } · { $benefit } · { $who }{ $unit }{ $state ->
    [refused] {" "}(refused)
   *[stands] {""}
}
benefits-uncompared = { COUNTED($count, "other initiative states", "other initiatives state") } a benefit per shift or item, in another currency or without a number, and cannot be compared.
ranking-none = { $unit } has no units below it to rank.

campaign-line = <b>{ $name }</b>: { $from } – { $to }{ $state ->
    [open] {" "}· open for registrations
    [ahead] {" "}· not begun yet
    [over] {" "}· over
   *[runs] {" "}· running
}
campaign-other = For another programme add its name, for example "tiến độ { $other }".
campaign-unknown = I know no programme called "{ $typed }". There is: { $known }. To see them all: "chương trình".
campaign-whose = Figures of { $campaign }.{ $more ->
    [some] {" "}For another programme add its name, for example "tiến độ { $other }".
   *[none] {""}
}
compare-head = <b>{ $period ->
    [month] This month compared with last month
   *[week] This week compared with last week
}</b> – { $unit }
compare-line = { $which ->
    [now] { $period ->
        [month] This month
       *[week] This week
    }
    [then] { $period ->
        [month] Last month up to the same point
       *[week] Last week up to the same point
    }
   *[whole] { $period ->
        [month] All of last month
       *[week] All of last week
    }
} ({ $span }): registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
compare-result = { $counter ->
    [registered] Registered
    [recognized] Recognised
   *[onPortal] On the portal
}: { $how ->
    [more] { $by } more than at the same point of
    [fewer] { $by } fewer than at the same point of
   *[same] as many as at the same point of
} { $period ->
    [month] last month
   *[week] last week
}.
compare-nothing = The programme had not begun { $period ->
    [month] last month
   *[week] last week
}, so there is nothing to compare with.
compare-units-head = <b>Comparison</b> – { $period } until { $at }, by what is { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
compare-units-line = <b>{ $unit }</b>: { $goal ->
    [some] { $count }/{ $target } ({ $pct })
   *[none] { $count }
} · Whole programme: registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
compare-units-result = { $by ->
    [pct] { $unit } is ahead: { $more } of its target against { $less }.
    [count] { $unit } is ahead: { $count } more { $counter ->
        [registered] registered
        [recognized] recognised
       *[onPortal] on the portal
    }.
   *[nothing] The two are level.
}
compare-parts-head = <b>Compared</b> – { $what }
compare-parts-line = <b>{ $what }</b>: registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
compare-periods-result = { $counter ->
    [registered] Registered
    [recognized] Recognised
   *[onPortal] On the portal
}: { $how ->
    [more] { $by } more in the later period
    [fewer] { $by } fewer in the later period
   *[same] as many in both
}.
compare-units-how = Give me two different units, for example: "so sánh CĐCS Công ty May TNG với CĐCS Công ty Cơ khí Phổ Yên".
tally-title = 📊 <b>TALLY OF { $period ->
    [week] THE WEEK
    [month] THE MONTH
    [campaign] THE WHOLE PROGRAMME
    [dates] THE DAYS
   *[named] { $name }
}</b> ({ $span })
tally-campaign = { $campaign }
tally-unit = { $unit }
tally-late = (posted late after an interruption)
tally-counters = Registered { $registered } ({ $registeredDelta }) · Recognised { $recognized } ({ $recognizedDelta }) · On the portal { $onPortal } ({ $onPortalDelta })
tally-goal = { $phase }: { $count }/{ $target } ({ $pct })
tally-pledged = Pledged { $count }/{ $target } ({ $pct })
tally-whole = Whole programme: { $count }/{ $target } ({ $pct })
tally-pace = { $remaining } to go: { $perDay } a day until { $until }
tally-pace-peak = Compare: { $peak } { $from }–{ $to } brought { $perDay } a day
tally-over = { $remaining } to go, time is up ({ $until })
tally-reached = The target is reached 🎉
forecast-reached = At { $rate } a day (last { COUNTED($days, "day") }) the target is reached about { $on }
forecast-short = At { $rate } a day (last { COUNTED($days, "day") }) it will be about { $count }/{ $target } by { $until }
forecast-still = Nothing was added in the last { COUNTED($days, "day") }, so no day of reaching the target is in sight
tally-place = Place { $rank }/{ $of } in { $parent }{ $change }
tally-people = Contributors: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}and { COUNTED($more, "other") }
}
tally-people-count = Contributors: { $count }
laggards-head = 📋 <b>For officers only</b> – { $unit }, until { $at }
laggards-behind = Behind (at an even pace it would be { $expected } by now): { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… and { COUNTED($more, "other unit") }
}
laggards-short = Short of the target: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… and { COUNTED($more, "other unit") }
}
laggards-zero = No initiative yet: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… and { COUNTED($more, "other unit") }
}
laggards-private = This is told in private only; these units are not named in the common group.
tally-leaders = Leading: { $list }
tally-zero = No initiative yet: { COUNTED($count, "unit") }
tally-corrections = Corrections: { COUNTED($count, "initiative counted before was", "initiatives counted before were") } withdrawn, merged or refused
tally-benefit = Estimated benefit: { $vnd } đ
tally-benefit-unconverted = Estimated benefit: { $vnd } đ, and { COUNTED($count, "initiative") } not convertible
tally-too-many = I can do { COUNTED($most, "period") } or units at most at a time; please name fewer.
tally-ahead = { $name } begins on { $from }, there is nothing to tally yet.
tally-nothing-then = There was nothing to tally then. The programme begins on { $from }; please choose a day or phase that is over.
sectors-head = 📊 <b>By field</b> – { $unit }, { $span }
sectors-name = { $stated ->
    [no] { export-no-sector }
   *[yes] { $sector }
}
sectors-line = { sectors-name }: registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
sectors-others = … and { COUNTED($sectors, "other field") }: registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
sectors-sum = <b>Together</b>: registered { $registered } · recognised { $recognized } · on the portal { $onPortal }
sectors-foot = Each record: "{ $example }".
sectors-unlisted = I see no field "{ $typed }". See the fields: "tổng hợp theo lĩnh vực"; search by title: "search { $typed }".
records-sector = Field: { sectors-name }
records-head = <b>{ $kind ->
    [registered] Registered
    [recognized] Recognised
   *[onPortal] On the portal
}</b> { $span }, { $unit }: { $count }{ $net ->
    [less] {" "}({ $added } added, { $back } taken back)
   *[plain] {""}
}
records-head-back = <b>Corrections</b> { $span }, { $unit }: { $count } withdrawn, merged or refused
records-none = There is no record.
records-line = <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-line-back = (taken back) <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-line-refused = (refused) <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-page = Page { $page }/{ $pages }. To go on add "trang 2", "trang 3"… at the end.
records-others = Other numbers: { $kind ->
    [registered] "chi tiết công nhận" (recognised), "chi tiết lên cổng" (on the portal), "chi tiết điều chỉnh" (corrections)
    [recognized] "chi tiết đăng ký" (registered), "chi tiết lên cổng" (on the portal), "chi tiết điều chỉnh" (corrections)
    [onPortal] "chi tiết đăng ký" (registered), "chi tiết công nhận" (recognised), "chi tiết điều chỉnh" (corrections)
   *[corrections] "chi tiết đăng ký" (registered), "chi tiết công nhận" (recognised), "chi tiết lên cổng" (on the portal)
}. The whole list: "xuất" with these very words, in private.
tally-officers-only = Tallies are for officers. See results with "progress" or "ranking".

## Reminders

remind-who-unread = I do not know whom to remind: "{ $typed }".
remind-how = Please type "nhắc" with whom: đơn vị chưa đạt (units short of the target), đơn vị chậm tiến độ (behind), đơn vị chưa có sáng kiến (tuần này) (without initiatives, this week), người còn bản nháp (people with drafts), tất cả (all), or a unit's name. Example: "nhắc đơn vị chưa đạt 8h thứ hai hằng tuần đến 31/5: Đề nghị các đồng chí đẩy nhanh".
remind-outside = { $unit } is not among the units you look after.
remind-when = When shall it be sent? Choose a number, or type for example "14h30 ngày 5/12", "8h thứ 2, 4, 6 đến hết tháng".
remind-which-when = At what time shall it be sent?
remind-past = That time has passed. Please choose another one.
remind-quiet = From 20:30 to 7:00 and on Sundays no reminders are sent. Please choose another time.
remind-too-early = The programme has not begun, so there is nobody to remind.
remind-nobody-reached = I cannot reach any of them: { remind-kind } – { $unit }{ remind-without }. Link the unit's group with "liên kết", or invite its officer with "mời cán bộ".
remind-nobody = There is nobody to remind at present: { remind-kind } – { $unit }{ remind-without }.
units-of = { $ofKind ->
    [any] units
   *[kind] { kind-name }
}
remind-kind = { $kind ->
    [short] { $share ->
        [all] { units-of } short of the target
       *[part] { units-of } below { $under }% of the target
    }
    [behind] { units-of } behind
    [zero] { units-of } without an initiative
    [zero_week] { units-of } without an initiative this week
    [drafts] people with a draft
    [unit] the unit named
   *[all] { $ofKind ->
        [any] all units
       *[kind] { kind-name }
    }
}
remind-without = { $leaves ->
    [some] , except { $without }
    [many] , except { COUNTED($leftCount, "unit") }: { $without }
   *[none] {""}
}
remind-without-short = { $leaves ->
    [some] , except { $without }
    [many] , except { COUNTED($leftCount, "unit") }
   *[none] {""}
}
remind-leaves-none = I see no unit that "{ $typed }" would leave out. Please type a unit's code or name, or a kind, for example "trừ trường học" (schools), "trừ doanh nghiệp" (companies).
lags-head = { $unit }, { $ofKind ->
    [any] {""}
   *[kind] {""}
}{ remind-kind }{ remind-without-short }: <b>{ $count }</b>
lags-head-within = { $unit }, { units-of } without an initiative within { $span }{ remind-without-short }: <b>{ $count }</b>
lags-none-within = { $unit }: every unit has an initiative within { $span }.
lags-line = { $unit }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
}: { $goal ->
    [no] { $count }
   *[yes] { $count }/{ $target }
}
lags-foot = To remind them ({ remind-kind }{ $said ->
    [nobody] {""}
   *[other] , except { $said }
}), write "nhắc" and whom you mean, for example "nhắc đơn vị chưa đạt{ $named ->
    [yes] {" "}chương trình { $campaign }
   *[no] {""}
}".
reached-what = { $goal ->
    [whole] their target
   *[part] { $share }% of their target or more
}
reached-head = Units that have reached { reached-what }: <b>{ $count }/{ $of }</b> – { $unit }:
reached-line = { $unit }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
}: { $count }/{ $target } ({ $pct })
reached-none = { $unit }: of { COUNTED($of, "unit") } with a target none has reached { reached-what } yet. Who is closest: "ranking".
lags-none = { $ofKind ->
    [any] { $unit } has no { remind-kind } now.
   *[kind] { $unit } has no { kind-name } like that now.
}
lags-no-units = { $unit } has no units below it, and I keep no list of members, so I cannot tell who has not sent anything. Who has: "xuất sáng kiến".
lags-in-private = This list I only give in a private chat: please ask me there.
remind-ways = { $ways ->
    [groups] { COUNTED($groups, "group") }
    [private] { $privates } in private
   *[both] { COUNTED($groups, "group") }, { $privates } in private
}
remind-plan = To be sent to <b>{ COUNTED($units, "unit") }</b> ({ remind-ways }), { $when }.
remind-plan-drafts = To be sent to <b>{ COUNTED($people, "person", "people") }</b> with a draft ({ remind-ways }), { $when }.
remind-audience = To: { remind-kind } – { $unit }{ remind-without }.
remind-words = Text: "{ $words }"
remind-template = Text: I write each unit's figures and what is to be done.
remind-moved = That is a time of rest (20:30–7:00, Sundays, holidays), so I moved it.
remind-unreachable = { COUNTED($count, "unit") } cannot be reached (no group, no officer who wrote to me in private): { $units }.
remind-unreachable-count = { COUNTED($count, "unit") } cannot be reached (no group, no officer who wrote to me in private).
remind-tally-day = On days with the weekly post each group gets only that; the reminder goes to the next working day.
remind-again = The reminder waits for you to confirm it, to be sent { $when }.
remind-list-in-private = The list is shown in private only. Please type the command there.
remind-list-line = { $unit }: { $count }/{ $target }
remind-list-plain = { $unit }: { $count }
remind-sample = <b>Sample:</b>
remind-left = All right, nothing is sent.
remind-two = Two hours make two reminders: first the one, then the other.
remind-set = { $code } is arranged, first at { $at }. "nhắc" shows it, "bỏ { $one }" stops it.
remind-set-now = { $code } is sent at { $at }. If that was a mistake, type "bỏ { $one }" before.
remind-changed = { $code } is changed, next at { $at }.
remind-none = No reminder is arranged. Example: "nhắc đơn vị chưa đạt 8h thứ hai hằng tuần: Đề nghị các đồng chí đẩy nhanh".
remind-list-head = { COUNTED($count, "reminder") }:
remind-line = <b>{ $code }</b> · { remind-kind } – { $unit }{ remind-without-short } · { $when } · next { $next }
remind-line-over = <b>{ $code }</b> · { remind-kind } – { $unit }{ remind-without-short } · { $when } · { $state ->
    [stopped] stopped
   *[done] done
}
remind-list-foot = Change: "edit { $code } …". Stop: "bỏ { $code }".
remind-unknown = I do not find { $code }. Type "nhắc" for the reminders.
remind-stopped = { $code } is stopped. What was not sent yet is not sent.
remind-over = { $code } has ended.
remind-change-how = Please type the change behind the code, for example: "sửa { $code } 8h thứ sáu hằng tuần" or "sửa { $code }: new text".
choice-send = Send
choice-show-list = See the list
choice-leave = Leave it
reminders-on = All right, I send you reminders in private again when needed.
reminders-off = All right, I send you no reminders in private any more, on any app. To have them again: "bật nhắc".
reminders-unknown = I have no reminders that go to you in private.

reminder-own = 🔔 <b>{ $office }</b>: { $words }
reminder-late = (sent late after an interruption)
reminder-head = 🔔 <b>{ $unit }</b> – { $phase }
reminder-head-campaign = 🔔 <b>{ $unit }</b> – { $phase } ({ $campaign })
reminder-zero = The unit has had no initiative since the programme began.
reminder-zero-week = The unit has had no initiative this week.
reminder-count = { COUNTED($count, "initiative") } so far.
reminder-goal = { $count }/{ $target } ({ $pct }) so far; { $remaining } to go, { $perDay } a day until { $until }.
reminder-over = { $count }/{ $target } ({ $pct }) so far; { $remaining } to go, time is up.
reminder-reached = { $count }/{ $target } ({ $pct }) reached. Thank you all!
reminder-more = … and { COUNTED($count, "other unit") }.
reminder-next-registered = If you have an initiative, write "register: title" – one message is enough.
reminder-next-recognized = Enough are registered, now they need recognition: officers write "duyệt" to me in private.
reminder-next-portal = Enough are registered, now they need recognition and the portal: officers write "duyệt" to me in private, then "lên cổng" with the codes.
reminder-next-many = For an initiative write "register: title"; for files that wait type "duyệt".
reminder-draft = You have an unfinished draft of an initiative. Type "continue" to finish it, "cancel" to drop it.
reminder-draft-group = This group has { COUNTED($people, "unfinished draft") } of initiatives. Type "continue" to finish yours, "cancel" to drop it.
reminder-laggards = { $state ->
    [behind] Behind
    [zero] No initiative yet
    [zero_week] No initiative this week
   *[short] { $share ->
        [all] Short of the target
       *[part] Below { $under }% of the target
    }
}: { COUNTED($count, "unit") } – { $units }
reminder-over-by-itself = { $code } has ended by itself: { $kind ->
    [zero] every unit has an initiative
    [behind] no unit is behind any more
   *[short] { $share ->
        [all] every unit has reached its target
       *[part] every unit has { $under }% of its target
    }
}.
reminder-escalated = { $code }: reminded for { COUNTED($days, "day") }, and { COUNTED($count, "unit has", "units have") } nothing new: { $units }. Please talk to them yourself.

## Milestones of the programme

milestone-campaign-begins = 🚀 <b>{ $campaign }</b> begins, with { $phase }
milestone-phase-begins = 🚀 <b>{ $phase }</b> begins
milestone-target = Target of { $unit }: { COUNTED($target, "initiative") }, until the end of { $until } ({ COUNTED($days, "day") })
milestone-how = Write "register: title" to me and it is recorded at once.
milestone-half = 🌗 <b>{ $unit }</b> is half-way to the target of { $phase }: { $count }/{ $target } ({ $pct })
milestone-remaining = { COUNTED($remaining, "initiative") } to go, until the end of { $until }
milestone-reached = 🎉 <b>{ $unit }</b> has reached the target of { $phase }: { $count }/{ $target } ({ $pct }). Thank you all!
milestone-scores = The unit's emulation score: "điểm thi đua giai đoạn { $number }".
milestone-phase-ended = 🏁 <b>{ $phase } has ended</b>
milestone-peak-ended = 🏁 <b>{ $peak } { $from }–{ $to } has ended</b>
milestone-result = { $unit }: { $count }/{ $target } ({ $pct }) { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
milestone-count = { $unit }: { COUNTED($count, "initiative") } { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
milestone-peak-added = Contributed: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… and { COUNTED($more, "other unit") }
}
milestone-peak-still = Nothing in this period: { COUNTED($count, "unit") }
peak-morning = ⛰ <b>{ $peak }</b>, day { $day }/{ $days } – { $unit }
peak-morning-goal = By this morning: { $count }/{ $target } ({ $pct })
peak-morning-count = By this morning: { $count }
peak-morning-yesterday = Yesterday { $count } more
peak-morning-needed = From now on { $perDay } a day are needed until { $until }

## Emulation scores of units

score-none = This programme has no criteria for emulation scores yet. Whoever set it up adds them to the programme file (section emulation), and I score at once.
score-period = Scores are made for a phase or the whole programme, for example: "điểm thi đua giai đoạn 1", "điểm thi đua cả chương trình".
score-table-officers = The scores of all units are for officers. Your own unit's: "điểm thi đua" with its name.
score-not-yours = I tell the score of { $unit } only to its own people and to the officers who answer for it.
score-not-scored = { $unit } is not among the units that are scored in this period.
score-head = 🏁 <b>{ $total } of { $full } points</b>{ $graded ->
    [yes] {" "}– { $grade }
   *[no] {""}
}{ $ranked ->
    [yes] {""}, place { $rank } of { $among }{ $clustered ->
        [yes] {" "}in { $cluster }
       *[no] {""}
    }
   *[no] {""}
}
    Emulation score – <b>{ $unit }</b>, { $period }, { score-until }:
score-until = { $state ->
    [closed] closed at the end of { $at }
   *[running] as it stands at { $at }
}
score-criterion = { $number }. { $name }: <b>{ $points }{ $by ->
    [turned_down_pct] {""}
   *[other] /{ $out }
}</b> – { score-basis }
score-basis = { $by ->
    [declared] { $state ->
        [none] not given yet
        [why] given by an officer ({ $reason })
       *[plain] given by an officer
    }
    [achieved_pct] { $state ->
        [none] no target yet
       *[some] initiatives { counted }: { $part } of { $of } = { $pct }
    }
    [exceeded_pct] { $state ->
        [none] no target yet
        [short] target not exceeded
       *[some] exceeded by { $over }
    }
    [covered_units] grassroots unions that have one: { $part } of { $of } = { $pct }
    [high_benefit] recognised and worth { $from } a year or more: { $state ->
        [none] none
       *[some] { $part }
    }
    [active_weeks] weeks with something new: { $part } of { $of } = { $pct }
   *[turned_down_pct] { $state ->
        [none] nothing was refused or doubled
       *[some] refused or doubled: { $part } of { $of } = { $pct }
    }
}
score-more = Record by record: "điểm thi đua { $code } mục { $number }". How it is scored: "tiêu chí thi đua".
score-table-head = 🏁 <b>Emulation scores</b> – { $unit }, { $period }, { score-until } (out of { $full } without bonus):
score-cluster = { $known ->
    [yes] <b>{ $cluster }</b>
   *[no] <b>Other units</b>
}
score-line = { $rank }. { $name } – <b>{ $total }</b>{ $graded ->
    [yes] {" "}({ $grade })
   *[no] {""}
}
score-unmarked = Still without points for { $number } "{ $name }": { COUNTED($count, "unit") }. Give them: "chấm điểm { $code } mục { $number } 5 vì …".
score-table-more = Why so many: "điểm thi đua { $code }". How it is scored: "tiêu chí thi đua". As a file: write "xuất điểm thi đua" in private.
score-rules-head = 📋 <b>Criteria of the emulation score</b> – out of { $full } points without bonus:
score-rule = { $number }. { $name }: { $by ->
    [declared] up to <b>{ $points }</b>, given by officers above
    [achieved_pct] up to <b>{ $points }</b>, by the percentage of the target, initiatives { counted }
    [exceeded_pct] a bonus up to <b>{ $points }</b>, { $each } for every { $per }% above the target
    [covered_units] up to <b>{ $points }</b>, by the percentage of grassroots unions with at least one
    [high_benefit] up to <b>{ $points }</b>, { $each } for each recognised one that brings { $from } a year or more
    [active_weeks] up to <b>{ $points }</b>, by the percentage of weeks with something new
   *[turned_down_pct] a deduction by the percentage refused or doubled ({ $levels })
}
score-rules-foot = Each is rounded to 0.1, then added. Ties: percentage of the target, then the count, then the name. It closes at the end of the period's last day.
score-rules-grades = Grades: { $grades }.
score-no-item = There are { $count } criteria; choose one from 1 to { $count }.
score-detail-head = <b>{ $unit }</b>
score-detail-unmarked = Nobody above has given points for this yet.
score-detail-marked = An officer gave { $points } points on { $on }{ $why ->
    [yes] : { $reason }
   *[no] {""}
}.
score-detail-record = <b>{ $code }</b> · { $title } · { $unit } · { $kind ->
    [recognized] recognised { $on }
    [refused] refused { $on }
   *[duplicate] doubled { $on }
}{ $money ->
    [yes] {" "}· { $benefit }
   *[no] {""}
}
score-detail-unit = None yet: { $name }
score-detail-covered = Every grassroots union has one.
score-detail-weeks = With nothing new: { COUNTED($count, "week") }, beginning on { $days }.
score-detail-active = There was something new in every week.
score-mark-how = Write the unit, the criterion and the points, for example: "chấm điểm KCN mục 1 8 vì có kế hoạch đúng hạn".
score-mark-none = I work out all the criteria from the records; none is given by hand.
score-mark-which = For which criterion? Write it again with its number, as in "chấm điểm KCN mục 1 8":
score-mark-choice = { $number }: { $name } (up to { $most })
score-mark-many = That is more than I take at a time; { $most } is the most.
score-mark-above = "{ $name }" gives { $most } points at most, so { $points } are not written down.
score-mark-not-yours = Points for { $unit } are given by officers above it.
score-mark-done = Points for "{ $name }", { $period }:
score-mark-line = <b>{ $unit }</b>: { $is ->
    [none] taken back
   *[some] { $points } of { $most }
}{ $was ->
    [some] {" "}(before: { $before })
   *[none] {""}
}
score-mark-see = See: "điểm thi đua { $code }". If it is wrong, give them again, or write "bỏ" instead of the points.
points-of-units = Units do have a score: "điểm thi đua"; how it is made: "tiêu chí thi đua".

## Targets, phases, peak periods

target-after-phase = { $phase } ends on { $until }, so no target was set from { $from } on. Please name a day within the phase, like: "{ $example }".
target-no-phase = The programme is in no phase, so there is no target.
target-not-pledged = Nothing has been pledged.
target-no-such-phase = The programme has no such phase, so no target was set. To see its phases: "giai đoạn".
target-phase-over = { $phase } ended on { $until }, so no target was set.
target-shown = <b>{ $unit }</b> – { $phase }: target { $target }
target-none = <b>{ $unit }</b> – { $phase }: no target (its members and workers are not known).
target-assigned = { $amount } assigned from { $from } on
target-assigned-why = { $amount } assigned from { $from } on, reason: { $reason }
target-pledged = { $amount } pledged from { $from } on
target-line = { $name }: { $target }
target-sum = The units below together: { $sum }, common target: { $target }.
target-how = Please type "chỉ tiêu" with a unit and a number, for example: "chỉ tiêu May TNG 80 lý do có nhà máy mới"; to take it back: "chỉ tiêu May TNG bỏ".
target-not-yours = The target of { $unit } is assigned by officers above it, so you cannot change it.
target-set = { $is ->
    [none] The assigned target of <b>{ $unit }</b> in { $phase } is taken back (before: { $before }); from { $from } on members and workers decide again.
   *[some] Target of <b>{ $unit }</b> in { $phase }: { $amount } (before: { $before }), from { $from } on.
}
pledge-how = Please type "phấn đấu" with a number, for example: "phấn đấu 100".
pledge-not-yours = The pledge of { $unit } is made by its own officers, so you cannot change it.
pledge-set = { $is ->
    [none] The pledge of <b>{ $unit }</b> in { $phase } is taken back (before: { $before }), from { $from } on.
   *[some] Pledge of <b>{ $unit }</b> in { $phase }: { $amount }, from { $from } on.
}
schedule-none = The programme has no peak period yet.
schedule-line = <b>{ $name }</b>: { $from } – { $to }, target { $goal }
schedule-line-numbered = { $number }. { schedule-line }
schedule-how = { $list ->
    [phases] Please type the number of the phase and what changes, for example: "giai đoạn 1 chỉ tiêu 6.000", "gia hạn giai đoạn 1 đến 15/6" or "giai đoạn 2 từ 1/6/2026 đến 30/9/2027".
   *[peaks] Please type name, days and target of the period, for example: "đợt cao điểm thêm Tuần lễ sáng kiến 31/3 - 8/4 chỉ tiêu 1.500".
}
schedule-not-yours = Phases and peak periods are set by officers of { $unit }.
schedule-problem = Not changed: { $why ->
    [order] the last day is before the first
    [outside] a day lies outside the programme ({ $from } – { $to })
   *[goal] goals are cumulative here, so a later phase cannot have less than an earlier one
}.
schedule-overlap = Not changed, for it overlaps { $name } ({ $from } – { $to }).
schedule-which = Which { $list ->
    [phases] phase
   *[peaks] peak period
} is meant?
choice-whole = Move all of it: { $from } – { $to }
schedule-which-edge = Which day of { $name } changes?
choice-edge = { $edge ->
    [startsOn] It begins { $day }
   *[endsOn] It ends { $day }
}
schedule-same = { $name } is already set that way: { $from } – { $to }, target { $goal }.
schedule-confirm = { $does ->
    [adds] Add
   *[sets] Change
} <b>{ $name }</b>: { $from } – { $to }, target { $goal }.{ $also ->
    [none] {""}
   *[some] {" "}To leave it room, { $other } becomes { $since } – { $until }.
} Is that right?
schedule-done = Recorded: { $name }.
schedule-unknown = I find no { $list ->
    [phases] phase
   *[peaks] peak period
} "{ $typed }". There are:
schedule-remove = Remove <b>{ $name }</b> ({ $from } – { $to }, target { $goal })? Initiatives and posts stay as they are; { $list ->
    [phases] targets assigned for this phase count no more
   *[peaks] I stop counting for it
}{ $begun ->
    [yes] {""}, and its own tally can be seen no longer
   *[no] {""}
}.
schedule-remove-which = Which { $list ->
    [phases] phase
   *[peaks] peak period
} is to be removed?
schedule-last-phase = A programme has at least one phase, so { $name } stays. Its days and target can change, for example: "giai đoạn 1 kết thúc 15/6".
schedule-removed = Removed: { $name }.
schedule-meanwhile = Another officer has just changed { $name }: now { $from } – { $to }, target { $goal }. Nothing was recorded; if it still ought to change, write to me again.
schedule-gone = { $name } was removed before.

## Units that change

headcount-how = Please say how many are members and how many workers, for example: "đơn vị May TNG có 350 đoàn viên, 900 lao động".
sectors-info = The campaign has { COUNTED($count, "sector", "sectors") }: { $list }. Whoever installed it lists them in the campaign file.
units-head = <b>{ $name }</b> ({ $code }){ units-people }: { $has ->
        [none] nothing stands below it.
       *[some] { COUNTED($below, "unit") } directly below it{ $deeper ->
            [none] { "" }
           *[some] , { $units } in all
        }.
    }
units-line = { $name } ({ $code }){ units-people }{ $has ->
        [none] { "" }
       *[some] { " · " }{ COUNTED($units, "unit") }
    }
units-people = { $counted ->
        [both] { " · " }{ COUNTED($members, "member") }, { COUNTED($workers, "worker") }
        [members] { " · " }{ COUNTED($members, "member") }
        [unknown] { " · " }no headcount yet
       *[none] { "" }
    }
units-deeper = One of them: "danh sách đơn vị thuộc { $code }".
units-none-below = { $unit } is not active any more.
units-how = Please type one of these: "đơn vị thêm CĐCS A thuộc KCN" (add), "đơn vị tách CĐCS B khỏi CĐCS A gồm 120 đoàn viên" (split, members), "đơn vị CĐCS A có 350 đoàn viên, 900 lao động" (members, workers), "đơn vị đổi tên CĐCS A thành CĐCS B" (rename), "đơn vị chuyển CĐCS A về KCN" (move), "đơn vị gộp CĐCS A vào CĐCS B từ 1/7" (merge), "đơn vị đóng CĐCS A" (close).
units-not-yours = This is done by officers of the unit above; you cannot change { $unit }.
units-problem = Not done: { $why ->
    [same] the unit is like that already
    [below_itself] a unit cannot be put below itself
    [changed_later] the unit begins, or changes otherwise, on a later day; please write a day after that
    [has_units] it still has units below it, please move those first
    [code_taken] another unit has this code
    [root] the highest unit cannot be split or moved
    [too_many] that unit does not have that many people
    [federation] the units belong to different federations
   *[unknown] the unit no longer exists
}.
units-add = Add <b>{ $name }</b> (code { $code }) below { $other }{ $counted ->
    [none] {""}
   *[some] {", "}with { units-headcount }
}, from { $from } on.
units-split = Split <b>{ $name }</b> (code { $code }) from { $other }{ $counted ->
    [none] {""}
   *[some] {", "}with { units-headcount }
}, from { $from } on. Figures of the days before stay with { $other }.
units-headcount = { $counted ->
    [members] { COUNTED($members, "member") }
    [workers] { COUNTED($workers, "worker") }
   *[both] { COUNTED($members, "member") }, { COUNTED($workers, "worker") }
}
units-count = People of <b>{ $unit }</b>: { units-headcount }, from { $from } on.
units-rename = Rename { $unit } to <b>{ $name }</b>, from { $from } on.
units-move = Move <b>{ $unit }</b> to { $other }, from { $from } on.
units-merge = Merge <b>{ $unit }</b> into <b>{ $other }</b>, from { $from } on. Groups, people and figures of { $unit } go to { $other }.
units-close = Close <b>{ $unit }</b>, from { $from } on.
units-note = Tallies of earlier days stay as they are. Is that right?
units-done = The change is recorded.

## Told to officers when sending goes wrong

notice-closed = I can no longer write to { COUNTED($count, "group") }: { $groups }. I may have been removed. If needed, please add me again.
notice-dead = { COUNTED($count, "message") } could not be posted to groups: { $groups }. Please ask the system's administrator to have a look.
notice-unknown = I do not know whether { COUNTED($count, "message reached its group", "messages reached their groups") }: { $groups }. I send nothing again, so that nothing stands twice; please look there, and write "tổng hợp" in the group if it is missing.
notice-pack = I cannot post to the group { $group }. Please forward the message below to it.
notice-quota-near = This month I have sent { $sent }/{ COUNTED($limit, "message") } on { $channel } ({ $pct }). From 95% on I only answer; weekly posts and reminders will have to wait.
notice-quota-spent = This month I have sent { $sent }/{ COUNTED($limit, "message") } on { $channel } ({ $pct }). From now on I only answer; weekly posts and reminders wait until { $until } or until the plan is raised.
notice-token = { $channel } does not accept the access token of bot { $bot }, so I can send nothing there. Please ask the system's administrator to replace it.

## Registered by others

unclaimed = { COUNTED($count, "initiative that others handed in bears", "initiatives that others handed in bear") } your name: { $list }. If they are yours, write "it is mine" (with the codes if only some are).
owned = You are now the author of { $codes }.
own-none = No initiative of your unit bears your full name and waits for its author.

## The picture of a tally and the public page

chart-kicker = { $period ->
    [week] Tally of the week
    [month] Tally of the month
    [phase] Tally of the phase
    [campaign] Tally of the whole programme
    [peak] Tally of the peak period
   *[dates] Tally
} · { $campaign }
chart-until-day = up to and including { $on }
chart-until = until { $at }
counted = { $counter ->
    [registered] registered
    [recognized] recognised
   *[onPortal] on the portal
}
chart-counter = { $counter ->
    [registered] Registered
    [recognized] Recognised
   *[onPortal] On the portal
}
chart-delta = { $period ->
    [week] this week
    [month] this month
    [phase] in the phase
    [campaign] in the programme
    [peak] in the peak period
   *[dates] in these days
}
chart-whole = Whole programme
chart-legend = { $line ->
    [done] So far { counted }
    [even] Even pace
   *[forecast] Forecast
}
chart-goal = Target { $target }
chart-rate = Present rate: { $rate } a day over the last { COUNTED($days, "day") }.
chart-reached = The target is reached.
chart-reached-beyond = The target is reached, and { $more } more.
chart-over = Time is up ({ $until }), { $remaining } short.
chart-pace = { $remaining } to go: { $perDay } a day until { $until }.
chart-even = Even pace by now: { $expected }, { $state ->
    [even] just on it
    [ahead] { $by } ahead
   *[behind] { $by } behind
}.
chart-forecast-none = Less than a day is too short for a forecast.
chart-forecast-still = Forecast: none can be made, nothing was gained over the last { COUNTED($days, "day") }.
chart-forecast-reached = Forecast: { $rate } a day over the last { COUNTED($days, "day") }, the target is reached about { $on }.
chart-forecast-short = Forecast: { $rate } a day over the last { COUNTED($days, "day") }, { $count } ({ $pct }) by { $until }.
chart-ranking = { $by ->
    [pct] Ranking by % of the target ({ counted })
    [count] Ranking by the number { counted }
   *[nothing] No unit has any { counted } yet
}
chart-rest = … and { COUNTED($count, "more unit") }
chart-alt = Chart of { $unit } { $until }: registered { $registered }, recognised { $recognized }, on the portal { $onPortal }.
chart-alt-goal = Chart of { $unit } { $until }: registered { $registered }, recognised { $recognized }, on the portal { $onPortal }; { $name }: { $count }/{ $target } ({ $pct }).
chart-alt-leaders = Leading: { $list }.

http-unknown = There is nothing at this address.
http-no-chat = Trợ lý Sáng kiến is running; the group chat on the web is off.
http-document-gone = There is no such file, or it has expired.
http-picture-gone = There is no such picture, or it has expired.
http-json = Only application/json is taken.
http-too-long = This is longer than { $most }.
http-address-too-long = The address is too long.
http-invalid = This request cannot be read.
http-busy = The server cannot take it at the moment, please try again in a few minutes.

board-title = Progress of the initiatives
board-title-of = { $unit } – progress of the initiatives
board-nothing = There is no programme yet.
board-no-picture = There is no picture yet.
board-skip = To the table of units
board-as-of = As of { $at }.
board-span = The programme runs from { $from } to { $to }.
board-campaigns = The programmes
board-unknown = There is no such programme. The board of progress: /board
board-over = The programme ended on { $on }.
board-coming = Not begun
board-begins = The programme begins on { $on }.
board-now = So far
board-delta = + and − are what was added or taken back since { $at }.
board-counted = (by what is { counted })
board-whole = Whole programme: { $count }/{ $goal } ({ $pct }).
board-line = Progress line of { $name }: { $count } so far.
board-line-goal = Progress line of { $name }: { $count } of { $target } so far.
board-peaks = Peak periods
board-peaks-caption = Only what came in within the days of each is counted.
board-state = { $state ->
    [coming] to come
    [running] running
   *[over] over
}
board-units = The units
board-units-caption = { $by ->
    [pct] { COUNTED($count, "unit") } by % of the target ({ counted }); an arrow tells the places since the week began.
   *[nothing] { COUNTED($count, "unit") }, none of which has an initiative { counted } yet.
}
board-column = { $column ->
    [peak] Period
    [unit] Rank, unit
    [achieved] Achieved
    [result] Result/target
    [target] Target
   *[week] This week
}
board-own = (registered at the root itself)
board-moved = , { $way ->
    [up] up
   *[down] down
} { $places }
