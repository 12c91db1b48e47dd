### Lời của Trợ lý Sáng kiến. Một giọng: bot xưng "em", gọi người nhắn là "anh/chị"; ngắn, dễ hiểu, mỗi lần một câu hỏi.
### Câu nào cũng có bản tiếng Anh cùng tên, cùng biến trong en.ftl.
### <b>…</b> làm đậm trên nền tảng có chữ đậm. Biến { $… } là chữ người dùng gõ hoặc số đã viết theo lối Việt.

## Làm quen

greeting-group =
    Em là <b>Trợ lý Sáng kiến</b>. Em ghi nhận sáng kiến và tổng hợp kết quả hằng tuần ngay trong nhóm này.
    Có sáng kiến, anh/chị nhắn em "đăng ký: tên sáng kiến".
    Để bắt đầu, cán bộ công đoàn gõ "liên kết" kèm tên hoặc mã đơn vị.
greeting-group-linked = Em là <b>Trợ lý Sáng kiến</b>, nhóm này của { $unit }. Nhắn em "đăng ký: tên sáng kiến" là được ghi nhận ngay.
greet-back = Dạ em chào anh/chị. Anh/chị nhắn "đăng ký: tên sáng kiến" để đăng ký, hoặc "trợ giúp" để xem em làm được gì.
welcome = Dạ, em cảm ơn anh/chị.
hint = Em ghi nhận sáng kiến và báo tiến độ. Ví dụ: "đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm".
not-understood-officer = Em chưa hiểu ý anh/chị. Anh/chị thử: "tiến độ", "tổng hợp tuần", "đơn vị nào chưa đạt", "duyệt", "nhắc đơn vị chậm", "xuất tổng hợp tuần"; xem hết: "trợ giúp".
not-understood = Em chưa hiểu ý anh/chị. Muốn đăng ký, anh/chị nhắn "đăng ký: tên sáng kiến"; xem thêm: "trợ giúp".
keyboard-off = Hình như bàn phím của anh/chị đang tắt tiếng Việt nên em chưa đọc được. Anh/chị bật tiếng Việt, hoặc gõ không dấu, rồi nhắn lại giúp em ạ.
who-info = Đoàn viên và người lao động đều đăng ký được, không giới hạn số sáng kiến. Mỗi sáng kiến anh/chị nhắn một tin: "đăng ký: tên sáng kiến".
reviewer-info = Người đứng đầu hoặc hội đồng sáng kiến của đơn vị xét công nhận; cán bộ công đoàn ghi kết quả là em nhắn anh/chị ngay. Xem đến đâu rồi: "của tôi".
human-info = Em là trợ lý tự động ạ. Việc cần người giúp, anh/chị hỏi cán bộ công đoàn đơn vị mình; về thông tin cá nhân, nhắn "yêu cầu dữ liệu" là em chuyển cán bộ phụ trách.
upset-info = Em xin lỗi đã làm anh/chị phiền lòng. Anh/chị chỉ cần nhắn "đăng ký: tên sáng kiến" là xong; vướng chỗ nào, anh/chị hỏi cán bộ công đoàn đơn vị giúp em.
elsewhere-info = Nộp giấy, biểu mẫu hay trên cổng thì cán bộ nhập vào đây sau ạ. Muốn chắc, anh/chị nhắn em "đăng ký: tên sáng kiến": có rồi thì em hỏi lại, không tính hai lần.
no-money-info = Dạ không sao ạ: lợi ích không quy ra tiền vẫn được ghi nhận. Muốn kể thêm, anh/chị nhắn "bổ sung" kèm mã sáng kiến.
not-applied-info = Chưa áp dụng vẫn đăng ký được ạ; để được công nhận thì cần đã áp dụng hoặc áp dụng thử. Khi nào có, anh/chị nhắn "bổ sung" kèm mã và ngày áp dụng.
twice-info = Dạ không sao ạ. Bản thừa anh/chị hủy giúp em, ví dụ "hủy SK-000123"; quên mã thì nhắn "của tôi".
choice-info = Anh/chị không cần bấm ạ: gõ số, ví dụ 1, vào ô nhắn tin rồi gửi là được. Muốn em hỏi lại câu đang chờ thì nhắn "tiếp".
hard-info = Anh/chị không cần bấm gì đâu ạ: nhắn "đăng ký" kèm tên việc đã làm là xong, đọc vào micrô trên bàn phím cũng được. Ngại nhắn thì nhờ tổ hỗ trợ hoặc cán bộ công đoàn nộp hộ.
concern-info = Em chỉ lo việc sáng kiến nên chưa giúp được việc này ạ. Anh/chị nói với cán bộ công đoàn đơn vị mình để được giải quyết nhé.
phone-info = Em không lưu số điện thoại của ai ạ: em nhận ra anh/chị bằng chính tài khoản này, có tin em nhắn ở đây.
shared-info = Mỗi tài khoản em ghi cho một người ạ. Ai dùng chung máy hoặc không có máy thì nhờ tổ hỗ trợ hay cán bộ công đoàn nộp hộ, hồ sơ vẫn đứng tên người đó.
photo-info = Được ạ: anh/chị gửi ảnh hoặc tệp trong trò chuyện này, chú thích mã sáng kiến, ví dụ "SK-000123".
english-info = I read a little English: "register: title", "my initiatives", "edit", "add" or "cancel" with the code, "progress", "help". I answer in Vietnamese.
question-which = Em chưa chắc hiểu đúng ý anh/chị. { $count ->
    [one] Có phải anh/chị hỏi điều này không ạ?
   *[other] Anh/chị hỏi điều nào ạ?
} Không phải thì anh/chị nhắn lại bằng câu khác giúp em.
sentence-which = Em chưa chắc hiểu đúng ý anh/chị. { $count ->
    [one] Có phải anh/chị muốn thế này không ạ?
   *[other] Anh/chị muốn việc nào ạ?
} Không phải thì anh/chị nhắn lại bằng câu khác giúp em.
question-info = Câu này em chưa trả lời được ạ, anh/chị hỏi cán bộ công đoàn đơn vị mình giúp em. Em lo việc đăng ký, xem, sửa sáng kiến và báo tiến độ; xem thêm: "trợ giúp".
# Nghị định 13/2012/NĐ-CP Điều 7: xét trong 3 tháng kể từ ngày tiếp nhận đơn; Điều 5: nộp trong 1 năm kể từ ngày áp dụng lần đầu.
time-info = Theo Điều lệ Sáng kiến, đơn vị xét trong 3 tháng kể từ khi tiếp nhận hồ sơ; có kết quả là em nhắn ngay.
levels-info = Cấp cơ sở do đơn vị anh/chị công nhận. Cấp tỉnh, toàn quốc do hội đồng cấp trên xét, cho việc đã áp dụng tốt và nơi khác làm theo được; đơn vị đề nghị lên, anh/chị cứ đăng ký ở đây trước.
approval-info = Không cần ai cho phép trước đâu ạ: anh/chị tự đăng ký được, đơn vị xét sau.
listening-info = Trong nhóm em chỉ trả lời tin gọi em hoặc trả lời em, tin khác em không lưu ạ. Em giữ những gì của anh/chị: "dữ liệu của tôi".
hours-info = Em trực suốt ngày đêm ạ, anh/chị nhắn lúc nào cũng được.
code-info = SK kèm số là mã riêng của từng sáng kiến, dùng khi xem, bổ sung, sửa, hủy ạ. Mã cổng là mã trên cổng trực tuyến, cán bộ ghi khi đưa lên.
receipt-info = Ghi xong là em nhắn ngay một tin có dấu ✅ và mã ạ. Xem lại lúc nào cũng được: "của tôi".
portal-work-info = Lên cổng là hồ sơ đã được công nhận và cán bộ công đoàn nhập lên cổng trực tuyến của chương trình. Anh/chị không phải tự nhập ạ, xong em nhắn anh/chị.
restore-info = Được ạ: hủy rồi thì anh/chị nhắn lại "đăng ký: tên sáng kiến" là em ghi mã mới.
appeal-info = Lý do em gửi kèm kết quả ạ. Chưa rõ hay chưa đồng ý thì anh/chị hỏi cán bộ công đoàn hoặc hội đồng của đơn vị; hoàn thiện rồi vẫn đăng ký lại được.
support-info = Tổ hỗ trợ do công đoàn cơ sở cử ạ. Anh/chị nói với cán bộ công đoàn đơn vị mình: cán bộ gửi cho một mã, nhắn mã ấy cho em là xong.
author-info = Đứng tên là người trực tiếp nghĩ ra và làm ạ; nhiều người cùng làm thì ghi đủ, ví dụ: "đồng tác giả SK-000123 Trần Thị Lan 40%".
small-info = Việc nhỏ cũng quý ạ, miễn là nhanh hơn, đỡ tốn, đỡ mệt hoặc an toàn hơn. Anh/chị cứ nhắn "đăng ký: tên sáng kiến".
applied-info = Anh/chị ghi gần đúng là được, ví dụ "áp dụng từ tháng 3". Chưa nhớ thì để sau: "bổ sung" kèm mã.
name-info = Họ tên trong hồ sơ anh/chị tự sửa được: nhắn riêng em "dữ liệu của tôi", chọn Sửa. Đổi tên trên ứng dụng thì hồ sơ không đổi theo ạ.
award-info = Bằng Lao động sáng tạo do Tổng Liên đoàn tặng theo quy chế riêng, công đoàn đề nghị từ sáng kiến đã được công nhận; tiêu chuẩn thì anh/chị hỏi công đoàn đơn vị mình giúp em.
peak-info = Đợt cao điểm là những ngày cả tỉnh cùng dồn sức đăng ký, có chỉ tiêu riêng ạ. Đơn vị mình đến đâu rồi: "tiến độ".
peak-days = { $state ->
    [open] { $peak } đang diễn ra, từ { $from } đến hết { $to }.
    [over] { $peak } từ { $from } đến { $to } đã kết thúc.
   *[ahead] { $peak } sắp tới: từ { $from } đến hết { $to }.
}
target-info = Chỉ tiêu do liên đoàn giao theo số người của đơn vị, kết quả tính vào thi đua của đơn vị ạ. Đơn vị mình đến đâu rồi: "tiến độ".
benefit-info = Anh/chị ước chừng mỗi năm đỡ được bao nhiêu tiền rồi ghi kèm, ví dụ "bổ sung SK-000123 làm lợi: 50tr/năm"; không tính được ra tiền thì không cần ghi ạ.
description-info = Vài câu là đủ ạ: trước đây làm thế nào, nay thay đổi gì. Gửi sau cũng được: "bổ sung" kèm mã và nội dung.
compulsory-info = Không bắt buộc với từng người đâu ạ: ai có sáng kiến thì gửi, đơn vị có chỉ tiêu chung. Việc nhỏ cũng gửi được, nhắn "đăng ký: tên sáng kiến".
unlisted-info = Em ghi cho những đơn vị có trong danh sách của liên đoàn ạ. Chưa thấy đơn vị mình thì anh/chị hỏi cán bộ công đoàn tên hay mã đơn vị, hoặc nhờ báo liên đoàn thêm vào giúp.
writing-info = Anh/chị viết thế nào cũng được ạ: không dấu, viết tắt, dài hay ngắn; em giữ nguyên chữ anh/chị gõ, sai thì sửa sau.
where-info = Trong nhóm hay nhắn riêng đều được ghi như nhau ạ. Trong nhóm thì gọi em (@) và mọi người cùng thấy; nhắn riêng thì chỉ anh/chị thấy.
call-info = Trong nhóm em chỉ thấy tin gọi em bằng @ hoặc trả lời tin của em ạ. Không tiện thì anh/chị nhắn riêng em.
anonymous-info = Hồ sơ cần có tên tác giả thì mới xét được ạ. Nhưng trong tin đăng nhóm em chỉ nêu tên khi anh/chị cho phép: "dữ liệu của tôi", chọn Sửa.
ceremony-info = Lịch công bố, trao thưởng, tổng kết do đơn vị hoặc liên đoàn thông báo ạ. Sáng kiến của mình đến đâu rồi: "của tôi".
next-round-info = Đợt mới có khi nào thì liên đoàn thông báo ạ. Hết đợt này anh/chị vẫn nhắn "đăng ký: tên sáng kiến" được, em ghi lại để công đoàn xét.
recognised-info = Được công nhận rồi thì anh/chị không phải làm gì thêm ạ: cán bộ đưa lên cổng, em nhắn từng bước. Lúc đó cần sửa gì thì nhờ cán bộ công đoàn.
supplement-info = Anh/chị nhắn "bổ sung" kèm mã và nội dung, ví dụ "bổ sung SK-000123 mỗi ca đỡ 20 phút"; hoặc trả lời ngay tin em hỏi thêm ạ.
no-app-info = Không phải tải hay vào trang nào cả ạ: anh/chị nhắn ngay ở đây là được, ví dụ "đăng ký: tên sáng kiến".
draft-info = Không mất đâu ạ: bản nháp em giữ, anh/chị nhắn "tiếp" là làm tiếp từ chỗ đang dở, nhắn "hủy" là bỏ.
part-info = Em ghi anh/chị ở { $unit } rồi ạ; tổ, khoa, phòng thì không cần ghi thêm.
owner-info = Em ghi sáng kiến đứng tên tác giả ạ. Dùng ở đâu, chuyển giao, trả thù lao thế nào thì theo Điều lệ Sáng kiến và thỏa thuận giữa tác giả với đơn vị; anh/chị hỏi công đoàn cơ sở giúp em.
patent-info = Không phải đăng ký bản quyền hay sáng chế đâu ạ: đơn vị công nhận là được. Cái đang được bảo hộ sở hữu trí tuệ thì không xét là sáng kiến (Nghị định 13/2012/NĐ-CP).
safe-info = Em là trợ lý của công đoàn, chỉ ghi sáng kiến; em không hỏi căn cước, mật khẩu hay tài khoản ngân hàng bao giờ ạ. Chưa yên tâm thì anh/chị hỏi lại cán bộ công đoàn đơn vị mình.
refuse-info = Được ạ: khi em hỏi, anh/chị trả lời "2" là không ghi tên anh/chị. Tên đã ghi mà không đúng thì nhờ người nộp bỏ ra, hoặc anh/chị báo cán bộ công đoàn đơn vị.
status-info = "Đã đăng ký" là em đã ghi, đơn vị chưa xét; "cần bổ sung" là cán bộ hỏi thêm, anh/chị trả lời tin đó; "được công nhận" rồi thì cán bộ đưa lên cổng ạ. Xem của mình: "của tôi".
unit-wrong-info = Anh/chị nhắn "tôi chuyển sang" kèm tên đơn vị đúng là em sửa ạ. Sáng kiến đã ghi vẫn ở đơn vị cũ: ghi nhầm thì hủy rồi nhắn lại, hoặc nhờ cán bộ công đoàn.
reminders-off-info = Anh/chị nhắn "tắt nhắc" là em thôi nhắc riêng ạ; kết quả sáng kiến của mình thì em vẫn báo. Cần lại: "bật nhắc".
address-info = Trong nhóm thì cán bộ của đơn vị đổi được cách xưng hô ạ: gọi em kèm "xưng hô đồng chí". Nhắn riêng thì em vẫn xưng em, gọi anh/chị.
trial-info = Kinh phí, thời gian làm thử do đơn vị quyết định ạ, anh/chị hỏi quản lý hoặc công đoàn cơ sở. Chưa làm thử vẫn đăng ký trước được: "đăng ký: tên sáng kiến".
honest-info = Anh/chị ghi đúng như thực tế giúp em ạ, ước chừng thì thêm chữ "khoảng"; người đứng đầu hoặc hội đồng của đơn vị xét cả phần này.
withdraw-info = Anh/chị nhắn "hủy" kèm mã là em bỏ ạ, ví dụ "hủy SK-000123"; quên mã thì nhắn "của tôi".
afterwards-info = Đăng ký xong anh/chị không phải báo cáo gì thêm ạ: đơn vị xét, có kết quả hay cần hỏi thêm là em nhắn. Muốn kể rõ hơn thì "bổ sung" kèm mã.
targets-how = Anh/chị gõ "chỉ tiêu KCN 200" để giao hay sửa, "chỉ tiêu KCN bỏ" để trở lại cách chia theo số người; xem tất cả: "chỉ tiêu".
group-how = Anh/chị thêm em vào nhóm, rồi trong nhóm đó gọi em kèm "liên kết" và tên đơn vị; mỗi nhóm ghi cho một đơn vị. Nhóm nào nhận tin, nhóm nào chưa: "nhóm".
delegate-how = Người cùng xét: gõ "mời cán bộ" kèm tên đơn vị để lấy mã cho họ. Trao hẳn vai trò của mình (đi công tác, đổi máy): "bàn giao". Ai đang có quyền gì: "vai trò"; ai đã làm gì: "nhật ký".
rank-info = Em xếp theo % so với chỉ tiêu; bằng nhau thì đơn vị có số nhiều hơn đứng trên, vẫn bằng thì theo tên. Từng con số: "tổng hợp tuần chi tiết đăng ký".
corrected-info = Hồ sơ hủy, rút thì trừ khỏi số đã đăng ký và ghi vào phần điều chỉnh; hồ sơ bị từ chối vẫn tính là đã đăng ký. Sửa kết quả xét: "thu hồi công nhận" kèm mã và lý do.
quiet-info = Em không tự nhắn ban đêm và ngày nghỉ, mỗi nhóm mỗi ngày nhiều nhất một tin tự đăng. Ai không muốn nhận nhắc riêng thì gõ "tắt nhắc"; bỏ một lịch nhắc: "bỏ NH-3".
honour-info = Vinh danh chỉ nêu tên người đã cho phép. Gõ "vinh danh" xem bản nháp, bỏ bớt được, rồi mới gửi nhóm.
requests-info = Anh/chị gõ "yêu cầu" để xem các yêu cầu về dữ liệu đang chờ và hạn từng việc, rồi "trả lời YC-1" kèm lời đáp.
chart-info = Tin "tổng hợp tuần" có kèm biểu đồ, thêm tên đơn vị nếu cần riêng một nơi; cần tệp Excel thì "xuất tổng hợp tuần".
periods-how = Anh/chị gõ ví dụ: "gia hạn giai đoạn 1 đến 15/6", "giai đoạn 1 chỉ tiêu 6.000", hoặc "đợt cao điểm thêm Tuần lễ sáng kiến 31/3 - 8/4 chỉ tiêu 1.500"; xem: "giai đoạn", "đợt cao điểm".
kept-as-it-was = Em chưa hủy gì ạ, hồ sơ vẫn giữ nguyên. Khi nào chắc chắn, anh/chị nhắn "hủy" kèm mã.
asked-not-done = Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. Muốn làm thì anh/chị gõ lại riêng lệnh kèm mã; cách gõ: "trợ giúp".
law-info = Căn cứ là Điều lệ Sáng kiến (Nghị định 13/2012/NĐ-CP) và Thông tư 18/2013/TT-BKHCN; đơn vị có thể có thêm quy định riêng, anh/chị hỏi công đoàn cơ sở giúp em.
earlier-info = Sáng kiến đã áp dụng thì nộp trong 1 năm kể từ ngày áp dụng lần đầu (Điều lệ Sáng kiến). Anh/chị cứ nhắn "đăng ký: tên sáng kiến, áp dụng từ tháng …", đơn vị sẽ xét.
authors-info = Một người đăng ký là đủ, ghi luôn người làm cùng: "đăng ký: tên sáng kiến, đồng tác giả Trần Thị Lan 40%"; thêm sau: "đồng tác giả SK-000123 Trần Thị Lan 40%". Tối đa 20 tác giả, phần đóng góp cộng lại đủ 100%.
again-info = Được ạ. Lý do không công nhận em gửi kèm kết quả; anh/chị hoàn thiện rồi nhắn lại "đăng ký: tên sáng kiến".
privacy-info = Thông tin chỉ dùng để lập hồ sơ sáng kiến và tổng hợp kết quả. Cán bộ công đoàn xem được hồ sơ; ai tra cứu thì thấy tên sáng kiến và tác giả. Xem, sửa, xóa thông tin của mình: "dữ liệu của tôi"; giấu mô tả: "bảo mật" kèm mã.
secret-info = Được ạ: anh/chị nhắn "bảo mật" kèm mã, ví dụ "bảo mật SK-000123". Khi đó người khác chỉ thấy tên sáng kiến, không thấy mô tả; cán bộ xét vẫn xem được.
certificate-info = Giấy chứng nhận, bằng khen do đơn vị hoặc cấp đã công nhận trao, anh/chị hỏi công đoàn cơ sở giúp em. Sáng kiến của mình đến đâu rồi: "của tôi".
several-info = Được ạ: mỗi sáng kiến một tin, hoặc một tin đánh số từng dòng, ví dụ: "đăng ký 2 sáng kiến:", dòng dưới "1. …", dòng dưới nữa "2. …".
figures-info = Mỗi con số em đếm từ từng hồ sơ đã ghi, đến đúng giờ ghi trên tin. Cán bộ mở xem: "tổng hợp tuần chi tiết đăng ký" (hoặc công nhận, lên cổng, điều chỉnh). So với cổng thì gửi riêng em danh sách tải từ cổng, em chỉ ra chỗ khác nhau.
campaign-info = Chương trình do người cài đặt mở và đặt tên. Trong chương trình, anh/chị đổi được ngay ở đây: "giai đoạn", "đợt cao điểm", "chỉ tiêu", "đơn vị".
group-whose = Nhóm này của { $unit }; sáng kiến đăng ký ở đây được tính cho đơn vị.
not-mine-how = Sáng kiến ghi tên anh/chị mà không phải của mình thì nhắn "không phải của tôi" kèm mã, người nộp được báo ngay ạ; đứng tên đồng tác giả thì nhắn "rút khỏi" kèm mã. Không thấy ở đây thì báo cán bộ công đoàn giúp em.
author-dispute = Tác giả ghi chưa đúng thì người nộp nhắn "sửa SK-000123 tác giả: họ tên"; không thì anh/chị báo cán bộ công đoàn đơn vị giúp em.
sector-unlisted = Lĩnh vực chỉ có số từ 1 đến { $most } nên em chưa ghi. Anh/chị gõ tên lĩnh vực, ví dụ "lĩnh vực: An toàn".
start-info = Anh/chị làm lần lượt: "chỉ tiêu" xem chỉ tiêu; "mời cán bộ" kèm tên đơn vị; thêm em vào nhóm của đơn vị rồi gõ "liên kết" kèm tên đơn vị ở đó; "duyệt" xem hồ sơ chờ. Xem hết: "trợ giúp".
# Việc của cán bộ không có lệnh riêng
today-waiting = <b>{ $count }</b> hồ sơ chờ xét{ $late ->
        [some] , { $overdue } đã quá hạn
       *[none] { "" }
    }: "duyệt".
today-requests = <b>{ $count }</b> yêu cầu về dữ liệu cá nhân chưa trả lời: "yêu cầu".
today-more = Đơn vị nào chậm: "đơn vị nào chưa đạt".
today-none = Không có hồ sơ hay yêu cầu nào đang chờ anh/chị. Đơn vị nào chậm: "đơn vị nào chưa đạt".
papers-info = Giấy chứng nhận, quyết định, biên bản do đơn vị ban hành, em chưa soạn được ạ. Danh sách để trộn thư trong Word (tác giả, cấp, số quyết định): "xuất khen thưởng giai đoạn 1"; đơn yêu cầu công nhận: "đơn" kèm mã.
portal-info = Anh/chị nhắn riêng em "xuất cổng" lấy danh sách đúng cột của cổng, hoặc "thẻ" kèm mã để chép từng hồ sơ; lên cổng rồi thì gõ "lên cổng SK-000010 CP-889123".
notice-how = Anh/chị viết lời nhắn sau dấu hai chấm: "gửi tin cho tất cả các nhóm: Mai họp lúc 8h"; một đơn vị: "nhắc KCN ngay: Mai họp lúc 8h". Em cho xem lại rồi mới gửi.
reach-info = Em không lưu số điện thoại của ai ạ. Hỏi tác giả về một hồ sơ: "hỏi thêm SK-000012" kèm câu hỏi; nhắn cả đơn vị: "nhắc KCN ngay:" kèm lời nhắn.
posts-info = Em có sẵn hai bài để chép đi đăng: "tổng hợp tuần" (kèm biểu đồ) và "vinh danh". Đăng vào nhóm: "vinh danh" rồi chọn 1, hoặc vào nhóm đó gọi em kèm "tổng hợp tuần".
quota-info = Chỉ tiêu giai đoạn chia cho các đơn vị theo số { $base ->
        [members] đoàn viên
       *[members_and_workers] đoàn viên và người lao động
    } đang ghi; đơn vị đã được giao riêng thì theo số giao. Xem: "chỉ tiêu KCN", "danh sách đơn vị"; cấp trên giao lại: "chỉ tiêu KCN 50".
regular-info = Em tự đăng tổng hợp tuần vào các nhóm, còn gửi riêng theo giờ thì em chưa làm được ạ. Cần lúc nào anh/chị nhắn "tổng hợp tuần" hoặc "tổng hợp hôm nay" là có ngay.
import-info = Nộp hộ cả danh sách: nhắn riêng em tệp Excel có cột Tác giả, Tên sáng kiến, hoặc dán bảng vào tin nhắn. Danh sách đơn vị và sáng kiến các năm trước thì nhờ người cài đặt nạp.
operator-info = Việc máy chủ (sao lưu, hạn mức tin, lỗi hệ thống) do người cài đặt lo ạ. Gặp lỗi, anh/chị chép nguyên tin của em gửi người đó giúp em.
closing-info = Em chốt số và đăng tổng hợp tuần vào các nhóm { $when }. Xem trước: { $for ->
        [officer] "tổng hợp tuần"
       *[member] "tiến độ"
    }.
missing-info = Em đăng tổng hợp { $when }, vào nhóm đã liên kết; tuần không có gì thay đổi thì em không đăng. { $for ->
        [officer] Xem ngay: "tổng hợp tuần"; nhóm nào nhận hôm nào: "nhóm".
       *[member] Xem kết quả: "tiến độ".
    }
target-by-info = Anh/chị muốn thành bao nhiêu ạ? Em không tự cộng trừ để khỏi nhầm: gõ số cuối cùng, ví dụ "chỉ tiêu May TNG 50".
headcount-by-info = Anh/chị cho em số đang có ạ: em không tự cộng trừ. Ví dụ: "May TNG có 350 đoàn viên, 900 lao động"; chỉ tiêu tính theo cả hai số cộng lại.
repost-info = Mỗi nhóm em tự đăng tổng hợp một lần, { $when }. Muốn có lại thì vào nhóm đó gọi em kèm "tổng hợp tuần trước" (bản đã đăng) hoặc "tổng hợp tuần" (số đến giờ).
codes-info = Mã mời chỉ dùng một lần, em không xem lại được ạ. Anh/chị tạo mã mới: "mời cán bộ KCN" hoặc "mời hỗ trợ" kèm tên đơn vị.
password-info = Ở đây không có mật khẩu ạ: em nhận ra anh/chị qua tài khoản đang nhắn. Mật khẩu Zalo, Telegram thì đổi trong chính ứng dụng đó; sang tài khoản khác thì từ tài khoản cũ nhắn riêng em "dữ liệu của tôi".
posting-info = Em đăng tổng hợp tuần { $when }; giờ này do người quản trị hệ thống đặt trong tệp chương trình. Muốn đăng ngay thì vào nhóm đó gọi em kèm "tổng hợp tuần". Tin sắp đăng thì em không hoãn được. Muốn một nhóm thôi nhận tin thì gõ "nhóm", rồi "gỡ liên kết" kèm số.
verdicts-info = Sửa cấp hay số quyết định đã ghi: "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4", số liệu không đổi. Công nhận nhầm hẳn thì: "thu hồi công nhận SK-000012 lý do ghi nhầm".
account-info = Hai tài khoản của anh/chị nối được thành một, sáng kiến đi theo ạ. Bên kia nhắn riêng cho em "dữ liệu của tôi", chọn 3 rồi 5 để lấy mã; sau đó gõ mã ấy ở đây.
account-kept-info = Không mất đâu ạ: sáng kiến đi theo tài khoản, đổi máy hay đổi số mà vẫn tài khoản cũ thì không phải làm gì. Sang tài khoản khác thì từ tài khoản cũ nhắn riêng em "dữ liệu của tôi", chọn 3 rồi 5 lấy mã nối; không vào được nữa thì nhắn "yêu cầu dữ liệu".
alike-info = Nếu gần giống sáng kiến đã có, em hỏi lại trước khi ghi: vẫn là sáng kiến khác, hay tham gia cùng làm đồng tác giả. Muốn xem trước, anh/chị nhắn "tìm" kèm vài chữ trong tên.
late-info = Chương trình còn chạy là em còn ghi ạ; hạn đang tính đến ngày nào, anh/chị nhắn "tiến độ". Sáng kiến đã áp dụng thì nộp trong 1 năm kể từ ngày áp dụng lần đầu (Điều lệ Sáng kiến).
open-until = { $state ->
    [open] Dạ, { $phase } nhận đến hết ngày { $day }, còn { $days } ngày. Kết quả của đơn vị: "tiến độ".
    [over] { $phase } hết hạn ngày { $day } rồi ạ. Anh/chị vẫn nhắn "đăng ký: tên sáng kiến" được, em ghi lại để công đoàn xét.
   *[ahead] { $phase } bắt đầu nhận từ ngày { $day } ạ.
}
points-info = Em không chấm điểm từng người ạ: em đếm từng sáng kiến đã đăng ký, được công nhận, lên cổng. Điểm thi đua do công đoàn chấm.
most-info = Em xếp hạng đơn vị, không xếp từng người ạ: "bảng xếp hạng". Người tiêu biểu do cán bộ vinh danh trong nhóm, ai cho phép em mới nêu tên.
boss-info = Em không nhắn cho sếp ạ. Nhưng cán bộ công đoàn xem được hồ sơ, người đứng đầu đơn vị xét công nhận, và ai tra cứu cũng thấy tên sáng kiến, tác giả. Giấu mô tả: "bảo mật" kèm mã; rút lại: "hủy" kèm mã.
unnamed-info = Trong tin đăng nhóm em chỉ nêu tên khi anh/chị cho phép ạ: gõ "dữ liệu của tôi" rồi chọn Sửa. Sáng kiến đã gửi: "của tôi".
number-info = Em không có số điện thoại của anh/chị ạ; anh/chị nhắn thì em mới trả lời. Em giữ những gì: "dữ liệu của tôi".
news-info = Dạ, sáng kiến của anh/chị có gì mới là em nhắn ngay ạ.
groupless-info = Nhóm của đơn vị do cán bộ công đoàn lập ạ. Đơn vị mình chưa có nhóm thì anh/chị cứ nhắn riêng em, vẫn đăng ký được như thường.
nod = Dạ vâng ạ. Cần gì anh/chị cứ nhắn em.
no-idea-info = Dạ không sao ạ: việc nhỏ giúp làm nhanh hơn, đỡ mệt, đỡ tốn, an toàn hơn đều là sáng kiến. Xem mọi người làm gì: "tìm" và vài từ; nghĩ ra thì nhắn "đăng ký: tên sáng kiến".
slip-info = Dạ không sao ạ. Lỡ gửi sáng kiến nào thì nhắn "hủy" kèm mã là bỏ; xem mã: "của tôi".
leaving-info = Sáng kiến đã ghi vẫn đứng tên anh/chị, ở đơn vị lúc đăng ký. Chuyển đơn vị thì nhắn "tôi chuyển sang" kèm tên đơn vị mới, sáng kiến sau đó em ghi cho nơi mới.
speech-info = Tin thoại em chưa nghe được ạ: anh/chị bấm micrô trên bàn phím rồi đọc, máy gõ thành chữ. Không tiện thì nhờ tổ hỗ trợ hoặc cán bộ công đoàn nộp hộ.
states-info = Hồ sơ bị từ chối, đã hủy em chưa lọc trong tin nhắn. Tệp "xuất sáng kiến" có cột Trạng thái để lọc; xem riêng một hồ sơ thì gõ mã.
form-info = Không cần biểu mẫu nào ạ: anh/chị nhắn "đăng ký: tên sáng kiến" là được ghi nhận. Muốn có đường dẫn, mã QR gửi mọi người thì nhắn "link đăng ký"; đơn vị cần đơn giấy thì nhắn "đơn" kèm mã, em soạn sẵn tệp Word.
change-info = Được ạ, khi chưa được công nhận: anh/chị nhắn "sửa" kèm mã và phần cần sửa, ví dụ "sửa SK-000123: tên mới", "sửa SK-000123 làm lợi: 60tr/năm". Xem mã: "của tôi".
fee-info = Dạ không mất phí gì ạ.
sector-info = Lĩnh vực không bắt buộc ạ. Muốn ghi, anh/chị nhắn ví dụ: "bổ sung SK-000123 lĩnh vực: An toàn"; chưa rõ thì để trống.
meant-title = "{ $typed }" là sáng kiến anh/chị muốn đăng ký phải không ạ?
meant-whose = "{ $typed }" là sáng kiến của ai ạ? Nộp hộ thì anh/chị gõ họ tên tác giả.
choice-register-for = Đăng ký hộ { $name }
choice-register-mine = Của tôi
choice-register-not = Không đăng ký
passed-on = Tin chuyển tiếp này em chưa biết là việc gì ạ. Nếu là sáng kiến, anh/chị nhắn "đăng ký: tên sáng kiến".
meant-which = "{ $typed }" là sáng kiến mới hay ý bổ sung cho { $code } ạ?
restore-ask = { $code } đã hủy nên em không lấy lại mã đó được. Em ghi lại thành sáng kiến mới nhé?
choice-register = Đăng ký
way-register = Đăng ký sáng kiến
way-mine = Xem sáng kiến của tôi
way-progress = Xem tiến độ đơn vị
way-review = Duyệt hồ sơ đang chờ
way-week = Tổng hợp tuần
ways-ask = Anh/chị chọn giúp em ạ:
choice-new-idea = Sáng kiến mới
choice-add = Bổ sung cho { $code }
request-not-understood = Còn "{ $typed }" thì em chưa hiểu ý anh/chị. Anh/chị nhắn riêng ý đó giúp em; xem thêm: "trợ giúp".
# Nghị định 13/2012/NĐ-CP (Điều lệ Sáng kiến); tháng 11/2026 chưa thấy nghị định thay. Chỉ để tham khảo: bot không tính tiền cho ai.
reward-info = Mức thưởng do đơn vị anh/chị quyết định, anh/chị hỏi công đoàn cơ sở giúp em. Để tham khảo: theo Điều lệ Sáng kiến (Nghị định 13/2012/NĐ-CP), nếu không có thỏa thuận khác, doanh nghiệp và đơn vị tự chủ tài chính trả thù lao cho tác giả mỗi năm ít nhất 7% tiền làm lợi của năm đó, trong 3 năm đầu áp dụng.
criteria-info = Theo Điều lệ Sáng kiến (Nghị định 13/2012/NĐ-CP), giải pháp được công nhận khi mới trong phạm vi đơn vị, đã áp dụng hoặc áp dụng thử, và mang lại lợi ích thiết thực. Anh/chị cứ nhắn "đăng ký: tên sáng kiến", đơn vị sẽ xét.
wordless = Em chỉ đọc được lời anh/chị tự viết, anh/chị nhắn giúp em bằng chữ nhé (ngại gõ thì bấm micrô trên bàn phím rồi đọc). Ví dụ: "đăng ký: tên sáng kiến".
sticker-open = Nhãn dán thì em chưa hiểu ạ, anh/chị trả lời bằng chữ hoặc số giúp em.
link-info = Liên kết thì em chưa mở được ạ, anh/chị chép nội dung thành chữ giúp em.
id-info = Em không cần số căn cước hay giấy tờ nào đâu ạ, anh/chị đừng gửi nhé.
whenever-answer = Dạ, lúc nào tiện anh/chị trả lời cũng được ạ.
whenever = Dạ, lúc nào tiện anh/chị gửi cũng được ạ.
speech-open = Tin thoại em chưa nghe được ạ, anh/chị gõ chữ giúp em (hoặc bấm micrô trên bàn phím rồi đọc).
wordless-open = Em chỉ đọc được chữ ạ, anh/chị trả lời bằng chữ hoặc số giúp em.
video-info = Video thì em chưa xem được ạ: anh/chị kể lại bằng chữ, hoặc gửi ảnh giúp em.
contact-info = Danh thiếp thì em chưa đọc được ạ, anh/chị gõ họ tên giúp em.
place-info = Em chưa dùng đến vị trí ạ: anh/chị nhắn tên đơn vị bằng chữ là được.
unread-info = Ứng dụng chưa chuyển được tệp, video, vị trí hay liên kết này cho em ạ. Anh/chị nhắn bằng chữ, hoặc gửi ảnh giúp em.
photo-first = Em chưa giữ ảnh được vì chưa quen anh/chị ạ. Anh/chị nhắn "đăng ký: tên sáng kiến" trước, rồi gửi lại ảnh giúp em.
message-edited = Tin đã gửi mà sửa lại thì em không đọc theo được ạ, anh/chị gửi thành tin mới giúp em; sáng kiến có mã rồi thì nhắn "sửa SK-000123: tên mới".
our-fault = Em xin lỗi, em đang gặp trục trặc nên chưa làm được việc này. Anh/chị nhắn lại giúp em sau ít phút.
press-old = Câu hỏi này đã qua hoặc dành cho người khác.
help =
    <b>đăng ký: tên sáng kiến</b> – ghi nhận ngay; chỉ gõ "đăng ký" thì em hỏi từng bước
    <b>của tôi</b> – sáng kiến của anh/chị và tình trạng
    <b>bổ sung</b>, <b>sửa</b>, <b>hủy</b> kèm mã – ví dụ "hủy SK-000123" · <b>đơn</b> + mã – đơn Word để in
    <b>tìm</b> + từ cần tìm · <b>đồng tác giả</b> + mã · <b>tiến độ</b> · <b>bảng xếp hạng</b>
help-support =
    { help }
    Tổ hỗ trợ: <b>đăng ký hộ Nguyễn Văn A: tên sáng kiến</b> – hoặc một danh sách, mỗi dòng một người
help-officer =
    <b>đăng ký: tên sáng kiến</b> – ghi nhận ngay · <b>đăng ký hộ</b> + họ tên: tên sáng kiến · <b>của tôi</b> · <b>tìm</b> + từ cần tìm
    Kèm mã: <b>bổ sung</b>, <b>sửa</b>, <b>hủy</b>, <b>đồng tác giả</b>, <b>đơn</b> (tệp Word để in)
    Xét: <b>duyệt</b> · kèm mã: <b>tiếp nhận</b>, <b>công nhận</b>, <b>hỏi thêm</b>, <b>từ chối</b>, <b>gộp</b>, <b>lên cổng</b>, <b>thu hồi</b>
    Kết quả: <b>tiến độ</b>, <b>bảng xếp hạng</b>, <b>điểm thi đua</b>, <b>tổng hợp</b> hoặc <b>so sánh</b> tuần, tháng · <b>đơn vị nào chưa đạt</b> · <b>xuất</b>
    Điều hành: <b>nhắc</b> + ai, khi nào · <b>vinh danh</b> · <b>chỉ tiêu</b>, <b>giai đoạn</b>, <b>đợt cao điểm</b>, <b>chương trình</b>
    Tổ chức: <b>liên kết</b> + đơn vị, <b>xưng hô</b> (trong nhóm) · <b>mời cán bộ</b>, <b>mời hỗ trợ</b> + đơn vị · <b>link đăng ký</b> (kèm mã QR) · <b>nhóm</b>, <b>vai trò</b>, <b>bàn giao</b>, <b>nhật ký</b>, <b>yêu cầu</b>

## Đồng ý lưu thông tin (phiên bản 2026-11-27)

consent-notice = Em là Trợ lý Sáng kiến của { $federation }. Em lưu họ tên, đơn vị, mã tài khoản, mã trò chuyện và nội dung anh/chị gửi để lập hồ sơ và tổng hợp kết quả; { $federation } chịu trách nhiệm về các thông tin này. Thỉnh thoảng em nhắn nhắc riêng, gõ "tắt nhắc" là thôi; trong tin tổng hợp, vinh danh đăng nhóm, em chỉ nêu tên khi anh/chị cho phép (chọn 3, hoặc bật sau). Không đồng ý thì anh/chị vẫn xem được tiến độ. Anh/chị có quyền xem, sửa, xóa, rút đồng ý hoặc khiếu nại lúc nào cũng được: nhắn "dữ liệu của tôi". Anh/chị có đồng ý không?
# The notice for who writes English; it says what the one above says and nothing else.
consent-in-english = In English: I keep your name, unit, account, chat and what you send, to make your file and sum up results; the federation named above is responsible for this information. Now and then I send you a reminder in private, "stop reminders" ends them; in tallies and honours posted to groups I name you only if you choose 3. You may see, correct or erase it, withdraw your consent or complain at any time: write "my data". Do you agree? 1 yes · 2 no · 3 yes, and you may name me
consent-again = Anh/chị có đồng ý để em lưu thông tin và ghi nhận sáng kiến không?
unit-noted = Dạ, em ghi nhớ anh/chị ở { $unit }. Anh/chị muốn làm gì ạ?
unit-held = Em ghi nhớ anh/chị ở { $unit }.
consent-why = Thông tin chỉ dùng để lập hồ sơ sáng kiến và tổng hợp kết quả, không mất phí. Cán bộ công đoàn xem được hồ sơ; ai tra cứu thì thấy tên sáng kiến và tác giả.
consent-refused = Dạ, em không lưu gì cả. Anh/chị vẫn xem được tiến độ; khi nào đổi ý, anh/chị nhắn lại "đăng ký".
choice-agree = Đồng ý
choice-disagree = Không
choice-agree-naming = Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
consent-refused-known = Dạ, em đã ghi anh/chị không đồng ý nên từ giờ em không nhận thêm gì. Thông tin đã lưu thì vẫn còn: muốn xem hoặc xóa, anh/chị nhắn "dữ liệu của tôi".
consent-first-contact = Có hồ sơ do người khác nộp ghi tên giống anh/chị.

## Đơn vị

unit-ask = Anh/chị thuộc công đoàn nào? Gõ tên hoặc mã đơn vị giúp em, ví dụ "CĐCS Công ty May TNG".
unit-which = Đơn vị nào ạ? Anh/chị chọn số, hoặc gõ lại tên đầy đủ hơn.
unit-this = Có phải đơn vị này không ạ? Anh/chị trả lời 1 nếu đúng, hoặc gõ lại tên đầy đủ hơn.
unit-not-found = Em chưa tìm thấy đơn vị "{ $typed }". Anh/chị gõ lại tên đầy đủ hơn hoặc mã đơn vị giúp em.
unit-why = Anh/chị gõ tên nơi mình làm việc giúp em (công ty, trường, bệnh viện, xã…), để sáng kiến được tính cho đơn vị mình; chưa rõ tên công đoàn thì hỏi tổ trưởng hoặc cán bộ công đoàn ạ.
unit-unlisted = Chưa tìm thấy "{ $typed }". Em chỉ nhận đơn vị có trong danh sách của liên đoàn: anh/chị hỏi cán bộ công đoàn tên hoặc mã đơn vị giúp em; tin đã gửi em vẫn giữ.
unit-without-union = Em ghi sáng kiến cho đơn vị có công đoàn ạ. Đã nghỉ, làm tự do hay chỗ làm chưa có công đoàn thì anh/chị gõ tên đơn vị cũ, hoặc hỏi cán bộ công đoàn gần nhất giúp em; tin đã gửi em vẫn giữ.
still-open = Em hỏi lại cho chắc, kẻo nhầm sang việc khác ạ.
choose-number = Anh/chị chọn một số từ 1 đến { $most } giúp em, hoặc gõ "hủy" để thôi.
choose-only = Anh/chị trả lời 1 nếu đúng, hoặc gõ "hủy" để thôi.

## Đăng ký

set-up-units = Em chưa có danh sách đơn vị và chương trình nào. Người cài đặt chạy trên máy chủ "npm run cli -- campaign apply FILE.yaml", rồi "npm run cli -- units import FILE.csv"; xong anh/chị gửi em mã quản trị.
set-up-campaign = Em chưa có chương trình nào. Người cài đặt chạy trên máy chủ "npm run cli -- campaign apply FILE.yaml", xong anh/chị nhắn lại giúp em.
set-up-more-units = Danh sách mới có { $unit }. Người cài đặt nạp đủ bằng "npm run cli -- units import FILE.csv", hoặc anh/chị thêm từng đơn vị: "thêm đơn vị CĐCS … thuộc { $unit }".
no-campaign = Hiện chưa có chương trình sáng kiến nào được mở. Khi liên đoàn mở chương trình, anh/chị nhắn lại giúp em nhé.
registration-too-long = Tin dài { $length } ký tự, em chỉ nhận tối đa { $most }. Anh/chị gửi tên sáng kiến và ý chính trước, phần còn lại bổ sung sau.
guided-opening = Em hỏi 4 câu, khoảng 1 phút. Gõ "bỏ qua" nếu để sau, "quay lại" để sửa câu trước, "hủy" để thôi.
guided-opening-group = Em hỏi 4 câu, khoảng 1 phút. Gõ "bỏ qua" nếu để sau, "quay lại" để sửa câu trước, "hủy" để thôi; muốn trả lời riêng, anh/chị nhắn riêng cho em "tiếp".
guided-opening-group-link = Em hỏi 4 câu, khoảng 1 phút. Gõ "bỏ qua" nếu để sau, "quay lại" để sửa câu trước, "hủy" để thôi; muốn trả lời riêng, anh/chị bấm { $link }
guided-told = Em ghi phần anh/chị kể vào mô tả. Gõ "hủy" nếu đây không phải sáng kiến.
title-doubted = "{ $typed }" là tên sáng kiến phải không ạ? Không phải thì anh/chị gõ lại tên giúp em.
title-one-each = Mỗi lần một sáng kiến thôi ạ: anh/chị gõ tên cái đầu trước, hoặc gõ "hủy" rồi nhắn "đăng ký:" kèm cả danh sách.
title-too-short = "{ $typed }" ngắn quá, em chưa hiểu sáng kiến là gì. Anh/chị viết rõ hơn: cải tiến cái gì, để làm gì.
title-needed = Em cần có tên sáng kiến ạ. Chưa tiện thì anh/chị gõ "hủy", lúc khác đăng ký cũng được.
ask-title = <b>Tên sáng kiến là gì?</b> Ví dụ: Cải tiến cữ gá may túi hộp giảm 30% thời gian
ask-change = <b>Trước đây làm thế nào, nay thay đổi gì?</b> ("bỏ qua" nếu để sau)
ask-benefit = <b>Làm lợi khoảng bao nhiêu?</b> Ví dụ: 50 triệu/năm; hoặc "không tính được"
ask-sector = <b>Sáng kiến thuộc lĩnh vực nào?</b>
benefit-unreadable = Em chưa đọc được số tiền trong "{ $typed }".
draft-retitled = Đã đổi tên thành "{ $title }".
guided-why-title = Anh/chị ghi ngắn gọn việc mình đã cải tiến, như đặt tên cho nó là được, ví dụ: "Giá treo kéo bấm chỉ bằng nam châm".
guided-why-change = Vài câu là đủ, chưa có thì gõ "bỏ qua".
guided-why-benefit = Anh/chị ước chừng mỗi năm đỡ được bao nhiêu tiền; không tính được thì gõ "không tính được".
guided-why-sector = Anh/chị chọn số của lĩnh vực gần nhất; chưa rõ thì gõ "bỏ qua".
guided-wait-titled = Dạ, em giữ bản nháp này. Gõ "tiếp" lúc nào muốn viết nốt, hoặc "xong" để em ghi luôn phần đã có.
guided-wait = Dạ, em chờ. Sẵn sàng thì anh/chị trả lời câu trên, hoặc gõ "tiếp" để em hỏi lại.
draft-team = Đã ghi đồng tác giả: { $names }.
draft-team-full-name = Em cần đủ họ tên đồng tác giả, ví dụ: "đồng tác giả Trần Thị Lan, Lê Văn Hùng".
told-more = Ý này em ghi vào mô tả.
bubble-joined = Em đã ghi thêm ý này vào phần mô tả.
benefit-which = Anh/chị muốn nói số nào ạ?
sector-again = Anh/chị gõ một số từ 1 đến { $most } trong danh sách trên, "bỏ qua" nếu chưa rõ, hoặc "xong" để em ghi luôn.
sector-near = Gần nhất là { $number }. { $sector }. Đúng thì anh/chị gõ { $number }, chưa chắc thì gõ "bỏ qua" ạ.
sector-unknown = Anh/chị chọn một số trong danh sách giúp em.
begin-again = Đơn vị hoặc chương trình vừa thay đổi nên em chưa ghi được. Anh/chị nhắn lại "đăng ký" giúp em.
draft-open = Bản nháp "{ $title }" còn viết dở, mình làm tiếp nhé; gõ "hủy" nếu muốn bỏ.
draft-kept = Bản nháp "{ $title }" vẫn còn: gõ "tiếp" để viết nốt, "hủy" để bỏ.
message-held = Em giữ tin này, anh/chị trả lời xong là em ghi tiếp.
message-kept = Tin anh/chị đã gửi, em vẫn giữ: gõ "tiếp" để làm nốt, "hủy" để bỏ.
draft-dropped = Đã bỏ bản nháp. Khi cần, anh/chị nhắn "đăng ký" để bắt đầu lại.
dialogue-left = Dạ, em dừng ở đây.
begun-elsewhere = Câu em hỏi đang chờ anh/chị { $where ->
    [account] ở tài khoản kia
   *[group] trong nhóm
}. Anh/chị gõ "tiếp" để trả lời riêng ở đây.
files-elsewhere = Ảnh đã gửi bên kia em chưa mang sang được, anh/chị gửi lại ở đây giúp em.
nothing-to-resume = Anh/chị không có bản nháp nào đang dở. Nhắn "đăng ký" để bắt đầu.
nothing-to-cancel = Không có gì đang dở để hủy. Muốn hủy sáng kiến, anh/chị gõ kèm mã, ví dụ "hủy SK-000123".
no-dialogue = Hiện em không hỏi anh/chị câu nào. Muốn đăng ký, anh/chị nhắn "đăng ký".

receipt-head = ✅ <b>{ $code }</b> · { $title }
receipt-benefit = Làm lợi: { $benefit } · { $author } · { $unit }
receipt-plain = { $author } · { $unit }
receipt-foot = Bổ sung: "bổ sung { $code } …". Hủy: "hủy { $code }".
receipt-progress = Đơn vị: { $registered }/{ $target } ({ $pct })
receipt-count = Đơn vị đã có { $registered } sáng kiến.
receipt-team = Tác giả: { $list }.{ $asked ->
    [some] {" "}Người đã có tài khoản được em báo để xác nhận.
   *[none] {""}
}{ $shares ->
    [even] {" "}Em chia đều; muốn chia khác: "đồng tác giả { $code } { $example }".
   *[said] {""}
}
receipt-team-unclear = Em chưa ghi đồng tác giả vì chưa rõ phần của từng người. Anh/chị gõ thêm, ví dụ: "đồng tác giả { $code } Trần Thị Lan 40%".
receipt-author-other = Tin ghi tác giả là { $named }, em ghi theo tên anh/chị. Nếu là sáng kiến của người đó: "sửa { $code } tác giả: { $named }"; nếu đó là tên anh/chị: "sửa tên tôi thành { $named }".
receipt-unit-other = Tin ghi đơn vị { $named }, em ghi cho { $unit }. Cần đổi, anh/chị nhắn riêng "đổi đơn vị", rồi hủy tin này và gửi lại.
receipts-merged = ✅ Đã ghi nhận { $count } sáng kiến: { $list }.
receipts-own = ✅ Đã ghi nhận { $count } sáng kiến của { $author }:
receipts-title = <b>{ $code }</b> · { $title }
receipts-item = { $code } ({ $author })
receipts-progress = { $unit }: { $registered }/{ $target } ({ $pct })
receipts-count = { $unit }: { $registered } sáng kiến

## Sáng kiến giống nhau

similar-line = Giống <b>{ $code }</b> "{ $title }" ({ $author }, { $unit }).
similar-first = Em còn chờ anh/chị trả lời về sáng kiến vừa gửi, xong em làm tiếp việc này ngay.
choice-other-idea = Vẫn là sáng kiến khác
choice-join = Tham gia cùng (đồng tác giả)
choice-drop = Thôi, không gửi nữa
choice-look = Xem
card-confidential = Nội dung bảo mật nên em không hiển thị mô tả.

## Tìm và dùng lại

search-how = Anh/chị muốn tìm gì ạ? Ví dụ: "tìm đèn led ở may tng", "tìm lĩnh vực an toàn".
search-own-unknown = Em chưa biết anh/chị ở đơn vị nào. Anh/chị gõ "tìm ở" kèm tên đơn vị giúp em, ví dụ "tìm ở may tng".
others-info = Em không tra sáng kiến theo tên người ạ. Cả đơn vị thì anh/chị gõ "sáng kiến của đơn vị mình"; theo việc thì gõ "tìm" và vài từ, ví dụ "tìm đèn led".
others-listed = Em không tra sáng kiến theo tên người ạ. Danh sách kèm tác giả có trong tệp: anh/chị nhắn riêng em "xuất sáng kiến". Theo việc thì gõ "tìm" và vài từ, ví dụ "tìm đèn led".
search-none = Em chưa thấy sáng kiến nào về "{ $typed }". Anh/chị thử ít chữ hơn giúp em.
search-none-here = { $unit } chưa có sáng kiến nào ạ. Muốn đăng ký, anh/chị nhắn "đăng ký: tên sáng kiến".
search-found = Em tìm thấy { $count } sáng kiến. Chọn số để xem:
search-first = { $count } sáng kiến mới nhất. Chọn số để xem, hoặc gõ thêm chữ để tìm kỹ hơn:
search-line = { $code } · { $title } ({ $unit })
history-not-theirs = Lịch sử hồ sơ { $code } em chỉ đưa cho tác giả, người nộp và cán bộ phụ trách ạ.
history-before = … { $count } thay đổi trước đó
history-line = { $at } { history-deed }{ $by ->
    [list] {" "}· nhập từ danh sách
    [you] {" "}· anh/chị
    [person] {" "}· { $who }
   *[office] {" "}· cán bộ công đoàn
}
history-deed = { $kind ->
    [registered] đăng ký
    [retitled] đổi tên, trước là "{ $was }"
    [described] bổ sung mô tả: "{ $became }"
    [description_set] sửa mô tả
    [sector_set] ghi lĩnh vực { $became }
    [applied_set] ghi ngày áp dụng lần đầu { $became }
    [benefit_set] { $has ->
        [no] bỏ giá trị làm lợi
       *[yes] ghi làm lợi { $became }
    }
    [author_set] sửa tên tác giả
    [owned] tác giả nhận sáng kiến
    [disowned] người được ghi là tác giả báo không phải của mình
    [attached] gửi minh chứng
    [detached] bỏ minh chứng
    [made_confidential] giữ kín mô tả
    [made_open] thôi giữ kín mô tả
    [accepted] tiếp nhận hồ sơ
    [under_review] bổ sung theo yêu cầu
    [needs_more_info] hỏi thêm: "{ $words }"
    [refused] từ chối: "{ $words }"
    [refused_taken_back] thu hồi từ chối: "{ $words }"
    [recognized] công nhận{ $hasWords ->
        [no] {""}
       *[yes] {" "}theo quyết định { $words }
    }
    [recognition_restated] ghi lại công nhận{ $scope ->
        [none] {""}
        [tinh] : cấp tỉnh
        [toan_quoc] : cấp toàn quốc
       *[co_so] : cấp cơ sở
    }{ history-decision }
    [recognized_taken_back] thu hồi công nhận: "{ $words }"
    [duplicate] gộp vào { $words }
    [duplicate_taken_back] thu hồi việc gộp: "{ $words }"
    [on_portal] lên cổng{ $hasWords ->
        [no] {""}
       *[yes] {" "}mã { $words }
    }
    [on_portal_taken_back] thu hồi việc lên cổng: "{ $words }"
    [moved_in] chuyển về { $unit }
    [withdrawn] { $hasWords ->
        [no] rút
       *[yes] rút: "{ $words }"
    }
    [corrected] điều chỉnh số liệu
   *[other] cập nhật
}
history-decision = { $decision ->
    [none] {""}
   *[some] , quyết định { $number }{ $on ->
        [none] {""}
       *[other] {" "}ngày { $on }
    }
}
card-recognized = Công nhận { $at }{ $scope ->
    [none] {""}
    [tinh] : cấp tỉnh
    [toan_quoc] : cấp toàn quốc
   *[co_so] : cấp cơ sở
}{ history-decision }
card-on-portal = Lên cổng { $at }{ $has ->
    [no] {""}
   *[yes] : mã { $portal }
}
card-authors = Tác giả: { $list }
card-spread = Số đơn vị dùng lại: { $count }
look-words = Cán bộ ghi: "{ $words }"
look-open = Bổ sung: "bổ sung { $code } nội dung". Sửa: "sửa { $code } …". Hủy: "hủy { $code }".
look-recognized = Chép lên cổng: "thẻ { $code }". Lên rồi thì gõ: "lên cổng { $code } mã cổng".
choice-use = Đơn vị tôi cũng dùng
use-no-unit = Em chưa biết anh/chị thuộc đơn vị nào. Anh/chị nhắn "đăng ký" để làm quen trước giúp em.
use-own = { $code } là của chính đơn vị anh/chị rồi ạ.
used = Đã ghi { $unit } cũng dùng { $code } của { $author }, { $from }. Số đơn vị dùng lại: { $count }.
used-told = { $unit } cũng dùng <b>{ $code }</b> "{ $title }" của anh/chị. Số đơn vị dùng lại: { $count }.
made-confidential = Đã bảo mật { $code }: người khác chỉ thấy tên sáng kiến, không thấy mô tả.
made-open = Đã mở { $code }: người khác xem được mô tả.

## Đồng tác giả

co-author-name = Anh/chị nhắn đủ họ tên giúp em, ví dụ: "đồng tác giả { $code } Trần Thị Lan". Em chia đều, muốn khác thì thêm tỷ lệ: "… 40%".
co-author-how = Anh/chị gõ kèm mã, ví dụ: "đồng tác giả SK-000123 Trần Thị Lan 40%". Xin tham gia: "đồng tác giả SK-000123". Chia lại: "đồng tác giả SK-000123 60/40".
co-author-unknown-person = Em chưa biết anh/chị là ai. Anh/chị nhắn "đăng ký" để làm quen trước giúp em.
co-author-closed = { $code } không còn hiệu lực nên không thêm được đồng tác giả.
co-author-unreachable = Em chưa liên lạc được tác giả của { $code }. Anh/chị nhờ cán bộ công đoàn ghi giúp: "đồng tác giả { $code } họ tên 40%".
co-author-full = { $code } đã đủ 20 tác giả.
co-author-asked = Em đã gửi { $name } xác nhận anh/chị là đồng tác giả { $code }. Có trả lời em báo ngay.
co-author-wants = <b>{ $name }</b> xin là đồng tác giả <b>{ $code }</b> "{ $title }". Chọn 1 là chia đều ({ $shares }); muốn chia khác, gõ "1 60/40".
co-author-named = { $by } ghi anh/chị là đồng tác giả <b>{ $code }</b> "{ $title }", đóng góp { $share }. Đúng không ạ?
co-author-named-new = { $by } ghi anh/chị là đồng tác giả sáng kiến "{ $title }", đóng góp { $share }. Đúng không ạ?
co-author-named-again = Anh/chị có cùng làm { $code } không ạ? Trả lời 1 nếu có, 2 nếu không.
co-author-wants-again = Cho { $name } đứng tên cùng ở { $code } không ạ? Trả lời 1 nếu có, 2 nếu không.
co-author-share-how = Tỷ lệ do { $by } ghi ạ. Muốn chia khác, anh/chị trả lời kèm tỷ lệ, tác giả chính trước, ví dụ "1 60/40"; không đứng tên thì gõ 2.
co-author-told = Người đã có tài khoản được em báo để xác nhận.
co-author-team = <b>{ $code }</b>: { $list }.
co-author-waiting = Chờ xác nhận: { $list }.
co-author-declined = { $name } chưa đồng ý về đồng tác giả { $code }.
co-author-noted = Dạ, em không ghi { $name } vào { $code }.
co-author-left = { $name } không còn là đồng tác giả { $code }. Còn lại: { $list }.
co-author-replaced = { $name } không còn là đồng tác giả { $code }: tên đã được sửa thành người khác.
co-author-nobody = Em không thấy đồng tác giả "{ $name }" ở { $code }.
co-author-not-you = Anh/chị không phải đồng tác giả của { $code } nên không cần rút. Muốn bỏ cả sáng kiến do mình đăng ký, anh/chị nhắn "hủy { $code }".
co-author-already = { $name } đã có tên ở { $code }.
co-author-count = Sáng kiến có { $count } tác giả, anh/chị gõ đủ { $count } số, tác giả chính trước, ví dụ "{ $example }".
co-author-sum = Cộng lại là { $sum }; phải đủ 100% và ai cũng có phần. Anh/chị gõ lại giúp em.
co-author-share = { $names } đóng góp bao nhiêu phần trăm ạ? Ví dụ: "đồng tác giả { $code } { $example }".
co-author-full-name = Em chưa ghi đồng tác giả vì cần đủ họ tên của { $names }. Anh/chị gõ giúp em, ví dụ: "đồng tác giả { $code } Trần Thị Lan, Lê Văn Hùng".
co-author-even = Em chia đều; muốn chia khác: "đồng tác giả { $code } { $example }".

## Sáng kiến của tôi

mine-none = Anh/chị chưa có sáng kiến nào. Nhắn "đăng ký: tên sáng kiến" để bắt đầu.
mine-head = Anh/chị có { $count } sáng kiến:
handed-in-head = Anh/chị nộp hộ { $count } sáng kiến:
mine-line = <b>{ $code }</b> · { $title } · { $status ->
    [registered] đã đăng ký
    [under_review] chờ xét
    [recognized] được công nhận
    [on_portal] đã lên cổng
    [needs_more_info] cần bổ sung
    [refused] không được công nhận
    [withdrawn] đã hủy
    [duplicate] trùng
   *[other] { $status }
}
side-by-side = { $is ->
    [same] Tên giống nhau { $share }%, có thể là một. Đúng thế thì gõ "gộp { $code } vào { $into }".
    [gone] Tên giống nhau { $share }%, có thể là một.
   *[other] Tên giống nhau { $share }%, em thấy là hai sáng kiến khác nhau.
}
mine-line-new = vừa ghi · { $title } · đã đăng ký
slip-how = Không sao ạ. Bỏ hẳn: "hủy { $code }"; sửa tên: "sửa { $code }: tên đúng". ({ $title })
mine-next = { $waits ->
    [yes] { $code } đang chờ anh/chị bổ sung: nhắn "bổ sung { $code } …".
   *[no] Anh/chị chưa phải làm gì thêm ạ, có kết quả em báo ngay. Muốn kể thêm: "bổ sung { $code } …".
}
mine-more = … và { $count } sáng kiến trước đó.
which-code = Anh/chị gõ kèm mã sáng kiến giúp em, ví dụ "SK-000123". Xem mã: "của tôi".
which-initiative-only = { $deed ->
    [cancel] Anh/chị muốn hủy sáng kiến này phải không ạ?
    [edit] Anh/chị muốn sửa sáng kiến này phải không ạ?
    [add] Anh/chị muốn bổ sung cho sáng kiến này phải không ạ?
    [team] Anh/chị muốn ghi đồng tác giả cho sáng kiến này phải không ạ?
   *[other] Có phải sáng kiến này không ạ?
} Trả lời 1 nếu đúng, hoặc gõ mã khác.
which-initiative = { $deed ->
    [cancel] Anh/chị muốn hủy sáng kiến nào ạ?
    [edit] Anh/chị muốn sửa sáng kiến nào ạ?
    [add] Anh/chị muốn bổ sung cho sáng kiến nào ạ?
    [team] Anh/chị muốn ghi đồng tác giả cho sáng kiến nào ạ?
   *[other] Anh/chị nói về sáng kiến nào ạ?
} Chọn số, hoặc gõ mã.
code-unknown = Em không tìm thấy { $code }. Anh/chị xem mã của mình bằng "của tôi".
not-yours = { $code } là của người khác nên anh/chị chưa thay đổi được; cần thì nhờ tác giả hoặc cán bộ công đoàn giúp ạ.
withdrawn = Đã hủy { $code } · { $title }
withdraw-why = { $code } đã đăng ký quá 10 phút. Anh/chị cho em lý do, ví dụ: "hủy { $code } vì gửi nhầm".
already-withdrawn = { $code } đã được hủy trước đó rồi ạ.
too-late-to-edit = { $code } đã được công nhận nên không sửa tên được nữa. Anh/chị nhờ cán bộ công đoàn giúp nhé.
too-late-to-withdraw = { $code } đã được công nhận nên không hủy ở đây được. Anh/chị nhờ cán bộ công đoàn giúp nhé.
add-what = Anh/chị viết nội dung cần bổ sung ngay sau mã, ví dụ: "bổ sung { $code } đã áp dụng ở 2 chuyền" hoặc "bổ sung { $code } làm lợi 50tr/năm".
added = Đã bổ sung vào { $code }.
added-benefit-stays = Làm lợi vẫn ghi { $benefit }; muốn đổi: "sửa { $code } làm lợi: …".
added-for-review = Đã bổ sung vào { $code } và chuyển lại để cán bộ xét.
supplement-ask = Ý này bổ sung vào { $code } phải không ạ?
supplement-settled = Trong lúc đó { $code } { $status ->
    [recognized] đã được công nhận
    [on_portal] đã lên cổng
    [refused] đã có kết quả: không được công nhận
   *[duplicate] được ghi là trùng sáng kiến khác
}.
supplement-words = Lời anh/chị viết: "{ $text }"
supplement-not = Dạ, em không ghi. Muốn đăng ký, anh/chị nhắn "đăng ký: tên sáng kiến"; xem thêm: "trợ giúp".
choice-no = Không phải
applied-which = { $why ->
    [no_such_day] Lịch không có ngày { $typed } ạ.
    [lunar] "{ $typed }" là ngày âm lịch nên em chưa tự đổi được ạ.
   *[vague] Em chưa rõ "{ $typed }" là ngày nào ạ.
} Anh/chị cho em ngày dương lịch bắt đầu áp dụng, ví dụ: "áp dụng từ 15/2".
applied-ahead = Ngày { $on } chưa tới nên em chưa ghi là ngày áp dụng lần đầu ạ. Nếu nhầm, anh/chị nhắn lại, ví dụ: "áp dụng từ 15/2".
edit-what = Anh/chị viết phần cần sửa ngay sau mã, ví dụ: "sửa { $code }: tên mới", "sửa { $code } làm lợi: 60tr/năm", "sửa { $code } lĩnh vực: An toàn", "sửa { $code } tác giả: Nguyễn Văn An".
amended-author = Tác giả: { $name }
amount-which = Số tiền này hiểu được hai cách: { $one } hay { $other }? Anh/chị gõ lại cho rõ, ví dụ: "{ $command } 3,8 tỷ". Em chưa ghi gì.
take-back-first = { $code } đã được công nhận. Anh/chị gõ "thu hồi công nhận { $code }" kèm lý do trước, rồi mới hủy được.
amended-no-benefit = Không còn ghi giá trị làm lợi.
edited = Đã sửa { $code } · { $title }

## Đăng ký hộ

behalf-told = { $who } vừa đăng ký hộ anh/chị <b>{ $code }</b> · { $title }. Bổ sung: "bổ sung { $code } …". Không phải của anh/chị: "không phải của tôi { $code }".
behalf-told-many = { $who } vừa đăng ký hộ anh/chị { $count } sáng kiến:
behalf-told-foot = Bổ sung: "bổ sung" kèm mã. Không phải của anh/chị: "không phải của tôi" kèm mã.
unclaimed = Có { $count } sáng kiến ghi tên anh/chị do người khác nộp hộ: { $list }. Đúng thì nhắn "đúng của tôi" (hoặc kèm mã nếu chỉ đúng một số).
owned = Em đã ghi anh/chị là tác giả của { $codes }.
own-none = Không có sáng kiến nào ghi đúng họ tên anh/chị trong đơn vị mà chưa có người nhận.
disowned = Em đã ghi { $code } không phải của anh/chị và báo lại người nộp hộ.
disowned-told = { $who } báo { $code } · { $title } không phải của mình. Sửa tên tác giả: "sửa { $code } tác giả: họ tên"; hủy: "hủy { $code }".
disown-not-named = { $code } không ghi tên anh/chị là tác giả.
disown-own = { $code } do chính anh/chị đăng ký. Muốn rút thì nhắn "hủy { $code }".
behalf-not-allowed = Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. Mỗi người tự nhắn em "đăng ký: tên sáng kiến"; ai không có máy riêng thì nhờ tổ hỗ trợ nộp giúp. Muốn nộp hộ, anh/chị nhờ cán bộ công đoàn mời mình vào tổ hỗ trợ ạ.
behalf-outside = { $unit } không thuộc đơn vị anh/chị phụ trách nên em chưa đăng ký hộ được.
behalf-title = Sáng kiến của { $name } tên là gì ạ?
behalf-how = Anh/chị viết "đăng ký hộ Nguyễn Văn A: tên sáng kiến", hoặc mỗi dòng một người: "1. Nguyễn Văn A - tên sáng kiến - 45tr".
behalf-why = { $why ->
    [short] tên sáng kiến quá ngắn
    [money] số tiền hiểu được hai cách, viết rõ giúp em (ví dụ "3,8 tỷ")
    [outside] đơn vị không thuộc đơn vị anh/chị phụ trách
    [unit] em chưa tìm thấy đơn vị ghi ở đó
   *[form] em chưa tách được họ tên và tên sáng kiến
}
behalf-failed = Chưa ghi được: { behalf-why }.
behalf-lines-failed = Dòng { $lines } chưa được: { behalf-why }.
behalf-resend = Anh/chị chỉ cần sửa và gửi lại dòng { $lines } giúp em.
behalf-whole-line = Anh/chị gửi lại cả dòng giúp em, ví dụ: "9. Nguyễn Văn A - tên sáng kiến - 3,5 triệu". Dòng chưa ghi mà không cần nữa thì thôi ạ; dòng đã ghi thì gõ "hủy" kèm mã.
behalf-where = Anh/chị bỏ phần ghi đơn vị, hoặc ghi mã một đơn vị mình phụ trách, rồi gửi lại giúp em.
behalf-known = Đã ghi từ trước: { $list }.
behalf-teams = Đồng tác giả (không ghi tỷ lệ thì em chia đều): { $list }. Chia khác: "đồng tác giả" kèm mã và các tỷ lệ.
behalf-teams-unclear = Chưa ghi đồng tác giả của { $list } vì chưa rõ họ tên hoặc phần của từng người. Anh/chị gõ "đồng tác giả" kèm mã, họ tên và tỷ lệ.
behalf-called = Em ghi tên như anh/chị gọi: { $list }. Hồ sơ cần đủ họ tên, anh/chị nhắn thêm là em sửa, ví dụ "Nguyễn Văn Tám".
behalf-twice = Dòng { $lines } trùng với dòng khác trong tin nên em chỉ ghi một lần.
behalf-too-many = Mỗi tin em nhận tối đa { $most } dòng: còn { $count } dòng, từ dòng { $first }, chưa được ghi. Anh/chị gửi tiếp giúp em.

## Xét sáng kiến

review-in-private = Anh/chị nhắn "duyệt" trong trò chuyện riêng với em nhé.
review-within = Riêng <b>{ $unit }</b>:
review-head = <b>{ $count }</b> hồ sơ chờ xét.
review-head-overdue = <b>{ $count }</b> hồ sơ chờ xét, { $overdue } quá hạn xét.
review-applied = Áp dụng lần đầu: { $on }
review-filed-late = Nộp sau hạn 1 năm kể từ ngày áp dụng lần đầu (hạn { $by }).
review-accepted = Tiếp nhận: { $on }
review-file-soon = ⏰ Chưa tiếp nhận; hạn nộp 1 năm đến { $by } (còn { $days } ngày).
review-overdue = ⏰ Quá hạn xét { $days } ngày (hạn 3 tháng, đến { $by }).
review-due-soon = Hạn xét: { $by } (còn { $days } ngày).
deadlines-head = ⏰ <b>{ $unit }</b> – hạn theo Điều lệ Sáng kiến:
deadlines-overdue = { $count } hồ sơ quá hạn xét 3 tháng
deadlines-soon = { $count } hồ sơ đến hạn xét trong 14 ngày
deadlines-file-soon = { $count } hồ sơ chưa tiếp nhận mà hạn nộp 1 năm còn dưới 30 ngày
deadlines-foot = Gõ "duyệt quá hạn" để xem hồ sơ quá hạn, "duyệt" để xem tất cả, cũ nhất trước.
file-soon-told = ⏰ <b>{ $code }</b> · { $title } còn thiếu thông tin. Hạn nộp (1 năm từ ngày áp dụng lần đầu) là { $by }; anh/chị bổ sung trước ngày đó: "bổ sung { $code } …".
review-title = <b>{ $code }</b> · { $title }
review-who = Tác giả: { $author } · { $unit } · gửi { $sent }
review-submitter = Người nộp hộ: { $name }
review-disowned = ⚠️ Người được ghi tên tác giả báo không phải của mình.
review-description = Mô tả: { $text }
review-benefit = Làm lợi: { $benefit }
review-sector = Lĩnh vực: { $sector }
review-evidence = Kèm theo: { $what ->
    [photos] { $photos } ảnh
    [documents] { $documents } tài liệu
   *[both] { $photos } ảnh, { $documents } tài liệu
}
review-missing = Còn thiếu: { $fields ->
    [description] mô tả
    [benefit] giá trị làm lợi
    [sector] lĩnh vực
    [description_benefit] mô tả, giá trị làm lợi
    [description_sector] mô tả, lĩnh vực
    [benefit_sector] giá trị làm lợi, lĩnh vực
   *[all] mô tả, giá trị làm lợi, lĩnh vực
}
review-alike = Giống: { $list }
review-series = Cùng người gửi còn { $count } hồ sơ gần giống: xem có phải một loạt không.
review-what = Anh/chị cần hỏi thêm gì về { $code }? Em gửi nguyên văn cho tác giả. ("quay lại" để xem lại hồ sơ)
review-why = Lý do từ chối { $code } là gì ạ? Em gửi nguyên văn cho tác giả. ("quay lại" để xem lại hồ sơ)
review-whether-words = { $verdict ->
    [refused] Từ chối { $code }, gửi { $to } nguyên văn lý do "{ $words }" chứ ạ?
   *[needs_more_info] Gửi { $to } nguyên văn "{ $words }" về { $code } chứ ạ?
}
choice-do-not-send = Không gửi
review-which = Em đang hỏi về { $code } ạ. Hồ sơ khác thì anh/chị ghi mã, ví dụ: "{ $verdict ->
    [refused] từ chối SK-000123 vì đã có nơi làm
   *[needs_more_info] hỏi thêm SK-000123 cho em xin số liệu
}".
review-unsent = Dạ, em chưa gửi gì cho tác giả { $code }.
review-unsent-kept = Em chưa gửi gì cho tác giả { $code }. Anh/chị xét tiếp thì trả lời 1–4 (lời gửi tác giả viết ngay sau số: "2 …"), hoặc gõ "tiếp" để xem lại hồ sơ.
review-agreed = Anh/chị công nhận { $code } phải không ạ? { $paper ->
    [none] Gõ "1" là em công nhận cấp cơ sở; cấp khác thì "1 cấp tỉnh".
   *[other] Gõ "1" là em ghi "{ $paper }".
} Chưa thì 2 hỏi thêm · 3 từ chối · 4 để sau.
review-again = Em chưa hiểu ạ. Với { $code }: 1 công nhận · 2 hỏi thêm · 3 từ chối · 4 để sau; viết lời ngay sau số được, ví dụ "2 cho em xin số liệu". Xem lại hồ sơ: "tiếp".
review-again-short = { $code }: anh/chị gõ số 1–4 để xét, "tiếp" để xem lại hồ sơ, hoặc "thôi" để dừng xét ạ.
review-kept = Anh/chị đang xét dở { $code }: trả lời 1–4, hoặc gõ "tiếp" để xem lại hồ sơ.
asked-back-head = { $count } hồ sơ chờ tác giả bổ sung, hỏi lâu nhất trước:
asked-back-line = <b>{ $code }</b> · { $title } · { $who }{ $unit } · hỏi { $on }{ $stated ->
    [yes] : "{ $words }"
   *[no] {""}
}
asked-back-none = Không có hồ sơ nào chờ tác giả bổ sung.
review-none-overdue = Không còn hồ sơ quá hạn nào; còn { $count } hồ sơ chờ xét. Gõ "duyệt" để xem.
review-none = Không còn hồ sơ nào chờ xét.
review-later = Còn { $count } hồ sơ để sau. Gõ "duyệt" để xem lại từ đầu.
choice-recognize = Công nhận
choice-ask-more = Hỏi thêm
choice-refuse = Từ chối
choice-later = Để sau
recognize-all-ask = Công nhận { $count } hồ sơ đang chờ xét: { $codes }?
accept-all-ask = Tiếp nhận { $count } hồ sơ đang chờ: { $codes }?
accept-all-none = Hồ sơ đang chờ đều đã được tiếp nhận.
choice-accept = Tiếp nhận
waits-none-of = Không có hồ sơ nào của { $author } đang chờ xét ở đơn vị anh/chị phụ trách.
accept-how = Anh/chị gõ kèm mã, ví dụ: "tiếp nhận SK-000010, 12-17 ngày 5/4". Không ghi ngày thì em ghi hôm nay.
accept-date-unread = Em chưa đọc được ngày tiếp nhận, ví dụ: "ngày 5/4/2026" (không sau hôm nay). Em chưa ghi hồ sơ nào.
recognize-how = Anh/chị gõ kèm mã, ví dụ: "công nhận SK-000010, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4". Xem lần lượt: "duyệt".
ask-more-how = Anh/chị gõ kèm mã và điều cần hỏi, ví dụ: "hỏi thêm SK-000012 cho em xin số liệu trước và sau".
refuse-how = Anh/chị gõ kèm mã và lý do, ví dụ: "từ chối SK-000012 trùng với SK-000003". Không có lý do thì em chưa từ chối được.
twins-info = Hồ sơ chờ xét giống hồ sơ khác thì em ghi "Giống: …" ngay trên màn hình "duyệt". So hai hồ sơ: "SK-4 có trùng SK-3 không"; cùng một sáng kiến thì gõ "gộp SK-4 vào SK-3".
merge-how = Anh/chị gõ hai mã khác nhau, ví dụ: "gộp SK-000013 vào SK-000003". SK-000013 thôi tính, SK-000003 giữ nguyên.
merge-into-gone = { $code } đã rút, bị từ chối hoặc đã gộp nên em chưa gộp vào đó được.
split-how = Mỗi mã là một sáng kiến nên em không tách được. Anh/chị sửa tên phần giữ lại: "sửa { $code }: tên mới"; phần còn lại thì "đăng ký hộ { $author }: tên sáng kiến".
portal-how = Anh/chị gõ kèm mã và mã trên cổng, ví dụ: "lên cổng SK-000010 CP-889123, SK-000011 CP-889124".
portal-unread = Em chưa đọc được: "{ $typed }".
codes-too-many = Mỗi lần em nhận tối đa { $most } mã, anh/chị chia nhỏ giúp em.
words-too-long = Nội dung dài { $length } ký tự, em chỉ nhận tối đa { $most }.
decision-scope-unread = Cấp công nhận em ghi được là cơ sở, tỉnh hoặc toàn quốc, ví dụ: "công nhận SK-000012 cấp tỉnh". Em chưa công nhận sáng kiến nào.
restate-how = Anh/chị gõ kèm cấp, số hoặc ngày quyết định đúng, ví dụ: "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4".
decision-date-unread = Em chưa đọc được ngày quyết định, ví dụ: "ngày 5/4/2026". Em chưa công nhận sáng kiến nào.
judged-accepted = Đã tiếp nhận { $count } hồ sơ: { $codes }
accepted-on = Ngày tiếp nhận: { $on }
judged-told-in-group = Tác giả và người nộp của { $codes } chưa nhắn riêng cho em, nên em chỉ báo vào nhóm là có tin, không kèm nội dung.
judged-untold = Em chưa nhắn được tác giả và người nộp của { $codes } (họ chưa nhắn riêng cho em); anh/chị báo trực tiếp giúp em.
judged-recognized = Đã công nhận { $count } sáng kiến: { $codes }
judged-restated = Đã ghi lại việc công nhận { $count } sáng kiến: { $codes }
judged-asked = Đã hỏi thêm về { $codes }
judged-refused = Đã từ chối { $count } sáng kiến: { $codes }
judged-sent = Đã gửi { $to }: "{ $words }"
judged-sent-many = Đã gửi { $to } và { $others } người khác: "{ $words }"
judged-duplicate = Đã gộp { $count } sáng kiến vào { $into }, không tính riêng nữa: { $codes }. Nhầm thì gõ "thu hồi" kèm mã và lý do.
judged-see-all = Xem đủ: "tổng hợp hôm nay chi tiết { $what ->
    [on_portal] lên cổng
   *[recognized] công nhận
}".
judged-on-portal = Đã ghi { $count } sáng kiến lên cổng: { $codes }
not-judged = Chưa được: { $codes } ({ $why ->
    [unknown] không có mã này
    [outside] không thuộc đơn vị anh/chị phụ trách
    [no_code] thiếu mã trên cổng
    [same_code] trùng mã trên cổng với sáng kiến khác
    [same_paper] đã ghi đúng như vậy
    [registered] chưa được công nhận
    [under_review] chưa được công nhận
    [needs_more_info] đang chờ bổ sung
    [recognized] đã công nhận
    [on_portal] đã lên cổng
    [refused] đã từ chối
    [withdrawn] đã rút
   *[duplicate] trùng sáng kiến khác
})
take-back-how = Anh/chị gõ kèm mã và lý do, ví dụ: "thu hồi công nhận SK-000012 lý do ghi nhầm mã". Cũng vậy: "thu hồi từ chối", "thu hồi lên cổng". Lịch nhắc: "bỏ NH-3"; chỉ tiêu đã giao: "chỉ tiêu KCN bỏ".
undo-asked = Câu hỏi về { $code } đã gửi tác giả nên em không rút lại được. Cần đính chính: "hỏi thêm { $code } …"; không cần hỏi nữa thì xét luôn: "duyệt { $code }".
undo-which = Anh/chị vừa { take-back-name } { $count } sáng kiến nên em chưa thu hồi ngay. Thu hồi tất cả thì gõ: "thu hồi { $back ->
    [recognized] công nhận
    [refused] từ chối
    [duplicate] gộp
   *[on_portal] lên cổng
} { $codes } lý do ghi nhầm"; chỉ nhầm cái nào thì gõ mã cái đó.
take-back-name = { $back ->
    [recognized] công nhận
    [refused] từ chối
    [duplicate] gộp
   *[on_portal] ghi lên cổng
}
taken-back = Đã thu hồi việc { take-back-name } { $count } sáng kiến: { $codes }. { $back ->
    [on_portal] Hồ sơ trở lại đã công nhận.
   *[other] Hồ sơ trở lại chờ xét.
}
not-taken-back = Chưa được: { $codes } ({ $why ->
    [unknown] không có mã này
    [outside] không thuộc đơn vị anh/chị phụ trách
    [recognized] đang là đã công nhận
    [refused] đang là đã từ chối
    [duplicate] đang là trùng lặp
    [on_portal] đã lên cổng, cần "thu hồi lên cổng" trước
    [withdrawn] tác giả đã rút, đăng ký lại thì mới có hồ sơ
   *[undecided] chưa có kết quả để thu hồi
})
ask-first-take-back = Thu hồi việc { take-back-name } { $codes } ạ? Em gửi tác giả lý do "{ $reason }"; lý do khác thì gõ "thu hồi" kèm mã và lý do.
ask-first-withdraw = Rút { $code } theo đề nghị của tác giả ạ? Hồ sơ thôi tính từ lúc này.
ask-first-refuse = Từ chối { $code } ạ? Em gửi tác giả lý do: "{ $words }".
ask-first-recognize = Công nhận { $code } { $scope ->
    [tinh] cấp tỉnh
    [toan_quoc] cấp toàn quốc
   *[co_so] cấp cơ sở
} ạ?
ask-first-merge = { $code } là một với { $into } ạ? Em gộp { $code } vào { $into }: { $code } thôi tính, { $into } giữ nguyên.
choice-do-it = Đúng, làm đi
move-ask = Chuyển { $codes } từ { $from } sang { $to } ạ? Số liệu hai đơn vị đổi từ hôm nay.
move-where = Chuyển sang đơn vị nào ạ? Anh/chị gõ "chuyển { $code } sang" kèm tên đơn vị.
move-done = Đã chuyển { $count } sáng kiến sang { $to }: { $codes }. Từ hôm nay tính cho đơn vị đó.
move-not-yours = { $unit } không thuộc đơn vị anh/chị phụ trách nên em chưa chuyển được; việc này cán bộ cấp trên của cả hai đơn vị làm.
not-moved = Chưa chuyển được: { $codes } ({ $why ->
    [unknown] không có mã này
    [outside] không thuộc đơn vị anh/chị phụ trách
    [there] đang ở đúng đơn vị đó rồi
   *[gone] đã rút hoặc đã gộp nên không tính ở đâu
})
told-moved = { $codes } đã chuyển sang { $to }, từ hôm nay tính cho đơn vị đó. Chưa đúng thì anh/chị nhắn cán bộ công đoàn giúp em.
choice-move = Chuyển
told-taken-back = Việc { take-back-name } { $codes } đã được thu hồi. Lý do: { $reason }
recognition-scope = { $scope ->
    [tinh] Cấp tỉnh
    [toan_quoc] Cấp toàn quốc
   *[co_so] Cấp cơ sở
}
decision-number = Quyết định { $number }
decision-whole = Quyết định { $number } ngày { $date }
decision-date = Ngày quyết định: { $date }
told-recognized = 🎉 { $codes } của anh/chị đã được công nhận { $scope ->
    [tinh] cấp tỉnh
    [toan_quoc] cấp toàn quốc
   *[co_so] cấp cơ sở
}.
told-recognized-for = 🎉 Sáng kiến anh/chị nộp hộ đã được công nhận { $scope ->
    [tinh] cấp tỉnh
    [toan_quoc] cấp toàn quốc
   *[co_so] cấp cơ sở
}: { $codes }.
told-restated = Việc công nhận { $codes } được ghi lại:
told-needs-more = { $codes } cần bổ sung: "{ $words }". Trả lời: "bổ sung { $code } …"
told-refused = { $codes } chưa được công nhận. Lý do: { $words }
told-duplicate = { $codes } được ghi là trùng { $into } nên gộp vào đó, không tính riêng. Nếu là hai việc khác nhau, anh/chị trao đổi với cán bộ công đoàn giúp em.
told-on-portal = { $codes } của anh/chị đã lên cổng.
told-on-portal-for = Sáng kiến anh/chị nộp hộ đã lên cổng: { $codes }.
told-accepted = { $codes } đã được tiếp nhận ngày { $on }.
told-group = { $what ->
    [accepted] 📥 { $codes } đã được tiếp nhận hồ sơ.
    [recognized] 🎉 { $codes } đã được công nhận.
    [needs_more_info] { $codes } cần bổ sung.
    [on_portal] { $codes } đã lên cổng.
    [moved] { $codes } đã chuyển sang đơn vị khác.
   *[other] { $codes } có kết quả xét mới.
} Tác giả nhắn riêng cho em mã sáng kiến để xem.
told-title-due = <b>{ $code }</b> · { $title } · trả lời trước { $by }
told-title = <b>{ $code }</b> · { $title }
told-title-portal = <b>{ $code }</b> · { $title } · mã trên cổng { $portal }

## Xuất tệp và đưa lên cổng

export-how = Anh/chị muốn xuất gì ạ? "xuất sáng kiến", "xuất tổng hợp tuần" (tháng, giai đoạn; thêm "chi tiết công nhận" để lấy từng hồ sơ) hoặc "xuất cổng" (đã công nhận, chưa lên cổng). Thêm tên đơn vị nếu chỉ cần một đơn vị, thêm "csv" nếu cần CSV.
export-in-private = Danh sách có tên người, anh/chị nhắn riêng cho em để lấy nhé.
export-nothing = { $what ->
    [portal] Không có sáng kiến nào đã công nhận mà chưa lên cổng: { $unit }.
    [tally] Kỳ này của { $unit } chưa có số liệu.
    [recognized] Kỳ này { $unit } chưa có sáng kiến nào được công nhận.
   *[initiatives] Chưa có sáng kiến nào: { $unit }.
}
export-too-many = Có { $count } sáng kiến, mỗi tệp em chỉ gửi được { $most }. Anh/chị xuất từng đơn vị, ví dụ: "xuất sáng kiến CĐCS Công ty May TNG".
export-initiatives = { $what ->
    [portal] { $count } sáng kiến đã công nhận, chưa lên cổng
   *[initiatives] { $count } sáng kiến
} của { $unit }
export-recognized = { $count } sáng kiến được công nhận của { $unit }, { $span }: tác giả, cấp, quyết định, giá trị làm lợi
export-details = { $count } hồ sơ tính vào số "{ export-records }" của { $unit }, { $span }
export-only-sheets = Em xuất được Excel và CSV; cần Word hay PDF thì anh/chị mở tệp rồi lưu lại giúp em.
export-scores = Điểm thi đua các đơn vị, { $unit }, { $period }: điểm, cách tính và từng hồ sơ được tính.
export-tally = Tổng hợp { $period ->
    [month] tháng
    [phase] giai đoạn
    [campaign] cả chương trình
    [peak] đợt cao điểm
    [dates] kết quả
   *[week] tuần
} của { $unit }, { $span }, kèm phụ lục theo đơn vị và lĩnh vực
export-field = { $field ->
    [code] Mã sáng kiến
    [title] Tên sáng kiến
    [author] Tác giả
    [co_authors] Đồng tác giả
    [unit] Đơn vị
    [unit_code] Mã đơn vị
    [sector] Lĩnh vực
    [description] Mô tả
    [first_applied_on] Ngày áp dụng lần đầu
    [benefit] Giá trị làm lợi
    [benefit_vnd] Làm lợi (đồng)
    [registered_on] Ngày đăng ký
    [recognized_on] Ngày công nhận
    [scope] Cấp công nhận
    [decision] Số quyết định
    [decided_on] Ngày quyết định
    [on_portal_on] Ngày lên cổng
    [portal_code] Mã cổng
    [status] Trạng thái
   *[submitter] Người nộp hộ
}
export-word = { $word ->
    [co_so] Cơ sở
    [tinh] Tỉnh
    [toan_quoc] Toàn quốc
    [registered] Đã đăng ký
    [under_review] Chờ xét
    [needs_more_info] Cần bổ sung
    [recognized] Đã công nhận
    [on_portal] Đã lên cổng
    [refused] Từ chối
    [withdrawn] Đã rút
   *[duplicate] Trùng
}
export-sheet = { $sheet ->
    [initiatives] Sáng kiến
    [portal] Chờ lên cổng
    [recognized] Đã công nhận
    [summary] Tổng hợp
    [ranking] Xếp hạng
    [units] Theo đơn vị
    [sectors] Theo lĩnh vực
    [scores] Điểm thi đua
    [score_basis] Cách tính
    [score_records] Hồ sơ được tính
   *[annex] Phụ lục
}
export-column = { $column ->
    [part] Phụ lục
    [what] Nội dung
    [campaign] Chương trình
    [total] Lũy kế
    [delta] Trong kỳ
    [unit] Đơn vị
    [from] Từ
    [to] Đến
    [code] Mã đơn vị
    [name] Tên
    [rank] Xếp thứ
    [rank_change] Tăng bậc
    [registered] Đã đăng ký
    [registered_delta] Đăng ký trong kỳ
    [recognized] Đã công nhận
    [recognized_delta] Công nhận trong kỳ
    [on_portal] Đã lên cổng
    [on_portal_delta] Lên cổng trong kỳ
    [target] Chỉ tiêu giao
    [achieved] Đạt (%)
    [remaining] Còn lại
    [per_day] Cần mỗi ngày
    [benefit] Làm lợi (đồng)
    [unconverted] Chưa quy đổi được
    [counted_at] Lúc được tính
    [change] Thêm/bớt
    [reason] Lý do
    [cluster] Cụm, khối
    [score_total] Tổng điểm
    [grade] Xếp loại
    [item] Mục
    [criterion] Tiêu chí
    [points] Điểm
    [most] Tối đa
    [basis] Vì sao
   *[corrections] Điều chỉnh giảm
}
export-records = { $kind ->
    [registered] Đăng ký
    [recognized] Công nhận
    [onPortal] Lên cổng
   *[corrections] Điều chỉnh
}
export-no-sector = (chưa ghi)
form-not-standing = { $status ->
    [withdrawn] { $code } đã hủy nên không còn đơn để in ạ. Muốn nộp lại thì anh/chị nhắn "đăng ký: tên sáng kiến".
   *[duplicate] { $code } đã gộp vào sáng kiến khác, anh/chị lấy đơn của sáng kiến đó giúp em. Xem mã: "{ $code }".
}
form-made = Đơn yêu cầu công nhận sáng kiến { $code } (tệp Word): anh/chị điền nốt chỗ còn trống, in ra rồi ký.
form-not-yours = Đơn của { $code } chỉ người đăng ký, tác giả và cán bộ của đơn vị đó lấy được.
form-in-private = Trong đơn có tên người, anh/chị nhắn riêng cho em để lấy nhé.
card-how = Anh/chị gõ kèm mã, ví dụ: "thẻ SK-000123". Em soạn sẵn từng dòng để chép lên cổng.
card-line = { export-field }: { $value }
card-word = { export-field }: { export-word }
card-not-yet = (Trạng thái: { export-word })

## Ảnh, tài liệu và danh sách gửi cho bot

file-for-what = Em giữ giúp anh/chị. Sáng kiến nào ạ? Anh/chị nhắn mã, ví dụ "SK-000123"; chưa đăng ký thì nhắn "đăng ký: tên sáng kiến", em gắn vào luôn.
file-for-which = Anh/chị gửi cho sáng kiến nào ạ? Chọn số hoặc gõ mã; sáng kiến mới thì nhắn "đăng ký: tên sáng kiến", em gắn vào luôn.
file-waits = Em giữ lại, đăng ký xong em gắn vào sáng kiến này.
photos-added = Đã thêm { $count } ảnh vào { $code }.
documents-added = Đã thêm { $count } tài liệu vào { $code }.
photos-dropped = Đã bỏ { $count } ảnh vừa gửi khỏi { $code }.
documents-dropped = Đã bỏ { $count } tệp vừa gửi khỏi { $code }.
files-none = Em không thấy ảnh hay tệp nào anh/chị đã gửi để bỏ ạ.
files-known = { $count } tệp vừa gửi đã có sẵn trong { $code }, em không thêm nữa.
files-too-many = Mỗi sáng kiến em giữ tối đa { $most } tệp; phần sau của { $code } em chưa nhận.
file-problem = { $why ->
    [too_large] Tệp lớn quá 5 MB nên em chưa nhận. Anh/chị nén hoặc chia nhỏ giúp em.
    [wrong_type] Em chỉ nhận ảnh (JPEG, PNG, WebP), PDF, Word, Excel (.xlsx) và CSV không có macro.
    [too_many_rows] Danh sách có quá { $most } dòng, anh/chị chia thành nhiều tệp giúp em.
    [damaged] Em chưa mở được tệp này, có lẽ nó hỏng khi gửi. Anh/chị gửi lại ảnh hoặc tệp đó giúp em.
    [lost_letters] Tệp CSV này đã mất dấu tiếng Việt (thành dấu ?) nên em chưa ghi gì. Anh/chị lưu lại dạng .xlsx hoặc CSV UTF-8 rồi gửi giúp em.
    [unreadable] Em chưa mở được tệp này. Anh/chị mở bằng Excel rồi lưu lại dạng .xlsx hoặc CSV UTF-8.
   *[gone] Em chưa tải được tệp từ nền tảng, anh/chị gửi lại giúp em.
}
list-how = Em cần một dòng tiêu đề có "Tên sáng kiến" và "Tác giả" (thêm được: Đơn vị, Lĩnh vực, Mô tả, Giá trị làm lợi). Danh sách tải từ cổng cần thêm cột "Mã cổng".
list-consent-first = Trước khi nhận danh sách, em cần anh/chị đồng ý để em lưu thông tin; đồng ý rồi anh/chị gửi lại tệp giúp em.
portal-list-how = Danh sách của cổng cần có cột "Mã cổng" và "Tên sáng kiến" (nên có thêm Tác giả, Đơn vị).
portal-compared = Đối chiếu { $rows } dòng của cổng: khớp { $same }, khác nhau { $different }.
portal-unit = { $unit }:
portal-difference = { $kind ->
    [only_here] • { $code } đã ghi lên cổng nhưng danh sách không có: { $here }
    [only_there] • Dòng { $line } có trên cổng nhưng ở đây không có: { $there } ({ $code })
    [title] • { $code } khác tên. Ở đây: { $here }. Trên cổng: { $there }
    [author] • { $code } khác tác giả. Ở đây: { $here }. Trên cổng: { $there }
    [code] • { $code } khác mã cổng. Ở đây: { $here }. Trên cổng: { $there }
    [not_recognized] • { $code } có trên cổng nhưng ở đây chưa công nhận: { $here }
   *[code_twice] • Dòng { $line } trùng với dòng khác của danh sách: { $there } ({ $code })
}
portal-only-here = • { $count } hồ sơ đã ghi lên cổng nhưng danh sách không có: { $codes }{ $rest ->
    [none] {""}
   *[some] {" "}… và { $more } hồ sơ khác
}
portal-more = … và { $count } dòng nữa. Gửi lại danh sách bất cứ lúc nào để đối chiếu tiếp.

## Dữ liệu của tôi

my-data-in-private = Việc này anh/chị nhắn riêng cho em nhé, để người khác trong nhóm không thấy.
my-data-none = Em chưa lưu thông tin nào của anh/chị.
my-data-none-request = Nếu có hồ sơ do người khác nộp ghi tên anh/chị, hoặc cần việc khác về dữ liệu, anh/chị nhắn "yêu cầu dữ liệu" kèm nội dung.
my-data-menu = Anh/chị muốn làm gì với dữ liệu của mình?
choice-my-data-see = Xem
choice-my-data-download = Tải về
choice-my-data-correct = Sửa
choice-my-data-erase = Rút đồng ý và xóa
choice-my-data-request = Yêu cầu khác (gửi người phụ trách)
my-data-name = Họ tên: { $name }
my-data-unit = Đơn vị: { $unit }
my-data-account = Tài khoản { $channel }: { $name } (từ { $since })
my-data-initiatives = Sáng kiến của anh/chị: { $own }; nộp hộ người khác: { $others } (xem: "của tôi")
my-data-co-authored = Đồng tác giả: { $count } sáng kiến
my-data-role = Vai trò: { $role ->
    [admin] quản trị
    [officer] cán bộ
   *[support] tổ hỗ trợ
} của { $unit }
my-data-agreed = Đồng ý lưu hồ sơ: ngày { $on }
my-data-request = Yêu cầu đang chờ trả lời: { $code } (hạn { $due })
my-data-naming = Nêu tên trong tin tổng hợp, vinh danh đăng nhóm: { $state ->
    [on] có
   *[off] không
}
my-data-reminders = Nhắn nhắc riêng: { $state ->
    [on] có
   *[off] không
}
my-data-file-text = Đây là bản để đọc.
my-data-file-json = Đây là bản cho phần mềm khác đọc (JSON).
document-link = { $address } (tải được trong { $hours } giờ)
document-no-way = Ở đây em chưa gửi được tệp. Anh/chị nhờ người quản trị hệ thống xuất giúp nhé.
my-data-file-head = DỮ LIỆU CÁ NHÂN ĐANG LƯU
my-data-file-consent = { $at } · { $granted ->
    [true] đồng ý
   *[false] không đồng ý
} { $purpose ->
    [records] lưu hồ sơ
    [naming] nêu tên trong tin tổng hợp, vinh danh đăng nhóm
   *[reminders] nhắn riêng để nhắc việc
} (bản { $version }, qua { $channel })
my-data-file-initiative = { $code } · { $title } · đăng ký { $at }
my-data-file-author = Tác giả: { $author } · { $unit }
my-data-file-co-author = Đồng tác giả: { $code } · { $title } · { $state ->
    [accepted] đóng góp { $share }
    [wants] chờ tác giả đồng ý
    [named] chờ anh/chị xác nhận
    [declined] không đồng ý
   *[withdrawn] đã rút
}
my-data-file-team = Đồng tác giả: { $list }
my-data-file-original = Tin đã gửi: { $text }
my-data-file-request = Yêu cầu { $code } ngày { $at }, hạn trả lời { $due }: { request-kind }
my-data-file-answer = Trả lời ngày { $at }: { $words }
my-data-file-actions = Thao tác đã ghi trong nhật ký: { $count } (xem chi tiết trong bản JSON)
my-data-correct = Anh/chị muốn sửa gì?
choice-my-data-name = Họ tên
choice-my-data-unit = Đơn vị
choice-naming = { $state ->
    [on] Thôi nêu tên tôi trong tin tổng hợp, vinh danh đăng nhóm
   *[off] Cho nêu tên tôi trong tin tổng hợp, vinh danh đăng nhóm
}
choice-reminders = { $state ->
    [on] Thôi nhắn riêng để nhắc việc
   *[off] Cho nhắn riêng để nhắc việc
}
choice-other-account = Liên kết tài khoản khác của tôi (Zalo, Telegram)
other-account-code = Từ tài khoản kia, anh/chị nhắn riêng cho em: "mã { $code }" (trước { $until }, dùng một lần). Không đưa mã này cho ai.
other-account-joined = Đã liên kết: tài khoản này và tài khoản kia của anh/chị là một người.
other-account-known = Tài khoản này đã là của anh/chị rồi ạ.
naming-turned = { $state ->
    [on] Từ giờ em được nêu tên anh/chị trong tin tổng hợp, vinh danh đăng nhóm.
   *[off] Từ giờ em không nêu tên anh/chị trong tin tổng hợp, vinh danh đăng nhóm nữa.
}
reminders-turned = { $state ->
    [on] Từ giờ em được nhắn riêng anh/chị để nhắc việc.
   *[off] Từ giờ em không nhắn riêng anh/chị để nhắc việc nữa.
}
my-data-name-ask = Anh/chị gõ đúng họ tên của mình giúp em, ví dụ: Nguyễn Văn An.
my-data-name-doubted = "{ $name }" là họ tên của anh/chị phải không ạ? Không phải thì anh/chị gõ lại giúp em.
my-data-renamed = Đã sửa họ tên thành { $name }, cả trong các sáng kiến của anh/chị.
my-data-moved = Đã sửa đơn vị thành { $unit }. Sáng kiến đã đăng ký vẫn tính cho đơn vị cũ; ghi nhầm đơn vị thì anh/chị hủy rồi gửi lại giúp em.
my-data-moved-role = Vai trò của anh/chị ở { $units } vẫn giữ nguyên. Nếu thôi phụ trách, anh/chị gõ "bàn giao" để trao cho người khác, hoặc "vai trò" để trả lại.
my-data-erase = Sẽ xóa họ tên, tài khoản và nháp; { $count } sáng kiến giữ lại không tên để số liệu không đổi. Gõ "xóa" để xác nhận.
my-data-erase-none = Sẽ xóa họ tên, tài khoản và nháp. Gõ "xóa" để xác nhận.
my-data-erase-role = Vai trò cán bộ hoặc tổ hỗ trợ của anh/chị cũng kết thúc.
my-data-last-admin = Anh/chị là quản trị duy nhất của { $unit } nên em chưa xóa được. Anh/chị gõ "bàn giao" hoặc "mời quản trị" để có người thay trước, rồi nhắn lại em.
my-data-erase-again = Anh/chị gõ "xóa" để xác nhận, hoặc "hủy" để giữ lại.
my-data-erased = Em đã xóa họ tên, tài khoản và nháp của anh/chị. Các tin trong khung chat này do nền tảng giữ, anh/chị tự xóa nếu muốn. Khi nào cần, anh/chị nhắn "đăng ký" để bắt đầu lại.

## Yêu cầu về dữ liệu cá nhân

request-kind = { $kind ->
    [restrict] Tạm ngừng dùng dữ liệu của tôi
    [object] Phản đối một việc dùng dữ liệu của tôi
    [correct] Sửa hoặc xóa điều tôi không tự làm được
   *[other] Hỏi, khiếu nại, việc khác
}
request-which = Anh/chị muốn yêu cầu việc gì ạ?
request-words = Anh/chị viết rõ yêu cầu giúp em, ví dụ: "Bỏ tên tôi khỏi hồ sơ SK-000012".
request-kept = Em đã ghi yêu cầu <b>{ $code }</b> và báo cán bộ phụ trách. Hạn trả lời: { $due }; được gia hạn một lần, tối đa { $more } ngày, và em sẽ báo lý do. Câu trả lời sẽ gửi tại đây.
request-too-many = Anh/chị đang có { $most } yêu cầu chờ trả lời. Có trả lời rồi anh/chị gửi tiếp giúp em.
requests-none = Không có yêu cầu nào về dữ liệu cá nhân đang chờ.
requests-head = <b>{ $count }</b> yêu cầu về dữ liệu cá nhân đang chờ:
request-line = <b>{ $code }</b> · { $kind ->
    [restrict] tạm ngừng dùng dữ liệu
    [object] phản đối
    [correct] sửa, xóa
   *[other] hỏi, khiếu nại
} · { $unit } · { $when ->
    [late] ⏰ quá hạn { $days } ngày (hạn { $due })
    [soon] ⏰ hạn { $due }, còn { $days } ngày
   *[open] hạn { $due }
}
requests-foot = Xem: "yêu cầu YC-1". Trả lời: "trả lời YC-1 nội dung". Cần thêm thời gian: "gia hạn YC-1 lý do".
request-see = Yêu cầu về dữ liệu cá nhân. Xem và trả lời: "yêu cầu { $code }".
request-from = Người gửi: { $name }
request-how = Trả lời: "trả lời { $code } nội dung". Gia hạn một lần, thêm { $more } ngày: "gia hạn { $code } lý do".
request-how-again = Trả lời: "trả lời { $code } nội dung". Đã gia hạn { $more } ngày, không gia hạn thêm được.
request-unknown = Em không thấy yêu cầu { $code } trong đơn vị anh/chị phụ trách.
request-closed = Yêu cầu { $code } đã xong.
request-answer-how = Anh/chị gõ kèm mã và câu trả lời, ví dụ: "trả lời YC-1 Đã bỏ tên khỏi hồ sơ".
request-answered = Đã gửi { $name } trả lời { $code }: "{ $words }"
request-answered-unsent = Đã ghi trả lời { $code }, nhưng em không còn địa chỉ để gửi. Anh/chị báo trực tiếp cho { $name } giúp em.
request-told = Trả lời yêu cầu { $code } của anh/chị: { $words }
request-extend-how = Anh/chị gõ kèm mã và lý do, ví dụ: "gia hạn YC-1 cần hỏi CĐCS".
request-extended = Đã gia hạn { $code } đến { $due } và báo { $name }: "{ $words }"
request-extended-unsent = Đã gia hạn { $code } đến { $due }, nhưng em không còn địa chỉ để báo. Anh/chị báo trực tiếp cho { $name } giúp em.
request-extended-told = Yêu cầu { $code } của anh/chị được gia hạn đến { $due }. Lý do: { $words }
request-extended-before = Yêu cầu này đã gia hạn một lần, không gia hạn thêm được.
request-extend-late = Yêu cầu này đã quá hạn nên không gia hạn được. Anh/chị trả lời ngay giúp em.

## Vai trò và nhóm

claim-in-private = Mã chỉ dùng trong trò chuyện riêng với em. Mã vừa gửi ở nhóm coi như đã lộ, anh/chị xin mã khác nhé.
claim-what = Anh/chị gõ mã ngay sau chữ "mã", ví dụ: "mã 7F3K-9QXM-2WTA-HC4E".
claim-own = Đây là mã bàn giao của chính anh/chị. Anh/chị gửi mã cho người nhận vai trò giúp em.
claim-unknown = Mã này không đúng, đã dùng hoặc đã hết hạn. Anh/chị xin lại mã mới giúp em.
claim-too-early = Mã này đúng, nhưng em chưa có danh sách đơn vị nào. Người cài đặt chạy trên máy chủ "npm run cli -- units import FILE.csv", xong anh/chị gửi lại mã giúp em.
claim-too-often = Anh/chị đã gõ sai mã nhiều lần. Sau 15 phút anh/chị thử lại giúp em.
claimed-admin = Xin chào { $name }, anh/chị là quản trị của { $unit }. Vào nhóm công đoàn gõ "liên kết" kèm tên đơn vị để em bắt đầu.
claimed-officer = Xin chào { $name }, anh/chị là cán bộ phụ trách của { $unit }. Việc đầu tiên: thêm em vào nhóm của đơn vị rồi gõ "liên kết { $unit }" trong nhóm. Hồ sơ chờ xét: "duyệt"; các việc khác: "trợ giúp".
claimed-officer-link = Trên Telegram chỉ cần bấm rồi chọn nhóm: { $link }
claimed-support = Xin chào { $name }, anh/chị thuộc tổ hỗ trợ sáng kiến của { $unit }. Gõ "trợ giúp" để xem em làm được gì.
officers-only = Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
invite-in-private = Anh/chị nhắn lệnh mời trong trò chuyện riêng với em, để mã không lộ ra nhóm.
invite-how = Anh/chị gõ: "mời cán bộ" hoặc "mời hỗ trợ" kèm tên đơn vị, ví dụ "mời hỗ trợ CĐCS Công ty May TNG".
invite-of-which = { $name } là { $role ->
    [support] tổ hỗ trợ
    [admin] quản trị
   *[officer] cán bộ
} của đơn vị nào ạ? Anh/chị gõ "mời { $role ->
    [support] hỗ trợ
    [admin] quản trị
   *[officer] cán bộ
}" kèm tên đơn vị: em đưa mã dùng một lần để gửi { $name }.
invite-which-unit = Em chưa rõ đơn vị "{ $typed }". Anh/chị gõ mã hoặc tên đầy đủ của đơn vị giúp em.
invite-admins-only = Chỉ quản trị của { $unit } mới mời được quản trị khác.
invite-not-allowed = Anh/chị không phụ trách { $unit } nên chưa mời được.
invited =
    Mã mời { $role ->
        [admin] quản trị
        [officer] cán bộ
       *[support] tổ hỗ trợ
    } của { $unit }, dùng một lần, đến hết { $until }:
    <b>{ $code }</b>
    Người được mời nhắn riêng cho em: "mã { $code }"
invited-link = Người được mời có Telegram thì chỉ cần bấm: { $link }
entrance = Mời mọi người gửi sáng kiến về { $unit }: bấm { $link } hoặc quét mã trong ảnh, rồi nhắn tên sáng kiến. Không cần mẫu, không cần lập tài khoản.
entrance-for-all = Mời mọi người gửi sáng kiến về { $unit }: bấm { $link } hoặc quét mã trong ảnh, rồi nhắn "đăng ký: tên sáng kiến". Không cần mẫu, không cần lập tài khoản.
entrance-by-code = Mời mọi người gửi sáng kiến về { $unit }: bấm { $link } hoặc quét mã trong ảnh, rồi nhắn "đăng ký: tên sáng kiến". Em hỏi đơn vị thì trả lời { $code }.
entrance-unknown = Em chưa có đường dẫn của bot ở đây. Anh/chị cho mọi người tìm đúng tên bot này rồi nhắn "đăng ký" giúp em ạ.
entrance-hello = Dạ em chào anh/chị. Em nhận sáng kiến của { $unit }, chỉ cần anh/chị đồng ý điều dưới đây là mình bắt đầu ngay ạ.
poster-title = Gửi sáng kiến
poster-scan = Quét mã bằng điện thoại, mở trò chuyện
poster-write = Nhắn tên sáng kiến
poster-code = Nhận mã số sáng kiến ngay
poster-foot = Trợ lý Sáng kiến · không cần mẫu, không cần lập tài khoản
poster-alt = Tờ mời gửi sáng kiến về { $unit }: mã QR mở { $link }.
link-in-group = Anh/chị gõ lệnh này trong nhóm cần liên kết giúp em.
link-officers-only = Chỉ cán bộ của đơn vị mới liên kết được nhóm. Anh/chị nhờ cán bộ công đoàn gõ giúp nhé.
link-not-yours = Anh/chị không phụ trách { $unit } nên chưa liên kết được nhóm này.
link-how = Anh/chị gõ "liên kết" kèm tên hoặc mã đơn vị, ví dụ "liên kết CĐCS Công ty May TNG".
link-confirm = Nhóm này của: <b>{ $unit }</b> (mã { $code }), thuộc { $parent }. Đúng không ạ?
link-confirm-root = Nhóm này của: <b>{ $unit }</b> (mã { $code }). Đúng không ạ?
link-again = Nhóm này của { $unit }, đúng không ạ?
linked = Đã liên kết nhóm với <b>{ $unit }</b>. Từ nay mọi người nhắn "đăng ký: tên sáng kiến" là được tính cho đơn vị.
link-taken = Nhóm này đang của { $unit }, anh/chị không phụ trách đơn vị đó nên chưa đổi được.
choice-right = Đúng
choice-both = Đổi cả hai
choice-take-back = Lấy lại
choice-stop = Thôi
day-unread = Em chưa đọc được ngày "{ $typed }". Anh/chị viết như "1/7/2026" giúp em.
choice-again = Chọn lại

## Bàn làm việc của cán bộ

desk-in-private = Việc này anh/chị nhắn riêng cho em nhé.
unit-outside = { $unit } không thuộc đơn vị anh/chị phụ trách.
page-of = Trang { $page }/{ $pages }. Xem tiếp: thêm "trang { $next }" vào cuối câu.
page-last = Trang { $page }/{ $pages }.
page-none = Không có trang này.

groups-none = Chưa có nhóm nào được liên kết. Trong nhóm, anh/chị gõ "liên kết" kèm tên đơn vị.
groupless-head = <b>{ $count }/{ $of }</b> đơn vị chưa có nhóm riêng – { $unit }:
groupless-line = { $unit } ({ $code })
groupless-foot = Đưa em vào nhóm của đơn vị rồi gõ trong nhóm "liên kết" kèm mã đơn vị. Nhóm đã có: "nhóm".
groupless-none = { $unit }: cả { $of } đơn vị đều đã có nhóm. Xem danh sách: "nhóm".
groups-head = <b>{ $count }</b> nhóm đã liên kết:
groups-line = { $number }. <b>{ $title }</b> · { $unit } · { $platform } · { $state ->
    [open] đang hoạt động
    [removed] em không còn trong nhóm
   *[refused] nền tảng đang từ chối tin
} · { $posted ->
    [never] chưa có tin tổng hợp
   *[once] tin gần nhất { $on }
}
groups-foot = Gõ số để chọn nhóm, hoặc "gỡ liên kết 1", "chuyển 1 sang KCN".
groups-again = Anh/chị gõ số của nhóm giúp em, hoặc "hủy" để thôi. Xem lại danh sách: "nhóm".
group-card = <b>{ $title }</b> đang của { $unit }. Anh/chị muốn làm gì?
group-which-unit = Chuyển <b>{ $title }</b> sang đơn vị nào ạ? Anh/chị gõ tên hoặc mã đơn vị.
group-moved = Đã chuyển <b>{ $title }</b> từ { $unit } sang { $to }.
group-moved-told = Từ nay nhóm này của <b>{ $unit }</b>.
group-unlinked = Đã gỡ <b>{ $title }</b> khỏi { $unit }. Muốn gắn lại, trong nhóm gõ "liên kết" kèm tên đơn vị.
group-unlinked-here = Nhóm này không còn liên kết với { $unit }. Muốn gắn lại, cán bộ gõ "liên kết" kèm tên đơn vị.
address-set = { $form ->
    [dong_chi] Dạ, từ giờ trong nhóm này em gọi mọi người là đồng chí.
   *[anh_chi] Dạ, từ giờ trong nhóm này em gọi mọi người là anh chị.
  }
address-how = Anh/chị gõ "xưng hô đồng chí" hoặc "xưng hô anh chị" trong nhóm đã liên kết; cán bộ của đơn vị mới đổi được.
group-not-linked = Nhóm này chưa liên kết với đơn vị nào.
group-gone = Nhóm này không còn thuộc đơn vị anh/chị phụ trách. Gõ "nhóm" để xem lại danh sách.
choice-unlink = Gỡ liên kết
choice-move-group = Chuyển đơn vị

journal-none = Nhật ký chưa có gì.
journal-head = <b>Nhật ký</b> – { $count } việc, mới nhất trước:
journal-line = { $at } · { $by ->
    [operator] người quản trị hệ thống
   *[person] { $who }
} · { $unit }: { journal-deed }
journal-deed = { $action ->
    [link] gắn nhóm với đơn vị
    [unlink] gỡ nhóm khỏi đơn vị
    [address] đổi cách xưng hô trong nhóm
    [invite] tạo mã mời { role-name }
    [hand_over] tạo mã bàn giao vai trò { role-name }
    [claim] nhận vai trò { role-name }
    [withdraw_role] thu hồi vai trò { role-name }
    [remind] đặt lịch nhắc { $reminder }
    [change_reminder] đổi lịch nhắc { $reminder }
    [stop_reminder] dừng lịch nhắc { $reminder }
    [register_for] đăng ký hộ { $count } sáng kiến
    [amend] sửa, bổ sung { $codes }
    [withdraw] hủy { $codes }
    [accepted] tiếp nhận { $codes }
    [recognized] công nhận { $codes }{ $paper ->
        [none] {""}
       *[some] {" "}(quyết định { $decision })
    }
    [needs_more_info] hỏi thêm { $codes }
    [refused] từ chối { $codes }
    [duplicate] gộp { $codes } vào sáng kiến khác
    [on_portal] ghi lên cổng { $codes }
    [recognized_taken_back] thu hồi công nhận { $codes }
    [refused_taken_back] thu hồi từ chối { $codes }
    [duplicate_taken_back] thu hồi việc gộp { $codes }
    [on_portal_taken_back] thu hồi việc ghi lên cổng { $codes }
    [recognition_restated] ghi lại việc công nhận { $codes }{ $paper ->
        [none] {""}
       *[some] {" "}(quyết định { $decision })
    }
    [moved_out] chuyển { $codes } sang đơn vị khác
    [moved_in] nhận { $codes } từ đơn vị khác
    [set_target] đặt chỉ tiêu
    [mark_emulation] chấm điểm thi đua
    [set_period] đặt { journal-period }
    [remove_period] bỏ { journal-period }
    [reorganise] sắp xếp lại đơn vị
    [export] xuất tệp
    [honour] đăng tin vinh danh
    [ask_request] gửi yêu cầu về dữ liệu { $request }
    [answer_request] trả lời yêu cầu { $request }
    [extend_request] gia hạn yêu cầu { $request }
   *[other] việc khác ({ $action })
}
journal-period = { $name } ({ $from } – { $to }, chỉ tiêu { $goal })
role-name = { $role ->
    [admin] quản trị
    [officer] cán bộ
   *[support] tổ hỗ trợ
}

roles-none = Chưa có ai có vai trò ở đây.
roles-none-such = Trong đơn vị anh/chị phụ trách chưa có ai là { role-name }. Xem hết: "vai trò".
officers-unnamed = Em không nêu tên cán bộ ở đây ạ. Anh/chị hỏi ban chấp hành công đoàn cơ sở nơi mình làm; về thông tin cá nhân thì nhắn "yêu cầu dữ liệu", em chuyển đúng người.
roles-nobody = Em không thấy ai tên "{ $typed }" có vai trò trong đơn vị anh/chị phụ trách. Xem danh sách: "vai trò".
roles-head = <b>{ $count }</b> vai trò:
roles-line = { $number }. <b>{ $name }</b> · { role-name } · { $unit } · từ { $since }
roles-foot = Thu hồi: "thu hồi vai trò 1". Trao vai trò của mình cho người khác: "bàn giao".
roles-again = Anh/chị gõ "thu hồi vai trò" kèm số trong danh sách, hoặc "hủy" để thôi. Xem lại danh sách: "vai trò".
role-withdraw-own = Trả lại vai trò { role-name } của chính anh/chị ở { $unit }? Xong là không tự lấy lại được; muốn trao cho người khác thì gõ "bàn giao".
role-withdraw-ask = Thu hồi vai trò { role-name } của <b>{ $name }</b> ở { $unit }?
role-withdrawn = Đã thu hồi vai trò { role-name } của { $name } ở { $unit }. Mã mời người này đã tạo mà chưa ai dùng cũng hết hiệu lực.
role-withdrawn-told = Vai trò { role-name } của anh/chị ở { $unit } đã kết thúc ({ $by } thu hồi).
role-not-yours = Anh/chị chưa thu hồi được vai trò { role-name } của { $name } ở { $unit }: chỉ chính người đó hoặc cấp trên làm được.
role-last-admin = { $unit } chỉ còn một quản trị nên em chưa làm được. Anh/chị gõ "mời quản trị" hoặc "bàn giao" để có người thay trước.
role-gone = Vai trò này đã kết thúc. Gõ "vai trò" để xem lại danh sách.
choice-withdraw-role = Thu hồi
choice-role = { role-name } của { $unit }
hand-over-which = Anh/chị bàn giao vai trò nào ạ?
hand-over-code =
    Mã bàn giao vai trò { role-name } của { $unit }, dùng một lần, đến hết { $until }:
    <b>{ $code }</b>
    Người nhận nhắn riêng cho em: "mã { $code }". Khi người đó nhận, vai trò của anh/chị kết thúc.
handed-over-told = { $name } đã nhận vai trò { role-name } của { $unit } từ anh/chị.

## Vinh danh

honour-draft = Bản nháp, chưa gửi:
honour-one-by-one = Mỗi lần em soạn một kỳ của một đơn vị ạ. Anh/chị gõ: "vinh danh { $first }", gửi xong rồi gõ tiếp.
honour-title = 🏅 <b>VINH DANH</b> – { $unit } ({ $from } – { $to }){ $named ->
    [yes] {" "}– { $campaign }
   *[no] {""}
}
honour-most = <b>Nhiều sáng kiến nhất</b>
honour-most-line = { $number }. { $who }: { $recognized } được công nhận, { $registered } đăng ký
honour-breakthrough = <b>Đột phá</b>
honour-breakthrough-line = { $number }. { $code } · { $title } – { $who }: { $benefit }
honour-thanks = Cảm ơn và chúc mừng các anh chị! 👏
honour-rules = Chỉ tính sáng kiến được công nhận trong kỳ; chỉ nêu tên người đã cho phép.
honour-uncompared = { $count } sáng kiến được công nhận chưa có giá trị làm lợi so sánh được nên không xếp vào "Đột phá".
honour-none = Chưa có sáng kiến nào được công nhận trong kỳ này để vinh danh. Kỳ khác: "vinh danh tháng", "vinh danh giai đoạn".
honour-none-of = Kỳ này { $who } chưa có sáng kiến được công nhận, hoặc chưa cho phép nêu tên (gõ "dữ liệu của tôi" để cho phép). Kỳ khác: "vinh danh { $who } cả chương trình".
honour-how = Em vinh danh theo người, đơn vị và kỳ: "vinh danh anh An", "vinh danh tháng này", "vinh danh KCN giai đoạn 1". Em soạn bản nháp trước, anh/chị xem rồi mới gửi nhóm.
honour-change-how = Anh/chị gõ số cần bỏ, ví dụ "bỏ 2, 5"; người hoặc đơn vị kế tiếp được đưa lên.
honour-no-group = { $unit } chưa có nhóm nào em đăng được. Gõ "nhóm" để xem.
honour-sent = Đã gửi vào { $count } nhóm.
choice-send-group = Gửi nhóm
choice-change-list = Đổi danh sách

## Tiến độ và tổng hợp

progress-none = Chưa có chương trình nào để xem tiến độ.
progress-too-early = Chương trình bắt đầu từ { $from }, chưa có số liệu để xem.
progress-head = <b>{ $unit }</b> – { $period } đến { $at }
progress-goal = { $count }/{ $target } ({ $pct }) · { $counter ->
    [registered] đã đăng ký
    [recognized] đã công nhận
   *[onPortal] đã lên cổng
}
progress-count = { $count } sáng kiến · { $counter ->
    [registered] đã đăng ký
    [recognized] đã công nhận
   *[onPortal] đã lên cổng
}
progress-pledged = Phấn đấu { $count }/{ $target } ({ $pct })
progress-remaining = Còn { $remaining }, cần { $perDay }/ngày trong { $days } ngày (đến { $until })
progress-reached = Đã đạt chỉ tiêu.
progress-over = Còn { $remaining }; thời gian đã hết ({ $until }).
progress-span = <b>{ $unit }</b>, { $span }
progress-counters = Đăng ký { $registered } · Công nhận { $recognized } · Lên cổng { $onPortal }
ranking-head = 🏅 <b>Bảng xếp hạng</b> – { $unit }, { $period } đến { $at } (tính theo số { counted })
ranking-line = { $rank }. { $name } – { $value }{ $change }{ $gained ->
    [none] {""}
   *[other] {" "}· { $gained }
}
ranking-since = (+ là số tăng thêm từ { $from })
ranking-not-yet = Chưa kể { $count } sáng kiến vừa ghi trong tin này.
ranking-nobody = Chưa đơn vị nào có sáng kiến { counted }.
kind-name = { $ofKind ->
    [district] các huyện
    [city] các thành phố, thị xã
    [commune] các xã, phường
    [preschool] các trường mầm non
    [primary] các trường tiểu học
    [secondary] các trường THCS
    [high] các trường THPT
    [college] các trường đại học, cao đẳng
    [school] các trường học
    [health] các cơ sở y tế
    [enterprise] khối doanh nghiệp
    [cooperative] các hợp tác xã
    [branch] các ngành
    [upper] công đoàn cấp trên
   *[grassroots] các công đoàn cơ sở
}
kind-head = 🏅 <b>Xếp hạng { kind-name }</b> – { $unit }, { $period } đến { $at }: { $count } đơn vị (tính theo số { counted })
kind-line = { $rank }. { $name }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
} – { $value }{ $goal ->
    [yes] {" "}({ $count }/{ $target })
   *[no] {""}
}
kind-told-by = { $kind ->
    [upper] Em xếp theo cấp ghi trong danh sách đơn vị.
    [grassroots] Em xếp theo cấp ghi trong danh sách đơn vị.
   *[named] Danh sách đơn vị không ghi khối; em nhận ra qua chữ trong tên đơn vị.
}
kind-none = { $unit } không có đơn vị nào em nhận ra là { kind-name }.
kind-period = Theo khối em xếp hạng được trong giai đoạn đang chạy: "bảng xếp hạng { $typed }". Kỳ khác anh/chị hỏi theo đơn vị, ví dụ "tổng hợp tháng 3 KCN".
kinds-compared-head = 🏅 <b>So sánh theo khối</b> – { $unit }, { $period } đến { $at } (tính theo số { counted })
kinds-compared-line = • <b>{ kind-name }</b>: { $goal ->
    [no] { $count }
   *[yes] { $count }/{ $target } ({ $pct })
} · { $units } đơn vị
kinds-known = Danh sách đơn vị không ghi khối; qua cấp và tên em nhận ra: huyện, thành phố, xã phường, trường (mầm non, tiểu học, THCS, THPT, đại học), y tế, doanh nghiệp, hợp tác xã, ngành, cấp trên, CĐCS. Ví dụ: "bảng xếp hạng các trường". Hoặc so vài đơn vị: "so sánh KCN với GD".
ranking-gap = …
ranking-more = … và { $count } đơn vị khác.
movement-head = { $how ->
    [gained] 📈 <b>Tăng nhiều nhất</b>
    [risen] ▲ <b>Lên hạng</b>
    [fallen] ▼ <b>Tụt hạng</b>
   *[still] <b>Chưa thêm sáng kiến nào { counted }</b> ({ $count } đơn vị)
} – { $unit }, { $span }{ $how ->
    [gained] {" "}(theo số { counted })
   *[other] {""}
}:
movement-line = { $name }: { $how ->
    [still] đến nay { $total }
   *[gained] +{ $gained } (đến nay { $total })
}
movement-place = { $name }: thứ { $rank }{ $change }
movement-none = { $unit }, { $span }: { $how ->
    [gained] chưa đơn vị nào tăng số { counted }. Xem số đăng ký: "tổng hợp tuần"
    [risen] chưa đơn vị nào lên hạng
    [fallen] không đơn vị nào tụt hạng
   *[still] đơn vị nào cũng tăng
}.
scopes-told = Đã công nhận – <b>{ $unit }</b>, { $span }: cấp cơ sở { $local } · cấp tỉnh { $province } · toàn quốc { $country }. Danh sách kèm cấp, quyết định: nhắn riêng "xuất sáng kiến đã công nhận".
participants-told = <b>{ $unit }</b>, { $span }: { $people } người tham gia, { $initiatives } sáng kiến đăng ký{ $joined ->
    [none] {""}
   *[some] {" "}(tác giả { $authors }, đồng tác giả { $coAuthors })
}. Danh sách tên: nhắn riêng "xuất sáng kiến".
benefits-head = <b>{ $unit }</b>, { $span }: { $count } sáng kiến { $bound ->
    [unconverted] ghi làm lợi chưa quy đổi được ra đồng
    [above] làm lợi trên { $vnd } đ/năm
    [below] làm lợi dưới { $vnd } đ/năm
   *[from] làm lợi từ { $vnd } đ/năm trở lên
}
benefits-line = <b>{ $code }</b> · { $title } · { $benefit } · { $who }{ $unit }{ $state ->
    [refused] {" "}(đã từ chối)
   *[stands] {""}
}
benefits-uncompared = { $count } sáng kiến khác ghi làm lợi theo ca, theo cái, bằng ngoại tệ hoặc chưa ra số nên không so được.
ranking-none = { $unit } không có đơn vị trực thuộc để xếp hạng.

campaign-line = <b>{ $name }</b>: { $from } – { $to }{ $state ->
    [open] {" "}· đang nhận đăng ký
    [ahead] {" "}· chưa bắt đầu
    [over] {" "}· đã kết thúc
   *[runs] {" "}· đang chạy
}
campaign-other = Chương trình khác: thêm tên vào cuối câu, ví dụ "tiến độ { $other }".
campaign-unknown = Em không thấy chương trình nào tên "{ $typed }". Đang có: { $known }. Xem cả danh sách: "chương trình".
campaign-whose = Số liệu của chương trình { $campaign }.{ $more ->
    [some] {" "}Chương trình khác: thêm tên vào cuối câu, ví dụ "tiến độ { $other }".
   *[none] {""}
}
compare-head = <b>{ $period ->
    [month] Tháng này so với tháng trước
   *[week] Tuần này so với tuần trước
}</b> – { $unit }
compare-line = { $which ->
    [now] { $period ->
        [month] Tháng này
       *[week] Tuần này
    }
    [then] { $period ->
        [month] Cùng lúc tháng trước
       *[week] Cùng lúc tuần trước
    }
   *[whole] { $period ->
        [month] Cả tháng trước
       *[week] Cả tuần trước
    }
} ({ $span }): đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
compare-result = { $counter ->
    [registered] Đăng ký
    [recognized] Công nhận
   *[onPortal] Lên cổng
} { $how ->
    [more] nhiều hơn { $by } so với cùng lúc
    [fewer] ít hơn { $by } so với cùng lúc
   *[same] bằng với cùng lúc
} { $period ->
    [month] tháng trước
   *[week] tuần trước
}.
compare-nothing = { $period ->
    [month] Tháng trước
   *[week] Tuần trước
} chương trình chưa bắt đầu nên chưa có gì để so sánh ạ.
compare-units-head = <b>So sánh</b> – { $period } đến { $at }, theo số { $counter ->
    [registered] đăng ký
    [recognized] công nhận
   *[onPortal] lên cổng
}
compare-units-line = <b>{ $unit }</b>: { $goal ->
    [some] { $count }/{ $target } ({ $pct })
   *[none] { $count }
} · Cả chương trình: đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
compare-units-result = { $by ->
    [pct] { $unit } dẫn trước: { $more } chỉ tiêu so với { $less }.
    [count] { $unit } dẫn trước: nhiều hơn { $count } sáng kiến { $counter ->
        [registered] đăng ký
        [recognized] được công nhận
       *[onPortal] lên cổng
    }.
   *[nothing] Hai đơn vị đang ngang nhau.
}
compare-parts-head = <b>So sánh</b> – { $what }
compare-parts-line = <b>{ $what }</b>: đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
compare-periods-result = { $counter ->
    [registered] Đăng ký
    [recognized] Công nhận
   *[onPortal] Lên cổng
} { $how ->
    [more] kỳ sau nhiều hơn kỳ trước { $by }
    [fewer] kỳ sau ít hơn kỳ trước { $by }
   *[same] hai kỳ bằng nhau
}.
compare-units-how = Anh/chị cho em hai đơn vị khác nhau, ví dụ: "so sánh CĐCS Công ty May TNG với CĐCS Công ty Cơ khí Phổ Yên".
tally-title = 📊 <b>TỔNG HỢP { $period ->
    [week] TUẦN
    [month] THÁNG
    [campaign] CẢ CHƯƠNG TRÌNH
    [dates] KẾT QUẢ
   *[named] { $name }
}</b> ({ $span })
tally-campaign = { $campaign }
tally-unit = { $unit }
tally-late = (đăng muộn do hệ thống gián đoạn)
tally-counters = Đăng ký { $registered } ({ $registeredDelta }) · Công nhận { $recognized } ({ $recognizedDelta }) · Lên cổng { $onPortal } ({ $onPortalDelta })
tally-goal = { $phase }: { $count }/{ $target } ({ $pct })
tally-pledged = Phấn đấu { $count }/{ $target } ({ $pct })
tally-whole = Cả chương trình: { $count }/{ $target } ({ $pct })
tally-pace = Còn { $remaining }: cần { $perDay }/ngày đến { $until }
tally-pace-peak = So sánh: { $peak } { $from }–{ $to } đạt { $perDay }/ngày
tally-over = Còn { $remaining }, đã hết thời gian ({ $until })
tally-reached = Đã đạt chỉ tiêu 🎉
forecast-reached = Với nhịp { $rate }/ngày ({ $days } ngày qua) thì đạt chỉ tiêu khoảng { $on }
forecast-short = Với nhịp { $rate }/ngày ({ $days } ngày qua) thì đến { $until } đạt khoảng { $count }/{ $target }
forecast-still = { $days } ngày qua kết quả chưa tăng nên chưa tính được ngày đạt chỉ tiêu
tally-place = Xếp thứ { $rank }/{ $of } trong { $parent }{ $change }
tally-people = Người góp sức: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}và { $more } người khác
}
tally-people-count = Người góp sức: { $count } người
laggards-head = 📋 <b>Dành riêng cho cán bộ</b> – { $unit }, đến { $at }
laggards-behind = Chậm so với tiến độ đều (đến nay { $expected }): { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… và { $more } đơn vị khác
}
laggards-short = Chưa đạt chỉ tiêu: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… và { $more } đơn vị khác
}
laggards-zero = Chưa có sáng kiến: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… và { $more } đơn vị khác
}
laggards-private = Em chỉ báo riêng, không nêu tên các đơn vị này trong nhóm chung.
tally-leaders = Dẫn đầu: { $list }
tally-zero = Chưa có sáng kiến: { $count } đơn vị
tally-corrections = Điều chỉnh: { $count } sáng kiến đã tính trước đó nay được rút, gộp hoặc bị từ chối
tally-benefit = Làm lợi ước tính: { $vnd } đ
tally-benefit-unconverted = Làm lợi ước tính: { $vnd } đ, và { $count } sáng kiến chưa quy đổi được
tally-too-many = Một lần em làm được nhiều nhất { $most } kỳ hoặc đơn vị ạ, anh/chị bớt giúp em.
tally-ahead = { $name } bắt đầu từ { $from }, nay chưa có gì để tổng hợp ạ.
tally-nothing-then = Lúc đó chưa có gì để tổng hợp ạ. Chương trình bắt đầu từ { $from }; anh/chị chọn ngày hoặc giai đoạn đã qua giúp em.
sectors-head = 📊 <b>Theo lĩnh vực</b> – { $unit }, { $span }
sectors-name = { $stated ->
    [no] { export-no-sector }
   *[yes] { $sector }
}
sectors-line = { sectors-name }: đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
sectors-others = … và { $sectors } lĩnh vực khác: đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
sectors-sum = <b>Cộng</b>: đăng ký { $registered } · công nhận { $recognized } · lên cổng { $onPortal }
sectors-foot = Xem từng hồ sơ: "{ $example }".
sectors-unlisted = Em không thấy lĩnh vực "{ $typed }". Xem các lĩnh vực: "tổng hợp theo lĩnh vực"; tìm theo tên sáng kiến: "tìm { $typed }".
records-sector = Lĩnh vực: { sectors-name }
records-head = <b>{ $kind ->
    [registered] Đăng ký
    [recognized] Công nhận
   *[onPortal] Lên cổng
}</b> { $span }, { $unit }: { $count }{ $net ->
    [less] {" "}({ $added } thêm, { $back } rút)
   *[plain] {""}
}
records-head-back = <b>Điều chỉnh</b> { $span }, { $unit }: { $count } sáng kiến rút, gộp hoặc từ chối
records-none = Không có hồ sơ nào.
records-line = <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-line-back = (rút) <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-line-refused = (từ chối) <b>{ $code }</b> · { $title } · { $who }{ $unit } · { $on }
records-page = Trang { $page }/{ $pages }. Xem tiếp: thêm "trang 2", "trang 3"… vào cuối câu.
records-others = Xem số khác: { $kind ->
    [registered] "chi tiết công nhận", "chi tiết lên cổng", "chi tiết điều chỉnh"
    [recognized] "chi tiết đăng ký", "chi tiết lên cổng", "chi tiết điều chỉnh"
    [onPortal] "chi tiết đăng ký", "chi tiết công nhận", "chi tiết điều chỉnh"
   *[corrections] "chi tiết đăng ký", "chi tiết công nhận", "chi tiết lên cổng"
}. Lấy cả danh sách: nhắn riêng "xuất" kèm đúng câu này.
tally-officers-only = Tổng hợp dành cho cán bộ. Anh/chị xem kết quả bằng "tiến độ" hoặc "bảng xếp hạng".

## Nhắc

remind-who-unread = Em chưa rõ nhắc ai: "{ $typed }".
remind-how = Anh/chị gõ "nhắc" kèm: đơn vị chưa đạt, đơn vị chậm tiến độ, đơn vị chưa có sáng kiến (tuần này), người còn bản nháp, tất cả, hoặc tên đơn vị. Ví dụ: "nhắc đơn vị chưa đạt 8h thứ hai hằng tuần đến 31/5: Đề nghị các đồng chí đẩy nhanh".
remind-outside = { $unit } không thuộc đơn vị anh/chị phụ trách.
remind-when = Gửi khi nào ạ? Anh/chị chọn số, hoặc gõ ví dụ "14h30 ngày 5/12", "8h thứ 2, 4, 6 đến hết tháng".
remind-which-when = Anh/chị muốn gửi lúc nào ạ?
remind-past = Lúc đó đã qua rồi ạ. Anh/chị chọn lúc khác giúp em.
remind-quiet = Từ 20:30 đến 7:00 và ngày Chủ nhật em không gửi tin nhắc. Anh/chị chọn lúc khác giúp em.
remind-too-early = Chương trình chưa bắt đầu nên chưa có ai để nhắc.
remind-nobody-reached = Em chưa nhắn được đơn vị nào: { remind-kind } – { $unit }{ remind-without }. Gắn nhóm của đơn vị bằng "liên kết", hoặc mời cán bộ của đơn vị bằng "mời cán bộ".
remind-nobody = Hiện không có ai để nhắc: { remind-kind } – { $unit }{ remind-without }.
units-of = { $ofKind ->
    [any] đơn vị
   *[kind] { kind-name }
}
remind-kind = { $kind ->
    [short] { $share ->
        [all] { units-of } chưa đạt chỉ tiêu
       *[part] { units-of } chưa đạt { $under }% chỉ tiêu
    }
    [behind] { units-of } chậm tiến độ
    [zero] { units-of } chưa có sáng kiến
    [zero_week] { units-of } chưa có sáng kiến tuần này
    [drafts] người còn bản nháp
    [unit] đơn vị được nêu tên
   *[all] { $ofKind ->
        [any] tất cả đơn vị
       *[kind] { kind-name }
    }
}
remind-without = { $leaves ->
    [some] , trừ { $without }
    [many] , trừ { $leftCount } đơn vị: { $without }
   *[none] {""}
}
remind-without-short = { $leaves ->
    [some] , trừ { $without }
    [many] , trừ { $leftCount } đơn vị
   *[none] {""}
}
remind-leaves-none = Em không thấy đơn vị nào là "{ $typed }" để trừ ra. Anh/chị gõ mã hoặc tên đơn vị giúp em, hoặc một loại, ví dụ "trừ trường học", "trừ doanh nghiệp".
lags-head = <b>{ $count }</b> { $ofKind ->
    [any] {""}
   *[kind] đơn vị:{" "}
}{ remind-kind } – { $unit }{ remind-without-short }:
lags-head-within = <b>{ $count }</b> { units-of } chưa có sáng kiến trong { $span } – { $unit }{ remind-without-short }:
lags-none-within = { $unit }: đơn vị nào cũng đã có sáng kiến trong { $span } ạ.
lags-line = { $unit }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
}: { $goal ->
    [no] { $count }
   *[yes] { $count }/{ $target }
}
lags-foot = Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc { remind-kind }{ $said ->
    [nobody] {""}
   *[other] , trừ { $said }
}{ $named ->
    [yes] {" "}chương trình { $campaign }
   *[no] {""}
}".
reached-what = { $goal ->
    [whole] chỉ tiêu
   *[part] từ { $share }% chỉ tiêu
}
reached-head = <b>{ $count }/{ $of }</b> đơn vị đã đạt { reached-what } – { $unit }:
reached-line = { $unit }{ $below ->
    [yes] {" "}({ $above })
   *[no] {""}
}: { $count }/{ $target } ({ $pct })
reached-none = { $unit }: trong { $of } đơn vị được giao chỉ tiêu, chưa đơn vị nào đạt { reached-what }. Ai gần đích nhất: "bảng xếp hạng".
lags-none = { $ofKind ->
    [any] { $unit } hiện không có { remind-kind } nào ạ.
   *[kind] { $unit }: trong { kind-name }, hiện không đơn vị nào như vậy ạ.
}
lags-no-units = { $unit } không có đơn vị cấp dưới, còn danh sách đoàn viên thì em không giữ nên chưa biết ai chưa nộp. Ai đã nộp: "xuất sáng kiến".
lags-in-private = Danh sách này em chỉ đưa trong trò chuyện riêng, anh/chị nhắn riêng em câu này giúp em.
remind-ways = { $ways ->
    [groups] { $groups } nhóm
    [private] { $privates } nhắn riêng
   *[both] { $groups } nhóm, { $privates } nhắn riêng
}
remind-plan = Sẽ gửi <b>{ $units } đơn vị</b> ({ remind-ways }), { $when }.
remind-plan-drafts = Sẽ gửi <b>{ $people } người</b> còn bản nháp ({ remind-ways }), { $when }.
remind-audience = Đối tượng: { remind-kind } – { $unit }{ remind-without }.
remind-words = Nội dung: "{ $words }"
remind-template = Nội dung: em viết số liệu của từng đơn vị và việc cần làm.
remind-moved = Lúc đó là giờ nghỉ (20:30–7:00, Chủ nhật, ngày lễ) nên em dời lại.
remind-unreachable = Chưa nhắn được { $count } đơn vị (chưa có nhóm, cán bộ chưa nhắn riêng cho em): { $units }.
remind-unreachable-count = Chưa nhắn được { $count } đơn vị (chưa có nhóm, cán bộ chưa nhắn riêng cho em).
remind-tally-day = Ngày có tin tổng hợp tuần, mỗi nhóm chỉ nhận tin đó; tin nhắc sang ngày làm việc kế tiếp.
remind-again = Tin nhắc đang chờ anh/chị xác nhận, gửi { $when }.
remind-list-in-private = Danh sách em chỉ đưa trong trò chuyện riêng. Anh/chị gõ lệnh nhắc ở đó giúp em.
remind-list-line = { $unit }: { $count }/{ $target }
remind-list-plain = { $unit }: { $count }
remind-sample = <b>Tin mẫu:</b>
remind-left = Dạ, em không gửi.
remind-two = Hai giờ khác nhau nên em đặt hai lịch, lần lượt từng lịch.
remind-set = Đã đặt lịch { $code }, lần đầu lúc { $at }. "nhắc" để xem, "bỏ { $one }" để dừng.
remind-set-now = { $code } sẽ gửi lúc { $at }. Nếu nhầm, anh/chị gõ "bỏ { $one }" trước lúc đó.
remind-changed = Đã đổi { $code }, lần tới lúc { $at }.
remind-none = Chưa có lịch nhắc nào. Ví dụ: "nhắc đơn vị chưa đạt 8h thứ hai hằng tuần: Đề nghị các đồng chí đẩy nhanh".
remind-list-head = Có { $count } lịch nhắc:
remind-line = <b>{ $code }</b> · { remind-kind } – { $unit }{ remind-without-short } · { $when } · lần tới { $next }
remind-line-over = <b>{ $code }</b> · { remind-kind } – { $unit }{ remind-without-short } · { $when } · { $state ->
    [stopped] đã dừng
   *[done] đã xong
}
remind-list-foot = Đổi: "sửa { $code } …". Dừng: "bỏ { $code }".
remind-unknown = Em không tìm thấy { $code }. Gõ "nhắc" để xem các lịch nhắc.
remind-stopped = Đã dừng { $code }. Tin nào chưa gửi thì em không gửi nữa.
remind-over = { $code } đã kết thúc rồi ạ.
remind-change-how = Anh/chị gõ điều cần đổi sau mã, ví dụ: "sửa { $code } 8h thứ sáu hằng tuần" hoặc "sửa { $code }: nội dung mới".
choice-send = Gửi
choice-show-list = Xem danh sách
choice-leave = Thôi
reminders-on = Dạ, em sẽ lại nhắn riêng tin nhắc cho anh/chị khi cần.
reminders-off = Dạ, em không nhắn riêng tin nhắc cho anh/chị nữa, trên mọi ứng dụng. Khi cần lại: "bật nhắc".
reminders-unknown = Em chưa có tin nhắc nào gửi riêng anh/chị.

reminder-own = 🔔 <b>{ $office }</b>: { $words }
reminder-late = (gửi muộn do hệ thống gián đoạn)
reminder-head = 🔔 <b>{ $unit }</b> – { $phase }
reminder-head-campaign = 🔔 <b>{ $unit }</b> – { $phase } ({ $campaign })
reminder-zero = Từ đầu chương trình đơn vị chưa có sáng kiến nào.
reminder-zero-week = Tuần này đơn vị chưa có sáng kiến nào.
reminder-count = Hiện có { $count } sáng kiến.
reminder-goal = Hiện { $count }/{ $target } ({ $pct }); còn { $remaining }, cần { $perDay }/ngày đến { $until }.
reminder-over = Hiện { $count }/{ $target } ({ $pct }); còn { $remaining }, đã hết thời gian.
reminder-reached = Đã đạt { $count }/{ $target } ({ $pct }). Cảm ơn các đồng chí!
reminder-more = … và { $count } đơn vị khác.
reminder-next-registered = Có sáng kiến, nhắn em: "đăng ký: tên sáng kiến" – một tin là xong.
reminder-next-recognized = Đã đăng ký đủ, nay cần công nhận: cán bộ nhắn riêng em "duyệt".
reminder-next-portal = Đã đăng ký đủ, nay cần công nhận và đưa lên cổng: cán bộ nhắn riêng em "duyệt", rồi "lên cổng" kèm mã.
reminder-next-many = Có sáng kiến thì nhắn "đăng ký: tên sáng kiến"; hồ sơ chờ xét thì gõ "duyệt".
reminder-draft = Anh/chị còn một bản nháp sáng kiến viết dở. Gõ "tiếp" để viết nốt, "hủy" để bỏ.
reminder-draft-group = Trong nhóm còn { $people } bản nháp sáng kiến viết dở. Ai đang dở thì gõ "tiếp" để viết nốt, "hủy" để bỏ.
reminder-laggards = { $state ->
    [behind] Chậm tiến độ
    [zero] Chưa có sáng kiến
    [zero_week] Chưa có sáng kiến tuần này
   *[short] { $share ->
        [all] Chưa đạt chỉ tiêu
       *[part] Chưa đạt { $under }% chỉ tiêu
    }
}: { $count } đơn vị – { $units }
reminder-over-by-itself = { $code } đã tự dừng: { $kind ->
    [zero] đơn vị nào cũng đã có sáng kiến
    [behind] không còn đơn vị nào chậm tiến độ
   *[short] { $share ->
        [all] đơn vị nào cũng đã đạt chỉ tiêu
       *[part] đơn vị nào cũng đã đạt { $under }% chỉ tiêu
    }
}.
reminder-escalated = { $code }: đã nhắc { $days } ngày mà { $count } đơn vị chưa có thêm kết quả: { $units }. Anh/chị trao đổi trực tiếp giúp em.

## Các mốc của chương trình

milestone-campaign-begins = 🚀 <b>{ $campaign }</b> bắt đầu, mở màn là { $phase }
milestone-phase-begins = 🚀 <b>{ $phase }</b> bắt đầu
milestone-target = Chỉ tiêu của { $unit }: { $target } sáng kiến, đến hết { $until } ({ $days } ngày)
milestone-how = Anh/chị nhắn em "đăng ký: tên sáng kiến" là được ghi nhận ngay.
milestone-half = 🌗 <b>{ $unit }</b> đã đi được nửa chặng đường { $phase }: { $count }/{ $target } ({ $pct })
milestone-remaining = Còn { $remaining } sáng kiến nữa, đến hết { $until }
milestone-reached = 🎉 <b>{ $unit }</b> đã đạt chỉ tiêu { $phase }: { $count }/{ $target } ({ $pct }). Cảm ơn tất cả anh chị em!
milestone-scores = Điểm thi đua của đơn vị: "điểm thi đua giai đoạn { $number }".
milestone-phase-ended = 🏁 <b>{ $phase } đã kết thúc</b>
milestone-peak-ended = 🏁 <b>{ $peak } { $from }–{ $to } đã kết thúc</b>
milestone-result = { $unit }: { $count }/{ $target } ({ $pct }) { $counter ->
    [registered] đăng ký
    [recognized] được công nhận
   *[onPortal] lên cổng
}
milestone-count = { $unit }: { $count } sáng kiến { $counter ->
    [registered] đăng ký
    [recognized] được công nhận
   *[onPortal] lên cổng
}
milestone-peak-added = Các đơn vị góp: { $list }{ $rest ->
    [none] {""}
   *[some] {" "}… và { $more } đơn vị khác
}
milestone-peak-still = Chưa góp trong đợt: { $count } đơn vị
peak-morning = ⛰ <b>{ $peak }</b>, ngày { $day }/{ $days } – { $unit }
peak-morning-goal = Đến đầu ngày: { $count }/{ $target } ({ $pct })
peak-morning-count = Đến đầu ngày: { $count }
peak-morning-yesterday = Hôm qua thêm { $count }
peak-morning-needed = Từ nay cần { $perDay }/ngày đến { $until }

## Điểm thi đua của đơn vị

score-none = Chương trình này chưa có bảng tiêu chí chấm điểm thi đua. Người cài đặt thêm vào tệp chương trình (mục emulation) là em chấm được ngay.
score-period = Điểm thi đua tính theo giai đoạn hoặc cả chương trình, ví dụ: "điểm thi đua giai đoạn 1", "điểm thi đua cả chương trình".
score-table-officers = Bảng điểm của các đơn vị dành cho cán bộ. Điểm của đơn vị mình: "điểm thi đua" kèm tên đơn vị.
score-not-yours = Em chỉ báo điểm thi đua của { $unit } cho người của đơn vị và cán bộ phụ trách ạ.
score-not-scored = { $unit } không nằm trong các đơn vị được chấm điểm kỳ này.
score-head = 🏁 <b>{ $total }/{ $full } điểm</b>{ $graded ->
    [yes] {" "}– { $grade }
   *[no] {""}
}{ $ranked ->
    [yes] {""}, xếp thứ { $rank }/{ $among }{ $clustered ->
        [yes] {" "}trong { $cluster }
       *[no] {""}
    }
   *[no] {""}
}
    Điểm thi đua – <b>{ $unit }</b>, { $period }, { score-until }:
score-until = { $state ->
    [closed] chốt hết ngày { $at }
   *[running] tạm tính đến { $at }
}
score-criterion = { $number }. { $name }: <b>{ $points }{ $by ->
    [turned_down_pct] {""}
   *[other] /{ $out }
}</b> – { score-basis }
score-basis = { $by ->
    [declared] { $state ->
        [none] chưa chấm
        [why] cán bộ chấm ({ $reason })
       *[plain] cán bộ chấm
    }
    [achieved_pct] { $state ->
        [none] chưa có chỉ tiêu
       *[some] { $part }/{ $of } sáng kiến { counted } = { $pct }
    }
    [exceeded_pct] { $state ->
        [none] chưa có chỉ tiêu
        [short] chưa vượt chỉ tiêu
       *[some] vượt { $over }
    }
    [covered_units] { $part }/{ $of } CĐCS có sáng kiến = { $pct }
    [high_benefit] { $state ->
        [none] chưa có
       *[some] { $part }
    } sáng kiến được công nhận làm lợi từ { $from } một năm
    [active_weeks] { $part }/{ $of } tuần có sáng kiến mới = { $pct }
   *[turned_down_pct] { $state ->
        [none] không có hồ sơ nào bị từ chối hoặc trùng
       *[some] { $part }/{ $of } hồ sơ bị từ chối hoặc trùng = { $pct }
    }
}
score-more = Xem từng hồ sơ: "điểm thi đua { $code } mục { $number }". Cách chấm: "tiêu chí thi đua".
score-table-head = 🏁 <b>Điểm thi đua</b> – { $unit }, { $period }, { score-until } (tối đa { $full }, chưa kể điểm thưởng):
score-cluster = { $known ->
    [yes] <b>{ $cluster }</b>
   *[no] <b>Các đơn vị khác</b>
}
score-line = { $rank }. { $name } – <b>{ $total }</b>{ $graded ->
    [yes] {" "}({ $grade })
   *[no] {""}
}
score-unmarked = Còn { $count } đơn vị chưa chấm mục { $number } "{ $name }". Chấm: "chấm điểm { $code } mục { $number } 5 vì …".
score-table-more = Vì sao được bấy nhiêu: "điểm thi đua { $code }". Cách chấm: "tiêu chí thi đua". Lấy tệp: nhắn riêng "xuất điểm thi đua".
score-rules-head = 📋 <b>Tiêu chí chấm điểm thi đua</b> – tối đa { $full } điểm, chưa kể điểm thưởng:
score-rule = { $number }. { $name }: { $by ->
    [declared] tối đa <b>{ $points }</b>, cán bộ cấp trên chấm
    [achieved_pct] tối đa <b>{ $points }</b>, theo tỷ lệ sáng kiến { counted } so với chỉ tiêu
    [exceeded_pct] thưởng tối đa <b>{ $points }</b>, cứ vượt { $per }% chỉ tiêu thêm { $each } điểm
    [covered_units] tối đa <b>{ $points }</b>, theo tỷ lệ số CĐCS đạt được
    [high_benefit] tối đa <b>{ $points }</b>, mỗi sáng kiến được công nhận làm lợi từ { $from } một năm được { $each } điểm
    [active_weeks] tối đa <b>{ $points }</b>, theo tỷ lệ số tuần có sáng kiến mới
   *[turned_down_pct] trừ điểm theo tỷ lệ hồ sơ bị từ chối hoặc trùng ({ $levels })
}
score-rules-foot = Mỗi mục làm tròn đến 0,1 rồi cộng lại. Bằng điểm thì xét tỷ lệ đạt chỉ tiêu, rồi số sáng kiến, rồi tên đơn vị. Chốt khi hết ngày cuối của kỳ.
score-rules-grades = Xếp loại: { $grades }.
score-no-item = Bảng điểm có { $count } mục, anh/chị chọn từ 1 đến { $count } giúp em.
score-detail-head = <b>{ $unit }</b>
score-detail-unmarked = Cấp trên chưa chấm mục này.
score-detail-marked = Cán bộ chấm { $points } điểm ngày { $on }{ $why ->
    [yes] : { $reason }
   *[no] {""}
}.
score-detail-record = <b>{ $code }</b> · { $title } · { $unit } · { $kind ->
    [recognized] công nhận { $on }
    [refused] từ chối { $on }
   *[duplicate] trùng { $on }
}{ $money ->
    [yes] {" "}· { $benefit }
   *[no] {""}
}
score-detail-unit = Chưa có sáng kiến: { $name }
score-detail-covered = CĐCS nào cũng đã có sáng kiến.
score-detail-weeks = { $count } tuần chưa có sáng kiến mới, bắt đầu từ: { $days }.
score-detail-active = Tuần nào cũng có sáng kiến mới.
score-mark-how = Anh/chị gõ đơn vị, mục và số điểm, ví dụ: "chấm điểm KCN mục 1 8 vì có kế hoạch đúng hạn".
score-mark-none = Các mục trong bảng điểm đều do em tự tính từ hồ sơ, không có mục nào phải chấm tay.
score-mark-which = Anh/chị chấm mục nào ạ? Gõ lại kèm số mục giúp em, ví dụ "chấm điểm KCN mục 1 8":
score-mark-choice = Mục { $number }: { $name } (tối đa { $most })
score-mark-many = Mỗi lần em nhận chấm tối đa { $most } đơn vị, anh/chị tách ra giúp em.
score-mark-above = Mục "{ $name }" tối đa { $most } điểm nên em chưa ghi { $points }.
score-mark-not-yours = Điểm của { $unit } do cán bộ cấp trên chấm nên anh/chị chưa chấm được.
score-mark-done = Đã ghi điểm "{ $name }", { $period }:
score-mark-line = <b>{ $unit }</b>: { $is ->
    [none] bỏ điểm đã chấm
   *[some] { $points }/{ $most }
}{ $was ->
    [some] {" "}(trước đó { $before })
   *[none] {""}
}
score-mark-see = Xem: "điểm thi đua { $code }". Ghi nhầm thì chấm lại, hoặc gõ "bỏ" thay số điểm.
points-of-units = Đơn vị thì có điểm: "điểm thi đua"; cách chấm: "tiêu chí thi đua".

## Chỉ tiêu, giai đoạn, đợt cao điểm

target-after-phase = { $phase } kết thúc ngày { $until } nên em chưa ghi chỉ tiêu từ ngày { $from }. Anh/chị ghi một ngày trong giai đoạn giúp em, ví dụ: "{ $example }".
target-no-phase = Chương trình chưa vào giai đoạn nào nên chưa có chỉ tiêu.
target-not-pledged = Chưa đăng ký chỉ tiêu phấn đấu.
target-no-such-phase = Chương trình không có giai đoạn đó nên em chưa ghi chỉ tiêu. Xem các giai đoạn: "giai đoạn".
target-phase-over = { $phase } kết thúc ngày { $until } nên em chưa ghi chỉ tiêu.
target-shown = <b>{ $unit }</b> – { $phase }: chỉ tiêu { $target }
target-none = <b>{ $unit }</b> – { $phase }: chưa có chỉ tiêu (chưa có số đoàn viên, người lao động).
target-assigned = Giao { $amount } từ { $from }
target-assigned-why = Giao { $amount } từ { $from }, lý do: { $reason }
target-pledged = Phấn đấu { $amount } từ { $from }
target-line = { $name }: { $target }
target-sum = Cộng các đơn vị trực thuộc: { $sum }, chỉ tiêu chung: { $target }.
target-how = Anh/chị gõ "chỉ tiêu" kèm đơn vị và số, ví dụ: "chỉ tiêu May TNG 80 lý do có nhà máy mới"; bỏ số đã giao: "chỉ tiêu May TNG bỏ".
target-not-yours = Chỉ tiêu của { $unit } do cán bộ cấp trên giao nên anh/chị chưa đổi được.
target-set = { $is ->
    [none] Đã bỏ chỉ tiêu giao { $phase } của <b>{ $unit }</b> (trước đó { $before }), từ { $from } tính lại theo số đoàn viên, người lao động.
   *[some] Đã giao chỉ tiêu { $phase } của <b>{ $unit }</b>: { $amount } (trước đó { $before }), từ { $from }.
}
pledge-how = Anh/chị gõ "phấn đấu" kèm số, ví dụ: "phấn đấu 100".
pledge-not-yours = Chỉ tiêu phấn đấu của { $unit } do cán bộ đơn vị đó đặt nên anh/chị chưa đổi được.
pledge-set = { $is ->
    [none] Đã bỏ chỉ tiêu phấn đấu { $phase } của <b>{ $unit }</b> (trước đó { $before }), từ { $from }.
   *[some] Đã ghi chỉ tiêu phấn đấu { $phase } của <b>{ $unit }</b>: { $amount }, từ { $from }.
}
schedule-none = Chương trình chưa có đợt cao điểm nào.
schedule-line = <b>{ $name }</b>: { $from } – { $to }, chỉ tiêu { $goal }
schedule-line-numbered = { $number }. { schedule-line }
schedule-how = { $list ->
    [phases] Anh/chị gõ số giai đoạn kèm phần cần đổi, ví dụ: "giai đoạn 1 chỉ tiêu 6.000", "gia hạn giai đoạn 1 đến 15/6" hoặc "giai đoạn 2 từ 1/6/2026 đến 30/9/2027".
   *[peaks] Anh/chị gõ tên, ngày và chỉ tiêu của đợt, ví dụ: "đợt cao điểm thêm Tuần lễ sáng kiến 31/3 - 8/4 chỉ tiêu 1.500".
}
schedule-not-yours = Giai đoạn và đợt cao điểm do cán bộ của { $unit } đặt.
schedule-problem = Chưa đổi được: { $why ->
    [order] ngày cuối đứng trước ngày đầu
    [outside] ngày nằm ngoài thời gian của chương trình ({ $from } – { $to })
   *[goal] chỉ tiêu tính lũy kế nên giai đoạn sau không được ít hơn giai đoạn trước
}.
schedule-overlap = Chưa đổi được vì trùng ngày với { $name } ({ $from } – { $to }).
schedule-which = Anh/chị nói về { $list ->
    [phases] giai đoạn
   *[peaks] đợt cao điểm
} nào ạ?
choice-whole = Dời cả đợt: { $from } – { $to }
schedule-which-edge = Anh/chị muốn đổi ngày nào của { $name } ạ?
choice-edge = { $edge ->
    [startsOn] Bắt đầu { $day }
   *[endsOn] Kết thúc { $day }
}
schedule-same = { $name } đang đúng như vậy rồi ạ: { $from } – { $to }, chỉ tiêu { $goal }.
schedule-confirm = { $does ->
    [adds] Thêm
   *[sets] Sửa
} <b>{ $name }</b>: { $from } – { $to }, chỉ tiêu { $goal }.{ $also ->
    [none] {""}
   *[some] {" "}Để khỏi trùng ngày, { $other } đổi thành { $since } – { $until }.
} Đúng không ạ?
schedule-done = Đã ghi: { $name }.
schedule-unknown = Em không thấy { $list ->
    [phases] giai đoạn
   *[peaks] đợt cao điểm
} "{ $typed }". Đang có:
schedule-remove = Bỏ <b>{ $name }</b> ({ $from } – { $to }, chỉ tiêu { $goal })? Sáng kiến và tin đã đăng giữ nguyên; { $list ->
    [phases] chỉ tiêu đã giao riêng cho giai đoạn này thôi tính
   *[peaks] em thôi đếm riêng cho đợt này
}{ $begun ->
    [yes] {""}, không xem lại được tổng hợp của nó nữa
   *[no] {""}
}.
schedule-remove-which = Anh/chị muốn bỏ { $list ->
    [phases] giai đoạn
   *[peaks] đợt cao điểm
} nào ạ?
schedule-last-phase = Chương trình phải có ít nhất một giai đoạn nên em chưa bỏ được { $name }. Anh/chị có thể đổi ngày hoặc chỉ tiêu, ví dụ: "giai đoạn 1 kết thúc 15/6".
schedule-removed = Đã bỏ { $name }.
schedule-meanwhile = Vừa có cán bộ khác đổi { $name }, nay là { $from } – { $to }, chỉ tiêu { $goal }, nên em chưa ghi. Vẫn muốn đổi thì anh/chị nhắn lại em nhé.
schedule-gone = { $name } đã được bỏ trước đó rồi ạ.

## Đơn vị thay đổi

headcount-how = Anh/chị ghi rõ đoàn viên, lao động giúp em, ví dụ: "đơn vị May TNG có 350 đoàn viên, 900 lao động".
sectors-info = Chương trình có { $count } lĩnh vực: { $list }. Danh sách này ghi trong tệp chương trình, người cài đặt sửa được.
# Người của đơn vị gồm cả các đơn vị bên dưới; chỉ cán bộ phụ trách thấy.
units-head = <b>{ $name }</b> ({ $code }){ units-people }: { $has ->
        [none] không có đơn vị trực thuộc.
       *[some] { $below } đơn vị trực thuộc{ $deeper ->
            [none] { "" }
           *[some] , tất cả { $units } đơn vị
        }.
    }
units-line = { $name } ({ $code }){ units-people }{ $has ->
        [none] { "" }
       *[some] { " · " }{ $units } đơn vị
    }
units-people = { $counted ->
        [both] { " · " }{ $members } đoàn viên, { $workers } người lao động
        [members] { " · " }{ $members } đoàn viên
        [unknown] { " · " }chưa ghi số người
       *[none] { "" }
    }
units-deeper = Xem tiếp một đơn vị: "danh sách đơn vị thuộc { $code }".
units-none-below = { $unit } hiện không còn hoạt động.
units-how = Anh/chị gõ một trong các cách: "đơn vị thêm CĐCS A thuộc KCN", "đơn vị tách CĐCS B khỏi CĐCS A gồm 120 đoàn viên", "đơn vị CĐCS A có 350 đoàn viên, 900 lao động", "đơn vị đổi tên CĐCS A thành CĐCS B", "đơn vị chuyển CĐCS A về KCN", "đơn vị gộp CĐCS A vào CĐCS B từ 1/7", "đơn vị đóng CĐCS A".
units-not-yours = Việc này do cán bộ của đơn vị cấp trên làm; anh/chị chưa thay đổi được { $unit }.
units-problem = Chưa làm được: { $why ->
    [same] đơn vị đã như vậy rồi
    [below_itself] không đưa một đơn vị vào dưới chính nó được
    [changed_later] đơn vị mới có, hoặc đã có thay đổi khác, từ một ngày sau đó; anh/chị ghi ngày muộn hơn giúp em
    [has_units] còn đơn vị trực thuộc, anh/chị chuyển các đơn vị đó đi trước giúp em
    [code_taken] mã này đã có đơn vị khác dùng
    [root] không tách hay chuyển đơn vị cao nhất được
    [too_many] đơn vị đó không có nhiều người như vậy
    [federation] hai đơn vị không cùng một liên đoàn
   *[unknown] đơn vị không còn hoạt động
}.
units-add = Thêm <b>{ $name }</b> (mã { $code }) thuộc { $other }{ $counted ->
    [none] {""}
   *[some] {", "}gồm { units-headcount }
}, từ { $from }.
units-split = Tách <b>{ $name }</b> (mã { $code }) khỏi { $other }{ $counted ->
    [none] {""}
   *[some] {", "}gồm { units-headcount }
}, từ { $from }. Số liệu trước ngày đó vẫn của { $other }.
units-headcount = { $counted ->
    [members] { $members } đoàn viên
    [workers] { $workers } người lao động
   *[both] { $members } đoàn viên, { $workers } người lao động
}
units-count = Ghi số người của <b>{ $unit }</b>: { units-headcount }, từ { $from }.
units-rename = Đổi tên { $unit } thành <b>{ $name }</b>, từ { $from }.
units-move = Chuyển <b>{ $unit }</b> về { $other }, từ { $from }.
units-merge = Gộp <b>{ $unit }</b> vào <b>{ $other }</b>, từ { $from }. Nhóm, người và số liệu đã có của { $unit } theo về { $other }.
units-close = Đóng <b>{ $unit }</b>, từ { $from }.
units-note = Các bản tổng hợp trước ngày đó giữ nguyên. Đúng không ạ?
units-done = Đã ghi nhận thay đổi.

## Báo cán bộ khi việc gửi tin gặp trục trặc

notice-closed = Em không còn nhắn được vào { $count } nhóm: { $groups }. Có thể em đã bị đưa ra khỏi nhóm. Nếu cần, anh/chị thêm em lại vào nhóm giúp em.
notice-dead = Có { $count } tin em không đăng được vào nhóm: { $groups }. Anh/chị báo người quản trị hệ thống xem giúp em.
notice-unknown = Em chưa rõ { $count } tin đã đến nhóm hay chưa: { $groups }. Em không gửi lại để khỏi trùng; anh/chị xem trong nhóm, nếu chưa có thì nhắn "tổng hợp" ở nhóm đó giúp em.
notice-pack = Em không đăng được vào nhóm { $group }. Anh/chị chuyển tiếp giúp em tin ngay dưới đây vào nhóm.
notice-quota-near = Tháng này em đã gửi { $sent }/{ $limit } tin trên { $channel } ({ $pct }). Đến 95%, em chỉ còn trả lời; tin tổng hợp và tin nhắc sẽ phải chờ.
notice-quota-spent = Tháng này em đã gửi { $sent }/{ $limit } tin trên { $channel } ({ $pct }). Từ giờ em chỉ trả lời; tin tổng hợp và tin nhắc chờ đến { $until } hoặc đến khi gói cước được nâng.
notice-token = { $channel } không chấp nhận mã truy cập của bot { $bot }, nên em không gửi được tin ở đó. Anh/chị báo người quản trị hệ thống thay mã giúp em.

## Hình tổng hợp và trang tiến độ công khai

chart-kicker = { $period ->
    [week] Tổng hợp tuần
    [month] Tổng hợp tháng
    [phase] Tổng hợp giai đoạn
    [campaign] Tổng hợp cả chương trình
    [peak] Tổng hợp đợt cao điểm
   *[dates] Tổng hợp
} · { $campaign }
chart-until-day = đến hết ngày { $on }
chart-until = đến { $at }
counted = { $counter ->
    [registered] đăng ký
    [recognized] được công nhận
   *[onPortal] lên cổng
}
chart-counter = { $counter ->
    [registered] Đăng ký
    [recognized] Công nhận
   *[onPortal] Lên cổng
}
chart-delta = { $period ->
    [week] trong tuần
    [month] trong tháng
    [phase] trong giai đoạn
    [campaign] trong chương trình
    [peak] trong đợt
   *[dates] trong kỳ
}
chart-whole = Cả chương trình
chart-legend = { $line ->
    [done] Đã { counted }
    [even] Tiến độ đều
   *[forecast] Dự báo
}
chart-goal = Chỉ tiêu { $target }
chart-rate = Tốc độ hiện nay: { $days } ngày qua { $rate }/ngày.
chart-reached = Đã đạt chỉ tiêu.
chart-reached-beyond = Đã đạt chỉ tiêu, vượt { $more }.
chart-over = Hết thời gian ({ $until }), còn thiếu { $remaining }.
chart-pace = Còn { $remaining }: cần { $perDay }/ngày đến { $until }.
chart-even = Tiến độ đều đến nay: { $expected }, { $state ->
    [even] đang đúng tiến độ
    [ahead] đang vượt { $by }
   *[behind] đang chậm { $by }
}.
chart-forecast-none = Chưa đủ một ngày để dự báo.
chart-forecast-still = Dự báo: chưa tính được, vì { $days } ngày qua không tăng.
chart-forecast-reached = Dự báo: { $days } ngày qua { $rate }/ngày, đạt chỉ tiêu khoảng { $on }.
chart-forecast-short = Dự báo: { $days } ngày qua { $rate }/ngày, đến { $until } được { $count } ({ $pct }).
chart-ranking = { $by ->
    [pct] Xếp hạng theo % chỉ tiêu (số { counted })
    [count] Xếp hạng theo số sáng kiến { counted }
   *[nothing] Chưa đơn vị nào có sáng kiến { counted }
}
chart-rest = … và { $count } đơn vị khác
chart-alt = Biểu đồ { $unit } { $until }: đăng ký { $registered }, công nhận { $recognized }, lên cổng { $onPortal }.
chart-alt-goal = Biểu đồ { $unit } { $until }: đăng ký { $registered }, công nhận { $recognized }, lên cổng { $onPortal }; { $name }: { $count }/{ $target } ({ $pct }).
chart-alt-leaders = Dẫn đầu: { $list }.

http-unknown = Không có địa chỉ này.
http-no-chat = Trợ lý Sáng kiến đang chạy; nhóm chat trên web đang tắt.
http-document-gone = Không có tệp này, hoặc đã hết hạn.
http-picture-gone = Không có hình này, hoặc đã hết hạn.
http-json = Chỉ nhận application/json.
http-too-long = Nội dung dài quá { $most }.
http-address-too-long = Địa chỉ dài quá.
http-invalid = Yêu cầu không hợp lệ.
http-busy = Máy chủ tạm thời không nhận được, xin thử lại sau ít phút.

board-title = Bảng tiến độ sáng kiến
board-title-of = { $unit } – bảng tiến độ sáng kiến
board-nothing = Chưa có chương trình.
board-no-picture = Chưa có hình để xem.
board-skip = Tới bảng các đơn vị
board-as-of = Số liệu đến { $at }.
board-span = Chương trình từ { $from } đến { $to }.
board-campaigns = Các chương trình
board-unknown = Không có chương trình này. Bảng tiến độ: /board
board-over = Chương trình đã kết thúc ngày { $on }.
board-coming = Chưa bắt đầu
board-begins = Chương trình bắt đầu ngày { $on }.
board-now = Đến nay
board-delta = Dấu + và − là phần thêm, bớt từ { $at }.
board-counted = (tính theo số { counted })
board-whole = Cả chương trình: { $count }/{ $goal } ({ $pct }).
board-line = Đường tiến độ { $name }: đến nay { $count }.
board-line-goal = Đường tiến độ { $name }: đến nay { $count } trên { $target }.
board-peaks = Đợt cao điểm
board-peaks-caption = Chỉ tính sáng kiến trong thời gian của đợt.
board-state = { $state ->
    [coming] sắp tới
    [running] đang diễn ra
   *[over] đã kết thúc
}
board-units = Các đơn vị
board-units-caption = { $by ->
    [pct] { $count } đơn vị, xếp theo % chỉ tiêu (số { counted }); mũi tên là số bậc thay đổi so với đầu tuần.
   *[nothing] { $count } đơn vị, chưa đơn vị nào có sáng kiến { counted }.
}
board-column = { $column ->
    [peak] Đợt
    [unit] Hạng, đơn vị
    [achieved] Đạt
    [result] Kết quả / chỉ tiêu
    [target] Chỉ tiêu
   *[week] Trong tuần
}
board-own = (đăng ký trực tiếp)
board-moved = , { $way ->
    [up] tăng
   *[down] giảm
} { $places } bậc
