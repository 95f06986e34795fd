import { defaultLocale, messagesIn } from '../../../components/messages/catalogue.ts'

export default function Loading() {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-16 sm:px-6" aria-busy="true">
      <p role="status" className="text-soft">
        {messagesIn(defaultLocale)('site.loading')}
      </p>
    </main>
  )
}
