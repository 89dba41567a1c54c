/**
 * Words that ask and tell nothing of what is asked, in English and Chinese. In a handful of titles they are as rare as any other word, and in articles, which answer, they hardly
 * occur: without this list "where is my phone" finds "Where is my order?". Articles are ranked without it (docs/search.md).
 */
export const ASKING_WORDS: readonly string[] = (
  'a an the i im my me we our you your he she they it its this that these those there here is isnt are arent was were be been am do does doesnt dont did didnt done doing ' +
  'can cant could will wont would should shall may might must have havent has hasnt had get got how what whats when where wheres why who which whose to of in on at by for from ' +
  'with about into and or but not no if so as then than yet still just please want need help any some all very too ' +
  '我 我的 我们 你 您 你们 他 她 它 这 那 这个 那个 的 地 得 了 着 过 吗 呢 吧 啊 呀 么 怎么 怎样 怎么样 怎么办 如何 哪里 哪儿 哪 哪个 什么 为什么 为何 谁 多少 几 在 是 有 没 没有 ' +
  '不 不是 请 请问 想 要 想要 可以 能 能否 会 该 应该 和 与 或 也 都 就 还 还没 还是 到 把 被 给 对 从 帮 一下 问'
).split(' ');
