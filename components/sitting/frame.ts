/** The layout that the exam and the room kept for it share, so that nothing moves when it comes. */
export const frame = {
  bar: 'sticky top-0 z-10 border-b border-rule bg-paper print:static [@media(max-height:26rem)]:static',
  barInner: 'interface mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-1.5 sm:px-6',
  body: 'mx-auto flex max-w-6xl flex-col gap-x-14 px-4 sm:px-6 lg:flex-row',
  side: 'shrink-0 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:w-60 lg:self-start lg:overflow-y-auto lg:pt-10 print:hidden',
  sheet: 'min-w-0 max-w-measure grow pb-24',
}
