import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { defaultLocale, pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { StartButton } from './start-button.tsx'

it('cannot be pressed before the page’s scripts run: the browser would load the page anew instead of starting', () => {
  const html = renderToString(
    <MessagesProvider locale={defaultLocale} messages={pickMessages(defaultLocale, ['start', 'access'])}>
      <StartButton examId="e" />
    </MessagesProvider>,
  )
  expect(html).toMatch(/<button[^>]* disabled/)
})
