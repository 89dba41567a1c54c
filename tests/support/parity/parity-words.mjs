// Words of twelve languages for the texts and queries that every browser must search alike: what customers write about, in several forms of a word.

/**
 * By locale. `joined`: written without spaces. `sounds`: the words at the same places as a keyboard without an input method gives them, `misheard`: characters
 * that are taken for one another, `other`: the same words in the other Chinese script.
 *
 * @type {Readonly<Record<string, {words: readonly string[], joined?: boolean, stop: string, sounds?: readonly string[], misheard?: Readonly<Record<string, string>>, other?: readonly string[]}>>}
 */
export const languages = {
  en: {
    words: split(
      'router password invoice invoices refund refunded shipping shipped parcel customs address account sign-in resetting reset connected connecting warranty repaired repairing café résumé naïve battery batteries charged charging screen colour subscription cancelled cancelling receipt delivery delivered neighbour neighbour’s payment paying card declined factory firmware updates network wireless printer label exchange e-mail',
    ),
    stop: '. ',
  },
  'zh-Hans': {
    words: split(
      '登录 密码 失败 退款 退货 发票 物流 快递 地址 账号 路由器 无线 网络 连接 重置 保修 维修 电池 充电 屏幕 会员 取消 订单 支付 银行 收据 签收 海关 清关 固件 升级 打印 标签 客服 电话 验证码 优惠 手机 视频 设置',
    ),
    sounds: split(
      'denglu mima shibai tuikuan tuihuo fapiao wuliu kuaidi dizhi zhanghao luyouqi wuxian wangluo lianjie chongzhi baoxiu weixiu dianchi chongdian pingmu huiyuan quxiao dingdan zhifu yinhang shouju qianshou haiguan qingguan gujian shengji dayin biaoqian kefu dianhua yanzhengma youhui shouji shipin shezhi',
    ),
    misheard: {
      登: '等',
      录: '路',
      失: '师',
      败: '拜',
      退: '腿',
      款: '宽',
      密: '蜜',
      码: '马',
      连: '联',
      接: '街',
      支: '之',
      付: '富',
    },
    other: split(
      '登錄 密碼 失敗 退款 退貨 發票 物流 快遞 地址 賬號 路由器 無線 網絡 連接 重置 保修 維修 電池 充電 屏幕 會員 取消 訂單 支付 銀行 收據 簽收 海關 清關 固件 升級 打印 標籤 客服 電話 驗證碼 優惠 手機 視頻 設置',
    ),
    joined: true,
    stop: '。',
  },
  'zh-Hant': {
    words: split(
      '登入 密碼 失敗 退款 退貨 發票 物流 快遞 地址 帳號 路由器 無線 網路 連線 重設 保固 維修 電池 充電 螢幕 會員 取消 訂單 付款 銀行 收據 簽收 海關 清關 韌體 升級 列印 標籤 客服 電話 驗證碼 優惠 手機 影片 設定',
    ),
    sounds: split(
      'dengru mima shibai tuikuan tuihuo fapiao wuliu kuaidi dizhi zhanghao luyouqi wuxian wanglu lianxian chongshe baogu weixiu dianchi chongdian yingmu huiyuan quxiao dingdan fukuan yinhang shouju qianshou haiguan qingguan renti shengji lieyin biaoqian kefu dianhua yanzhengma youhui shouji yingpian sheding',
    ),
    misheard: { 登: '等', 失: '師', 敗: '拜', 退: '腿', 密: '蜜', 碼: '馬', 連: '聯', 付: '富', 電: '店' },
    other: split(
      '登入 密码 失败 退款 退货 发票 物流 快递 地址 帐号 路由器 无线 网路 连线 重设 保固 维修 电池 充电 萤幕 会员 取消 订单 付款 银行 收据 签收 海关 清关 韧体 升级 列印 标签 客服 电话 验证码 优惠 手机 影片 设定',
    ),
    joined: true,
    stop: '。',
  },
  ja: {
    words: split(
      'ログイン パスワード 失敗 返金 返品 請求書 配送 荷物 住所 アカウント ルーター 無線 接続 できません リセット 保証 修理 バッテリー 充電 画面 会員 取り消す 注文 支払い 銀行 領収書 受け取る 税関 通関 更新 印刷 ラベル 電話 認証コード 割引 スマートフォン 動画 設定 ガス ぱぴぷぺぽ',
    ),
    joined: true,
    stop: '。',
  },
  ko: {
    words: split(
      '로그인 비밀번호 실패 환불 환불을 반품 송장 배송 배송이 택배 주소 계정 공유기 무선 네트워크 연결 연결이 초기화 보증 수리 배터리 충전 화면 회원 취소 주문 주문한 결제 은행 영수증 수령 세관 통관 펌웨어 업데이트 인쇄 라벨 전화 인증번호 할인 휴대폰 동영상 설정',
    ),
    stop: '. ',
  },
  th: {
    words: split(
      'เข้าสู่ระบบ รหัสผ่าน ล้มเหลว คืนเงิน คืนสินค้า ใบแจ้งหนี้ จัดส่ง พัสดุ ที่อยู่ บัญชี เราเตอร์ ไร้สาย เครือข่าย เชื่อมต่อ รีเซ็ต รับประกัน ซ่อม แบตเตอรี่ ชาร์จ หน้าจอ สมาชิก ยกเลิก คำสั่งซื้อ ชำระเงิน ธนาคาร ใบเสร็จ รับของ ศุลกากร อัปเดต พิมพ์ ป้าย โทรศัพท์ รหัสยืนยัน ส่วนลด มือถือ วิดีโอ ตั้งค่า',
    ),
    joined: true,
    stop: ' ',
  },
  vi: {
    words: split(
      'đăng nhập mật khẩu thất bại hoàn tiền trả hàng hóa đơn giao vận chuyển địa chỉ tài khoản bộ định tuyến không dây mạng kết nối đặt lại bảo hành sửa chữa pin sạc màn hình thành viên hủy đơn thanh toán ngân hàng biên lai nhận hải quan cập nhật in nhãn điện thoại mã xác minh giảm giá',
    ),
    stop: '. ',
  },
  ru: {
    words: split(
      'вход войти пароль пароля паролем ошибка ошибки возврат возврата деньги счёт счета доставка доставку посылка посылки адрес аккаунт роутер беспроводной сеть сети подключение подключения сбросить гарантия гарантии ремонт батарея зарядка экран подписка отменить заказ заказа оплата оплатить банк чек получение таможня прошивка обновление печать этикетка телефон код скидка ещё ёлка',
    ),
    stop: '. ',
  },
  ar: {
    words: split(
      'تسجيل الدخول كلمة المرور فشل استرداد المال إرجاع المنتج فاتورة الفاتورة شحن الشحنة طرد عنوان العنوان حساب الحساب جهاز التوجيه لاسلكي شبكة الشبكة اتصال إعادة ضبط ضمان إصلاح بطارية البطارية شاشة اشتراك إلغاء طلب الطلبات دفع بنك إيصال استلام جمارك تحديث طباعة ملصق هاتف رمز خصم أين متى',
    ),
    stop: '. ',
  },
  de: {
    words: split(
      'Anmeldung anmelden Passwort Passwörter Fehler Erstattung erstattet Rücksendung Rechnung Rechnungen Versand verschickt Paket Pakete Straße Grüße Konto Konten Router drahtlos Netzwerk verbinden Verbindung zurücksetzen Garantie Reparatur reparieren Akku Ladegerät Bildschirm Mitglied kündigen gekündigt Bestellung Bestellungen Zahlung bezahlen Bank Quittung Empfang Zoll Zollanmeldung Aktualisierung drucken Etikett Telefon Gutschein größer',
    ),
    stop: '. ',
  },
  tr: {
    words: split(
      'giriş şifre şifremi şifresi hata iade iadesi para fatura faturalar kargo kargoda paket adres adresi hesap hesabım yönlendirici kablosuz ağ bağlantı bağlantısı sıfırlama garanti garantisi onarım pil şarj ekran üyelik iptal sipariş siparişler siparişim ödeme ödemeler banka fiş teslim gümrük güncelleme yazdırma etiket telefon kod indirim ışık İstanbul ılık',
    ),
    stop: '. ',
  },
  es: {
    words: split(
      'inicio sesión contraseña contraseñas error reembolso reembolsos devolución devoluciones factura facturas envío envíos paquete dirección direcciones cuenta router inalámbrico red conexión conexiones conectar restablecer garantía reparación batería cargador pantalla suscripción cancelar cancelado pedido pedidos pago pagos pagar banco recibo entrega aduana actualización imprimir etiqueta teléfono código descuento año señal',
    ),
    stop: '. ',
  },
};

function split(text) {
  return text.split(' ');
}
