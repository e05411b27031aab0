"""The two thousand commonest syllables of written Vietnamese, in lower case (linguistic table).

Source: counted over 33 million words of public laws and news; each of them stands there more than 600 times, all of
them together make 95 words in a hundred. Single letters are left out.
"""

COMMON_SYLLABLES = frozenset(
    str.split("""
    ác ai ái ám âm ấm ẩm an án ân ăn ấn ẩn anh ánh ảnh áo ảo áp ấp âu ấy ba bà bá bạ bác bạc bậc bắc bách bạch bài
    bái bãi bại bám bấm ban bàn bán bạn bản bẩn bận bắn bang bàng băng bảng bằng bánh bao bào báo bão bạo bảo bát
    bất bật bắt bầu bay bày bây bảy bè bé bê bế bề bể bên bến bền bệnh béo bếp bi bì bí bị bia bích biên biến biển
    biện biết biệt biểu binh bình bò bó bỏ bố bồ bổ bộ bờ bọc bốc bơi bối bồi bội bởi bom bơm bón bọn bốn bóng bông
    bỏng bỗng bột bớt bù bữa bức bùi bụi bùng bụng buộc bước buổi buôn buồn buồng bút bưu buýt ca cà cá cả các cách
    cai cài cái cãi cải cam cảm cấm cầm cẩm cắm can cán cân căn cạn cản cần cẩn cận càng căng cảng canh cánh cạnh
    cảnh cao cáo cáp cấp cập cắp cặp cát cất cắt câu cấu cầu cẩu cậu cây cậy cha chắc chai chăm chạm chấm chậm chán
    chân chăn chấn chẩn chắn chặn chàng chẳng chặng chánh chào chấp chất chặt cháu châu cháy chạy chảy che chê chẽ
    chế chém chênh chép chết chi chí chỉ chị chia chiếc chiếm chiến chiêu chiếu chiều chim chìm chín chinh chính
    chỉnh chịu cho chó chỗ chờ chở chợ chơi chọi chối chôn chọn chóng chống chồng chốt chu chú chủ chứ chữ chua chùa
    chúa chưa chứa chữa chuẩn chúc chục chức chửi chung chúng chủng chứng chừng chuỗi chương chướng chụp chút chuyên
    chuyến chuyền chuyển chuyện co có cô cơ cỏ cố cổ cờ cỡ cóc cọc coi com cơm con còn côn cơn cong công cống cổng
    cộng cốt cột cú cũ cư cụ củ cứ cử cự của cửa cục cực cụm cung cùng cúng cũng củng cứng cuộc cước cuối cưới cười
    cuốn cương cường cưỡng cướp cúp cứu cựu da dã dạ đa đà đá đã đạc đắc đặc dài dải đai đài đãi đại dám dâm đam đàm
    đám đâm đảm đầm đậm dàn dán dân dần dẫn đan đàn đạn dàng dáng dâng dạng đang đáng đăng đảng đằng đẳng đặng danh
    dành đành đánh dao đào đáo đạo đảo dập đáp đạp đập đắp dắt đạt đất đắt đặt dâu dấu dầu dậu đau đâu đấu đầu đậu
    dày dây dạy dậy đáy đây đấy đầy đẩy de dễ đe đê đẻ đế đề để đem đêm đen đèn đến đền đeo đẹp đều di dĩ dị đi đĩa
    địa dịch đích địch điểm diễn diện điên điền điển điện điệp diệt điều điệu dinh dính đinh đình đính đỉnh định dịp
    dịu do dò dỡ đo đó đô đỏ đồ đổ đỗ độ đỡ dọa đoan đoàn đoán đoạn doanh đoạt dọc dốc đọc đốc độc dõi dối dội dời
    đòi đói đôi đối đổi đội đới đời đợi dọn dồn đòn đón đôn đơn đồn đớn dòng dông đóng đông đống đồng động đốt đột
    đợt du dù dư dụ dữ dự đủ dựa đua đùa đưa đứa dục đúc đức đun dung dùng dũng dụng dừng dựng đúng đụng đứng đừng
    đựng dược được dưới đuôi đuổi dương dường dưỡng đương đường dứt đứt duy duyên duyệt em ép ga gà gã gác gạch gái
    gan gần gắn gắng gánh gạo gấp gặp gắt gay gây gãy gen ghế ghen ghép ghi gì gia già giá giả giác giấc giai giải
    giam giám giảm gian gián giản giận giang giảng giành giao giáo giáp giật giàu giấu giày giây giấy giêng giết gìn
    gió giờ giỏi giới giọng giống giữ giữa giường giúp gò gỗ gỡ góc gốc gói gọi gối gợi gom gồm gòn gọn góp gục gửi
    gương ha hà hạ hạch hai hài hãi hại hải hàm hâm hạm hầm hàn hạn hắn hẳn hang hàng hãng hạng hằng hành hạnh hao
    hào hảo hấp hát hạt hầu hậu hay hãy hè hề hệ hẹn heo hẹp hết hiếm hiểm hiến hiền hiển hiện hiếp hiệp hiếu hiểu
    hiệu hình hò hô họ hố hồ hổ hỗ hộ hở hoa hoá hòa hóa họa hỏa hoặc hoạch hoài hoại hoan hoàn hoán hoãn hoạn hoang
    hoàng hoảng hoành hoạt học hôi hơi hỏi hối hồi hội hôm hôn hơn hồn hỗn hong hỏng hồng họp hộp hợp hư hứa huấn
    huế huệ hung hùng hưng hứng huống hương hướng hưởng hút hụt hưu hữu huy hủy huyền huyện huyết huynh huỳnh hy ích
    im in ít kê kẻ kế kề kể kem kèm kém kênh kéo kẹt kết kêu khá khả khác khắc khách khai khám khán khăn khẩn kháng
    khẳng khánh khảo khắp khát khâu khấu khẩu khe khen khéo khi khí khích khiến khiển khiếu kho khó khô khổ khoa
    khóa khoác khoan khoán khoản khoang khoáng khoảng khoảnh khóc khoe khỏe khói khôi khơi khỏi khối khởi không
    khống khổng khớp khu khứ khuẩn khúc khung khủng khuôn khuyên khuyến khuyết kì kia kích kịch kiêm kiếm kiểm kiệm
    kiên kiến kiện kiệt kiều kiểu kim kín kinh kính kịp kong ký kỳ kỷ kỹ la là lá lạ lạc lắc lai lái lãi lại lam làm
    lâm lãm lạm lầm lắm lan làn lân lăn lấn lần lẫn lang làng láng lãng lăng lạng lắng lặng lành lãnh lạnh lao lào
    lão lấp lập lắp lặp lật lâu lậu lây lấy lê lẻ lẽ lề lễ lệ lệch lên lệnh leo lí lịch liêm liên liền liệt liều
    liệu linh lính lĩnh lít lo lò lô lồ lỗ lộ lở loa loài loại loan loạn loạt lọc lộc lôi lối lỗi lời lợi lớn lợn
    long lòng lông lỏng lồng lớp lọt lũ lữ lúa lứa lừa lửa lựa luân luận luật lúc lục lực lùi lưng lược lưới luôn
    luồng lương lường lượng lượt lưu luyện ly lý ma mà mã mạc mắc mặc mạch mai mái mãi mại mầm man màn mãn mạn mắn
    mặn mang màng măng mạng mạnh mảnh mạo mát mất mật mắt mặt mau màu máu mâu mẫu may mày máy mây mấy mê mẹ mẽ mềm
    men mến mệnh mét mệt mi miền miễn miếng miệng mìn minh mình mô mơ mỏ mổ mộ mở mỡ móc mốc môi mọi mỏi mối mỗi mới
    mời mòn món môn mong móng một mu mù mũ mua mùa mưa mục mức mực mùi mũi mừng muối mươi mười muốn muộn mượn mưu my
    mỹ na nã nai nại nam năm nắm nằm nạn nàng nâng năng nắng nẵng nặng nào não nạo nạp nát nấu nay này nảy nề ném
    nén nên nền neo nét nêu nếu nga ngã ngạc ngạch ngại ngầm ngắm ngàn ngân ngăn ngắn ngang ngành ngào ngập ngay
    ngày nghe nghề nghệ nghèo nghi nghĩ nghỉ nghị nghĩa nghiêm nghiệm nghiên nghiện nghiệp nghìn ngô ngõ ngộ ngờ
    ngoài ngoái ngoại ngọc ngôi ngơi ngồi ngợi ngon ngôn ngọn ngọt ngũ ngư ngụ ngủ ngữ ngự ngừa ngực ngừng ngược
    người nguồn ngưỡng nguy nguyên nguyễn nguyện nha nhà nhã nhạc nhắc nhầm nhắm nhằm nhan nhân nhãn nhấn nhẫn nhận
    nhắn nhàng nhanh nhánh nhập nhất nhật nhau nhậu nhạy nhảy nhé nhẹ nhi nhí nhĩ nhiễm nhiệm nhiên nhiệt nhiêu
    nhiều nhìn nhịp nhỏ nhớ nhờ nhở nhóm nhu như nhựa nhuận nhung nhũng nhưng những nhưỡng nhượng niêm niềm niệm
    niên ninh nó nổ nỗ nở nợ nói nơi nối nổi nỗi nội non nôn nóng nông nồng nộp nụ nữ nửa nữa núi nước nuôi nút oanh
    ôm ốm ôn ơn ồn ổn ong ông ống pha phá phái phải phạm phẩm phan phán phân phản phấn phần phận phanh pháo pháp
    phát phạt phật phẫu phê phép phi phí phía phiên phiến phiếu phim phó phố phổ phối phong phòng phóng phỏng phu
    phù phú phụ phủ phúc phục phức phun phước phương phường phượng phút pin qua quà quá quả quan quán quân quản quần
    quận quang quãng quảng quanh quay quê quen quên quét quốc quy quý quỷ quỹ quyên quyến quyền quyết quỳnh ra rà
    rác rãi rải rắn ràng răng rạng rằng ranh rào ráp rập rất rau rẻ rể rỉ riêng ro rõ rơi rối rồi rời ròng rộng rũ
    rửa rủi rừng ruộng ruột rượu rút sa sắc sách sạch sai sài sâm sắm san sàn sân săn sạn sản sẵn sang sàng sáng
    sánh sao sáp sắp sát sạt sắt sau sáu sâu say sẻ sẽ séc sen sét sĩ siêu sinh so sơ số sổ sở sợ soạn soát sóc sốc
    sôi sợi sớm son sơn song sóng sông sống sót sốt su sư sứ sử sự sửa sữa suất sức sung súng sương suốt sút sưu suy
    sỹ ta tá tả tác tắc tách tai tài tái tại tải tam tám tâm tạm tấm tầm tắm tan tàn tán tân tấn tần tận tang tàng
    táng tăng tạng tảng tầng tặng táo tạo tạp tập tất tật tắt tàu tay tây tẩy tế tệ tem tên tết tha thả thác thạc
    thách thạch thai thái thải tham thám thâm thăm thảm thấm thẩm thậm than thân thần thận thắn thang tháng thăng
    thắng thẳng thanh thành thánh thạnh thao tháo thảo tháp thấp thập thất thật thắt thấu thầu thay thấy thầy the
    thẻ thế thể thêm theo thép thi thì thí thị thích thiên thiện thiệp thiết thiệt thiếu thiểu thiệu thịnh thịt thô
    thơ thọ thổ thờ thở thợ thoả thỏa thoái thoại thoải thoáng thoát thói thôi thời thơm thôn thông thống thu thù
    thú thư thụ thủ thứ thử thự thua thừa thuần thuẫn thuận thuật thúc thục thức thực thuê thuế thùng thuốc thuộc
    thước thương thường thưởng thượng thuỷ thùy thúy thụy thủy thuyền thuyết tỉ tích tịch tiếc tiệc tiêm tiềm tiệm
    tiên tiến tiền tiễn tiện tiếng tiếp tiết tiêu tiểu tim tìm tin tín tinh tình tính tĩnh tỉnh to tô tỏ tố tổ tờ
    tòa tọa tỏa toàn toán tóc tốc tộc tôi tối tội tới tóm tôm tôn tốn tồn tổn tông tống tổng tốt tra trà trả trắc
    trách trai trái trại trải trăm trạm trầm tràn trân trấn trần trận trang tráng trăng trạng trắng tranh tránh trao
    trào trật trâu tre trẻ trên treo tri trì trí trị trích triển triệt triều triệu trinh trình trịnh trò trọ trở trợ
    trôi trời trộm tròn trọn trốn trộn trong trông trọng trống trồng trú trụ trừ trữ trưa trúc trục trực trùm trung
    trùng trúng trưng trứng trừng trước trương trường trưởng trượt truy truyền tu tù tú tư tụ tủ tứ từ tử tự tuân
    tuấn tuần túc tục tức tuệ túi tum tung tùng tụng từng tuổi tươi tương tướng tường tưởng tượng tựu tuy tùy túy
    tuyên tuyến tuyển tuyết tuyệt ty tỷ ưa úc ủi ùn ung ủng ứng ước uống ương út ưu uy uỷ úy ủy va và vả vắc vạch
    vai vài vải van ván vân văn vạn vấn vẫn vận vang vàng vắng vành vào vấp vất vật vay váy vây vậy vé vẻ vẽ về vệ
    ven vẹn vét vết vi vì ví vĩ vị vỉa việc viêm viên viễn viện viết việt vinh vĩnh vịnh vô võ vỏ vỡ vợ vóc voi vội
    với vời vốn vong vòng vọng vợt vũ vụ vua vừa vữa vực vui vùng vũng vững vươn vườn vương vướng vượng vượt xa xà
    xá xã xạ xả xác xâm xăng xanh xao xấu xây xảy xe xế xem xếp xét xi xin xinh xô xổ xóa xoay xóm xôn xong xông xu
    xứ xử xưa xuân xuất xúc xung xưng xứng xuống xương xưởng xuyên yên yến yết yêu yếu
    """)
)
