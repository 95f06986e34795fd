import { secondary } from './buttons.ts'

interface Props {
  title: string
  text: string
  href?: string
  action?: string
}

/** A page that has one thing to say, and where to go from there. */
export function Notice({ title, text, href, action }: Props) {
  return (
    <main id="content" className="mx-auto max-w-measure px-5 py-20 sm:py-28">
      <h1 className="text-title font-semibold">{title}</h1>
      <p className="mt-4 max-w-[52ch]">{text}</p>
      {href && action && (
        <p className="mt-8">
          <a className={secondary} href={href}>
            {action}
          </a>
        </p>
      )}
    </main>
  )
}
