/** Correcting a question in an exam that uses it. */
export const corrections = {
  title: 'Exams that use it',
  unused: 'No exam of your courses uses this question.',
  counts:
    '{sitting, plural, =0 {nobody sits it} other {# sit it}}, {submissions, plural, =0 {nobody has handed in} other {# handed in}}',
  behind: 'exams get another version now',
  open: 'A regrade waits for a decision',
  correct: 'Correct it…',
  past: 'Corrections',
  inExam:
    '{policy, select, regrade {Regraded} both {Both accepted} points {Points given} other {{policy}}} in “{exam}”',
  heading: 'Correct “{title}”',
  facts:
    'In “{exam}” it is version {version}. {sitting, plural, =0 {Nobody sits it now} other {# sit it now}}, {submissions, plural, =0 {nobody has handed in} other {# handed in}}.',
  lead: 'What students saw stays as they saw it. Their answers are graded again in the way you choose; you see who gains and who loses, and nothing counts before you approve it.',
  variants:
    'Everybody keeps the numbers that were drawn for them. Where a constraint of the corrected question does not hold for them, or a mistake can no longer be told from the truth, they are graded by the corrected question all the same, and what you see next says in how many variants.',
  untouched:
    'Nobody has begun this exam yet. There is nothing to grade again: it can take the corrected question in and draw new variants.',
  drawAnew: 'Its checklist, and drawing anew',
  otherwise: 'Or leave the variants as they are',
  same: 'The exam has what is published. To regrade by a corrected question, publish that first; points can be given at once.',
  away: 'What is published cannot be read just now, because the grader does not answer. Points can be given all the same.',
  several: 'Correct it in several exams at once…',
  severalFacts: '{n, plural, one {# exam uses it} other {# exams use it}} and can be corrected.',
  policyForAll: 'How it is corrected, where an exam says nothing else',
  inExams: 'In which exams',
  asAll: 'As said above',
  policyIn: 'How it is corrected in “{exam}”',
  upToDate: 'it has what is published; points can be given',
  chooseExam: 'Choose at least one exam.',
  askSeveral: '{n, plural, one {Grade again in # exam} other {Grade again in # exams}}',
  asked: '{n, plural, =0 {Nothing was begun} one {It is graded again in # exam} other {It is graded again in # exams}}',
  askedLead: 'Nothing counts before you have seen and approved it, exam by exam.',
  policy: 'How it is corrected',
  policyName:
    '{policy, select, regrade {The corrected question alone counts} both {Accept both} points {Give points to everybody} other {{policy}}}',
  policySays:
    '{policy, select, regrade {Answers are graded by the corrected question. Who was right only by the old one loses points.} both {Answers are graded by both; each part counts as it is better. Nobody loses.} points {Whoever was asked has all points of the parts you name, whatever they answered.} other {{policy}}}',
  parts: 'Parts',
  chooseParts: 'Choose at least one part.',
  reason: 'Why, for whoever reads the history',
  notice: 'What students are told',
  noticeHint:
    'Said when you approve: to those who sit the exam at once, to those who sat it on their result and by mail. Left empty, nobody is told.',
  ask: 'See who gains and who loses',
  differs: 'What is corrected',
}
