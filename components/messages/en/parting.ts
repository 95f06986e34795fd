/** Where a chain of values parted from what was expected. */
export const parting = {
  here: 'Your values part here: {place} of “{step}”. You wrote {own}; the reference gives {expected}.',
  hereThrough:
    'Your values part here: {place} of “{step}”. You wrote {own}; your earlier values lead to {led}; the reference gives {expected}.',
  hereScalar: 'Your values part here: “{step}”. You wrote {own}; the reference gives {expected}.',
  hereScalarThrough:
    'Your values part here: “{step}”. You wrote {own}; your earlier values lead to {led}; the reference gives {expected}.',
  hereSomewhere: 'Your values part at “{step}”.',
  parted: 'your values part here',
  followed: 'follows from your own values',
  right: 'right',
  off: 'does not follow from your own values either',
  unanswered: 'not answered',
  nothing: 'Nothing that can be compared.',
  otherShape: 'Your answer is {own}; the expected one is {expected}.',
  yours: 'You wrote',
  fromYours: 'From your earlier values',
  reference: 'Expected',
  apart: 'How far apart',
  agrees: 'close enough',
  firstHere: '(the first that is off)',
  offHere: '(off)',
  moreSlices: '{n, plural, one {# more slice is not shown.} other {# more slices are not shown.}}',
  legend: '▸ the first value that is off, ✗ the others, ≈ close enough; orange is above zero, blue below.',
}
