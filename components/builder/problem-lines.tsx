import Link from 'next/link'
import { link } from '../site/buttons.ts'

/** Why questions could not be published, each with the way to it. */
export function ProblemLines(props: { problems: readonly { slug: string; title?: string; problem: string }[] }) {
  return (
    <ul className="interface mt-3 flex flex-col gap-3">
      {props.problems.map(({ slug, title, problem }) => (
        <li key={slug}>
          <Link href={`/staff/questions/${slug}`} prefetch={false} className={link}>
            {title ?? slug}
          </Link>
          <span className="block whitespace-pre-line text-wrong wrap-anywhere">{problem}</span>
        </li>
      ))}
    </ul>
  )
}
