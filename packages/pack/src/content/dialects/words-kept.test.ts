import { textOf } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileArticle } from '../compile-markdown.js';

/** Every visible word begins with `seen`, every other with `code`; each occurs once. */
const SOURCES: Readonly<Record<string, string>> = {
  docusaurus: `import Tabs from 'code1';

seen1 before the first heading

# seen2 {#code2}

:::tip[seen3 **seen4**]{icon="code3"}
seen5

::::note
seen6
::::
:::

<Tabs groupId="code4">
  <TabItem value="code5" label="seen7" default>

    - seen8
      seen9

  </TabItem>
</Tabs>

{/* code6 */} seen10 {"seen11"} <b className="code7">seen12</b>

\`\`\`js title="code8" {1}
seen13
\`\`\`

<details><summary>seen14</summary>seen15</details>`,
  vitepress: `seen1 *seen2*

[[toc]]

::: details seen3
- seen4
  ::: warning
  seen5
  :::
:::

seen6 <Badge type="code1" text="seen7" />

| seen8 | seen9 |
|:--|--:|
| seen10 | \`seen11\` |

<script setup>
import code2 from 'code3'
</script>`,
  hugo: `{{% notice code1 %}}
seen1 [seen2]({{< relref "code2" >}})
{{% /notice %}}

{{< code3 class="code4" >}}seen3{{< /code3 >}}

{{< expand "seen4" >}}
1. seen5

   {{< figure src="code5.png" alt="seen6" >}}
{{< /expand >}}

seen7
: seen8`,
  mkdocs: `!!! warning "seen1"

    seen2

    === "seen3"

        seen4 \`seen5\`

    === "seen6"

        > seen7

???+ note
    seen8[^code1]

[^code1]: seen9
    seen10

[seen11](https://code2.example "code3"){ .code4 }`,
  obsidian: `> [!faq]- seen1
> seen2
> > [!tip] seen3
> > seen4

seen5 ==seen6== %%code1%% [[code2|seen7]] [[seen8]] ^code3

- [ ] seen9
- [x] seen10

**seen11：**seen12 ~~seen13~~`,
};

describe('words of a source', () => {
  it.each(Object.keys(SOURCES))('are all in the tree, and nothing else: %s', (name) => {
    const source = SOURCES[name]!;
    const text = textOf(compileArticle(source).tree.nodes);
    const words = (of: string): string[] => [...new Set(of.match(/seen\d+/g))].sort();
    expect(words(text)).toEqual(words(source));
    expect(text.match(/code\d+/g)).toBeNull();
  });
});
