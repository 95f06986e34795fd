/** A moment, in words of the page's locale and in UTC, with the exact instant for machines. */
export function When(props: { iso: string | null; locale: string }) {
  if (!props.iso) return <span aria-hidden="true">–</span>
  const words = new Intl.DateTimeFormat(props.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return <time dateTime={props.iso}>{`${words.format(new Date(props.iso))} UTC`}</time>
}
