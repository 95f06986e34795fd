import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Label } from './label.tsx'

it('a label is set for who looks and said in words for who listens', () => {
  const html = renderToStaticMarkup(
    <Label of={{ label: 'm hat after', labelNodes: [{ html: '<i>m</i>' }, ' <after>'] }} />,
  )
  expect(html).toContain('<span class="sr-only">m hat after</span>')
  expect(html).toMatch(/<span aria-hidden="true"[^>]*><span data-inline="true"><i>m<\/i><\/span> &lt;after&gt;<\/span>/)
})

it('a label of words is text', () => {
  expect(renderToStaticMarkup(<Label of={{ label: 'Output <gate>' }} />)).toBe('Output &lt;gate&gt;')
})
