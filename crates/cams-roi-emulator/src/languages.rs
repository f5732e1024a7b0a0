//! The languages of templates, and what their buttons say.

/// A language, with the texts of a template's parts in it.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) code: &'static str,
    pub(crate) body: &'static str,
    pub(crate) open: &'static str,
    pub(crate) reply: &'static str,
    pub(crate) call: &'static str,
    pub(crate) stop: &'static str,
}

const fn language(code: &'static str, [body, open, reply, call, stop]: [&'static str; 5]) -> Language {
    Language { code, body, open, reply, call, stop }
}

/// In the order in which templates are translated: one in `n` languages is there in the first `n`.
pub(crate) static LANGUAGES: [Language; 16] = [
    language(
        "en",
        ["Hello $(name), 20% off until Sunday!", "Open shop", "Tell me more", "Call us 📞", "Stop"],
    ),
    language("zh_CN", ["您好 $(name),周日前八折优惠!", "打开商店", "回复", "致电我们 📞", "退订"]),
    language(
        "es",
        [
            "¡Hola $(name)! 20 % menos hasta el domingo.",
            "Abrir tienda",
            "Más información",
            "Llámenos 📞",
            "Baja",
        ],
    ),
    language(
        "pt_BR",
        ["Olá $(name), 20% de desconto até domingo!", "Abrir loja", "Quero saber mais", "Ligue 📞", "Parar"],
    ),
    language(
        "id",
        ["Halo $(name), diskon 20% sampai Minggu!", "Buka toko", "Info lengkap", "Telepon 📞", "Berhenti"],
    ),
    language(
        "ar",
        ["مرحبا $(name)، خصم 20٪ حتى الأحد!", "افتح المتجر", "أخبرني المزيد", "اتصل بنا 📞", "إيقاف"],
    ),
    language(
        "fr",
        [
            "Bonjour $(name), -20 % jusqu’à dimanche !",
            "Ouvrir la boutique",
            "En savoir plus",
            "Appelez-nous 📞",
            "Arrêter",
        ],
    ),
    language("ja", ["$(name)さん、日曜日まで20%オフ!", "店を開く", "詳しく知る", "電話する 📞", "配信停止"]),
    language("hi", ["नमस्ते $(name), रविवार तक 20% छूट!", "दुकान खोलें", "और बताएं", "कॉल करें 📞", "बंद करें"]),
    language(
        "de",
        ["Hallo $(name), 20 % bis Sonntag!", "Laden öffnen", "Mehr dazu", "Anrufen 📞", "Abmelden"],
    ),
    language("th", ["สวัสดี $(name) ลด 20% ถึงวันอาทิตย์!", "เปิดร้าน", "ขอข้อมูลเพิ่ม", "โทรหาเรา 📞", "หยุด"]),
    language(
        "ko",
        ["$(name)님, 일요일까지 20% 할인!", "매장 열기", "더 알아보기", "전화하기 📞", "수신 거부"],
    ),
    language(
        "ru",
        ["$(name), скидка 20 % до воскресенья!", "Открыть магазин", "Подробнее", "Позвонить 📞", "Стоп"],
    ),
    language(
        "vi",
        ["Chào $(name), giảm 20% đến Chủ nhật!", "Mở cửa hàng", "Tìm hiểu thêm", "Gọi 📞", "Dừng"],
    ),
    language("tr", ["Merhaba $(name), pazara kadar %20!", "Mağazayı aç", "Bilgi ver", "Ara 📞", "Dur"]),
    language("he", ["שלום $(name), 20% הנחה עד יום ראשון!", "לחנות", "ספרו לי עוד", "התקשרו 📞", "הסר"]),
];

/// The texts of a language; English ones where it is none of the above.
pub(crate) fn texts(code: &str) -> &'static Language {
    LANGUAGES.iter().find(|language| language.code == code).unwrap_or(&LANGUAGES[0])
}
