export const saving = {
  nothingYet: 'No changes yet',
  saved: 'Saved {time}',
  saving: 'Saving…',
  retrying: '{n, plural, one {One answer is not saved yet} other {# answers are not saved yet}}: trying again',
  closed: 'Closed',
  refused: 'Not saved: {message}',
  replaced: 'A newer answer from another page took the place of yours.',
  putBack: 'Put mine back',
  keepNewer: 'Keep the newer one',
  keptHere:
    '{n, plural, one {One answer came too late and stands on this page only.} other {# answers came too late and stand on this page only.}}',
}
