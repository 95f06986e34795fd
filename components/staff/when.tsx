import { printTime } from '../site/times.ts'

/** A moment in the reader's zone, with the exact instant for machines. */
export function When(props: { iso: string | null; locale: string; zone: string }) {
  if (!props.iso) return <span aria-hidden="true">–</span>
  return <time dateTime={props.iso}>{printTime(props.iso, props.locale, props.zone)}</time>
}
