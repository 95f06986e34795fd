import type { PaperTag } from '../../grader/answers/paper.ts'

/** How the text of a question is set, tag by tag. */
export const classes: Partial<Record<PaperTag, string>> = {
  p: 'my-4 first:mt-0 last:mb-0',
  h3: 'mt-8 mb-3 text-lead font-semibold',
  h4: 'mt-6 mb-2 font-semibold',
  ul: 'my-4 list-disc space-y-1 pl-6 marker:text-soft',
  ol: 'my-4 list-decimal space-y-1 pl-6 marker:text-soft',
  blockquote: 'my-4 border-l border-line pl-5 text-soft',
  code: 'rounded-xs bg-sheet px-1 font-mono text-[0.88em]',
  pre: 'bg-sheet p-4 font-mono text-ui',
  hr: 'my-8 border-rule',
  a: 'text-accent underline underline-offset-3',
  table: 'border-y border-line text-ui [&_td]:px-3 [&_td]:py-1.5 [&_th]:px-3 [&_th]:py-1.5',
  thead: 'border-b border-line text-left font-semibold',
  tr: 'border-b border-rule last:border-0',
  figure: 'my-6',
  figcaption: 'mt-2 text-ui text-soft',
}
