-- The finaliser takes those first that have been overdue longest, so that its order is the same every time.
CREATE OR REPLACE FUNCTION close_overdue(p_limit int, p_attempt uuid DEFAULT NULL) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  v_candidate uuid;
BEGIN
  FOR v_candidate IN
    SELECT a.id FROM attempt a CROSS JOIN LATERAL attempt_times(a.id) t
    WHERE a.state = 'open' AND (p_attempt IS NULL OR a.id = p_attempt) AND clock_timestamp() > t.shuts
    ORDER BY t.shuts, a.id
    LIMIT p_limit
  LOOP
    PERFORM FROM attempt WHERE id = v_candidate AND state = 'open' FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND AND clock_timestamp() > attempt_shuts(v_candidate) THEN
      RETURN NEXT freeze_attempt(v_candidate, 'deadline');
    END IF;
  END LOOP;
END $$;
