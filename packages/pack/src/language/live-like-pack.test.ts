import type { ArticleSource } from '@helpkiosk/core';
import { createLiveSearch, openPack } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../build-pack.js';

/** Titles and bodies of a small shop's help in one language, and questions about them. */
type Help = readonly [
  locale: string,
  articles: readonly (readonly [title: string, body: string])[],
  asked: readonly string[],
];

const HELP: readonly Help[] = [
  [
    'en',
    [
      ['Connecting a printer', 'Printers are found on the network.\n\n# The printer was not found\n\nRestart it.'],
      ['Reset your password', 'Passwords expire. A link is mailed.\n\n# No mail\n\nLook into the spam folder.'],
      ['Invoices and refunds', 'Invoices are mailed monthly; refunds take five days.'],
      ['Error E_5012 on the network', 'Connect the cable again.'],
    ],
    ['connect printers', 'password reset mail', 'refund', 'e_5012', 'invoicing', 'network connection', 'pasword'],
  ],
  [
    'zh-Hans',
    [
      ['如何申请发票', '打开订单详情，点击申请发票，填写抬头与税号。'],
      ['忘记密码怎么办', '在登录页点击忘记密码。\n\n# 收不到验证码\n\n请检查垃圾邮件。'],
      ['退款多久到账', '退款在五个工作日内原路退回。'],
      ['无法登录应用', '请先更新应用，再重启手机。'],
    ],
    ['申请发票', '忘记密码', '收不到验证码', '退款', '登录不了', '手机应用', 'wangjimima', '發票', '忘计密码'],
  ],
  [
    'zh-Hant',
    [
      ['如何申請發票', '打開訂單詳情，點擊申請發票，填寫抬頭與統一編號。'],
      ['忘記密碼怎麼辦', '在登入頁點擊忘記密碼。\n\n# 收不到驗證碼\n\n請檢查垃圾郵件。'],
      ['退款多久到帳', '退款在五個工作天內原路退回。'],
      ['無法登入應用程式', '請先更新應用程式，再重新啟動手機。'],
    ],
    ['申請發票', '忘記密碼', '收不到驗證碼', '退款', '无法登入', '发票', 'fapiao'],
  ],
  [
    'ja',
    [
      [
        'パスワードを忘れた場合',
        'ログイン画面で再設定を選びます。\n\n# メールが届かない\n\n迷惑メールを確認してください。',
      ],
      ['領収書を発行する', '注文の詳細から領収書を発行できます。'],
      ['返金の時期', '返金は五営業日以内に行われます。'],
      ['アプリにログインできない', 'アプリを更新してください。'],
    ],
    ['パスワード', '領収書', '返金', 'ログインできない', 'メールが届かない', 'ﾊﾟｽﾜｰﾄﾞ'],
  ],
  [
    'th',
    [
      ['ลืมรหัสผ่าน', 'เลือกลืมรหัสผ่านในหน้าเข้าสู่ระบบ\n\n# ไม่ได้รับอีเมล\n\nตรวจสอบโฟลเดอร์สแปม'],
      ['ขอใบกำกับภาษี', 'เปิดคำสั่งซื้อแล้วขอใบกำกับภาษี'],
      ['การคืนเงิน', 'เงินจะคืนภายในห้าวันทำการ'],
      ['เข้าสู่ระบบไม่ได้', 'อัปเดตแอปก่อน'],
    ],
    ['รหัสผ่าน', 'ใบกำกับภาษี', 'คืนเงิน', 'เข้าสู่ระบบ', 'ไม่ได้รับอีเมล'],
  ],
  [
    'de',
    [
      ['Drucker verbinden', 'Drucker werden im Netzwerk gefunden.\n\n# Der Drucker fehlt\n\nStarten Sie ihn neu.'],
      ['Passwort zurücksetzen', 'Passwörter laufen ab. Ein Link wird verschickt.'],
      ['Rechnungen und Erstattungen', 'Rechnungen kommen monatlich; Erstattungen dauern fünf Tage.'],
      ['Fehler E_5012 im Netzwerk', 'Verbinden Sie das Kabel erneut.'],
    ],
    ['Drucker Verbindung', 'Passworte', 'Rechnung', 'Erstattung', 'e_5012', 'zurucksetzen', 'Rehcnungen'],
  ],
];

const sourcesOf = ([locale, articles]: Help): ArticleSource[] =>
  articles.map(([title, body], order) => ({
    id: `a${order}`,
    locale,
    title,
    body,
    order,
    keywords: order ? [] : ['start'],
  }));

describe('a live set with the dictionary of a pack', () => {
  it.each(HELP.map((help) => [help[0], help] as const))('answers as that pack does: %s', async (_, help) => {
    const sources = sourcesOf(help);
    const files = await buildPack(sources);
    const pack = await openPack(async (name) => files.get(name)!);
    const live = await createLiveSearch(sources, { analyser: pack });
    for (const asked of help[2]) {
      const [fromPack, fromLive] = [await pack.query(asked), await live.query(asked)];
      const rounded = ({ results, ...answer }: typeof fromPack): unknown => ({
        ...answer,
        results: results.map((result) => ({ ...result, score: result.score.toFixed(6) })),
      });
      expect({ asked, ...(rounded(fromLive) as object) }).toEqual({ asked, ...(rounded(fromPack) as object) });
      expect([asked, fromPack.total]).not.toEqual([asked, 0]);
    }
  });

  it('puts the newer and the more helpful first as that pack does, where texts are equal', async () => {
    const DAY_MS = 86_400_000;
    const sources = Array.from({ length: 30 }, (_, i): ArticleSource => ({
      ...{ id: `a${i}`, locale: 'en', title: i % 3 ? 'Refund' : 'Refund of parcels', body: 'Within five days.' },
      ...(i % 4 && { updatedAt: 1_760_000_000_000 - ((i * 7) % 30) * 60 * DAY_MS }),
      ...(i % 5 && { votes: { yes: (i * 13) % 31, no: (i * 17) % 23 } }),
    }));
    const files = await buildPack(sources);
    const pack = await openPack(async (name) => files.get(name)!);
    const live = await createLiveSearch(sources, { analyser: pack });
    for (const asked of ['refund', 'parcel', 'five days refund']) {
      const [fromPack, fromLive] = await Promise.all([pack, live].map((search) => search.query(asked, { limit: 30 })));
      const orderOf = (answer: typeof fromPack): unknown =>
        answer!.results.map(({ articleId, score }) => [articleId, score.toFixed(6)]);
      expect(orderOf(fromLive)).toEqual(orderOf(fromPack));
      expect(fromPack!.results.map(({ articleId }) => articleId)).not.toEqual(
        (
          await (
            await createLiveSearch(sources.map(({ updatedAt: _, votes: __, ...source }) => source))
          ).query(asked, { limit: 30 })
        ).results.map(({ articleId }) => articleId),
      );
    }
  });

  it('takes the nearest language of the pack, and its own rules where there is none', async () => {
    const files = await buildPack(sourcesOf(HELP[0]!));
    const analyser = await openPack(async (name) => files.get(name)!);
    const german = await createLiveSearch([{ id: 'a', locale: 'de', title: 'Rechnungen', body: '' }], { analyser });
    expect((await german.query('Rechnungen')).total).toBe(1);
    const british = await createLiveSearch([{ id: 'a', locale: 'en-GB', title: 'Connecting', body: '' }], { analyser });
    expect((await british.query('connected x')).total).toBe(1);
  });
});
