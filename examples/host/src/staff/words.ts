/** What simulated agents say, by language; each list is said in turn. */
export const STAFF_WORDS = {
  greeting: [
    {
      en: 'Hello, I have read what you wrote. One moment, I am looking into it.',
      'zh-Hans': '您好，您写的我已经看过了。请稍等，我查一下。',
      'zh-Hant': '您好，您寫的我已經看過了。請稍等，我查一下。',
    },
  ],
  answer: [
    {
      en: 'I see it in our system. This is a simulated agent, so nothing was changed.',
      'zh-Hans': '我在系统里看到了。我是模拟客服，没有改动任何内容。',
      'zh-Hant': '我在系統裡看到了。我是模擬客服，沒有改動任何內容。',
    },
    {
      en: 'Thank you. Is there anything else that I should look at?',
      'zh-Hans': '谢谢。还有其他需要我看的吗？',
      'zh-Hant': '謝謝。還有其他需要我看的嗎？',
    },
  ],
  ticket: [
    {
      en: 'Thank you for your message. Which of the items is it about?',
      'zh-Hans': '感谢您的来信。请问是哪一件商品？',
      'zh-Hant': '感謝您的來信。請問是哪一件商品？',
    },
  ],
  solved: [
    {
      en: 'That settles it. Write here again if something is still open.',
      'zh-Hans': '问题已处理。如果还有问题，请在这里继续回复。',
      'zh-Hant': '問題已處理。如果還有問題，請在這裡繼續回覆。',
    },
  ],
} as const;

/** Names of simulated agents, in turn. */
export const STAFF_NAMES = ['Agent 1', 'Agent 2', 'Agent 3', 'Agent 4', 'Agent 5', 'Agent 6'] as const;
