-- How the reviewing of every part stands is counted from the index alone: its keys are few, so it is small.
CREATE INDEX "review_entry_exam_id_field_why_decided_idx" ON "review_entry"("exam_id", "field", "why", "decided");

-- What came late is rare: whoever looks for it reads nothing else.
CREATE INDEX "save_event_late" ON "save_event"("attempt_id") WHERE late;
