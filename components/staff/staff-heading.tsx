import Link from 'next/link'
import type { ReactNode } from 'react'
import { typed } from '../paper/typed.ts'
import { link } from '../site/buttons.ts'

/** The top of a staff page: where it belongs, what it is, and a line of facts. */
export function StaffHeading(props: { back?: { href: string; text: string }; title: string; facts?: ReactNode }) {
  return (
    <header className="mb-8">
      {props.back ? (
        <p className="interface mb-1.5">
          <Link href={props.back.href} prefetch={false} className={`${link} inline-flex min-h-6 items-center`}>
            {props.back.text}
          </Link>
        </p>
      ) : null}
      <h1 className={`text-title font-semibold text-balance ${typed}`}>{props.title}</h1>
      {props.facts ? <p className={`interface mt-2 text-soft ${typed}`}>{props.facts}</p> : null}
    </header>
  )
}

/** A titled part of a staff page. */
export function StaffSection(props: { id?: string; title: string; children: ReactNode }) {
  return (
    <section id={props.id} className="mt-10 border-t border-rule pt-6">
      <h2 className="mb-4 font-serif text-lead font-semibold">{props.title}</h2>
      {props.children}
    </section>
  )
}
