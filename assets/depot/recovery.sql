-- What staff do once a kiosk is frozen or lost: its ledger is found, its codes turn out unused or void.
-- Run at each `hallpass depot init`, before functions.sql, which says who may call it.

-- Codes that a kiosk holds and nobody is known to have taken: what is at stake when it is declared
-- lost. While the depot is rebuilding, every free code is: nobody knows what the kiosk was given.
CREATE OR REPLACE VIEW depot.at_stake AS
  SELECT held.kiosk, held.pass_type, held.value, count(*) AS codes FROM (
    SELECT l.kiosk, c.pass_type, coalesce(b.value, '') AS value
      FROM depot.code c JOIN depot.lease l ON l.id = c.lease LEFT JOIN depot.batch b ON b.id = c.batch
      WHERE c.state = 'leased'
    UNION ALL
    SELECT k.id, c.pass_type, coalesce(b.value, '')
      FROM depot.world w CROSS JOIN depot.kiosk k CROSS JOIN depot.code c
      LEFT JOIN depot.batch b ON b.id = c.batch
      WHERE w.rebuilding AND c.state = 'free') AS held
  GROUP BY held.kiosk, held.pass_type, held.value;

-- Whether more than one ledger spoke, or may have spoken, for that kiosk.
CREATE OR REPLACE FUNCTION depot.forked(k uuid) RETURNS boolean
LANGUAGE sql AS $$
  SELECT EXISTS (SELECT 1 FROM depot.conflict c
                 WHERE c.kiosk = k AND c.reason IN ('two-ledgers', 'older-ledger'));
$$;

-- Links of a kiosk that is frozen or lost, out of its ledger. 'ok', 'unknown', 'active', 'gap', or
-- 'frozen' where the depot has another entry there.
CREATE OR REPLACE FUNCTION depot.recover_links(k uuid, seqs bigint[], previous bytea[], hashes bytea[],
                                               events text[], tokens bytea[], times bigint[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text;
BEGIN
  SELECT o.state INTO its FROM depot.kiosk o WHERE o.id = k FOR UPDATE;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF its = 'active' THEN RETURN its; END IF;
  its := depot.take_links(k, seqs, previous, hashes, events, tokens, times);
  IF its = 'frozen' THEN PERFORM depot.stop(k, 'two-ledgers'); END IF;
  RETURN its;
END $$;

-- What became of the codes of such a kiosk, by its ledger, which ends with entry `up_to`. A code that
-- somebody took is claimed. `whole`: the ledger ends where the depot's links do, and no other one spoke
-- for this kiosk; then the codes that nobody took may be declared unused, for which `back` is what they
-- are.
CREATE OR REPLACE FUNCTION depot.recover_codes(k uuid, up_to bigint, codes uuid[], fates text[],
                                               outcomes text[], back text[], by_whom text,
                                               OUT state text, OUT whole boolean, OUT unused bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  its depot.kiosk;
  marked bigint;
BEGIN
  unused := 0;
  whole := false;
  SELECT * INTO its FROM depot.kiosk o WHERE o.id = k FOR UPDATE;
  IF NOT FOUND THEN state := 'unknown'; RETURN; END IF;
  state := CASE WHEN its.state = 'active' THEN 'active' ELSE 'ok' END;
  IF state <> 'ok' THEN RETURN; END IF;
  whole := up_to = its.last_seq AND NOT depot.forked(k);
  FOR i IN 1 .. cardinality(codes) LOOP
    IF fates[i] IN ('claimed', 'quarantined') THEN
      PERFORM depot.take_fate(k, codes[i], fates[i], outcomes[i], '');
    ELSIF whole THEN
      UPDATE depot.code c SET outcome = 'unused', secret = back[i], sealed = NULL
        WHERE c.id = codes[i] AND c.state = 'quarantined' AND back[i] <> ''
          AND c.lease IN (SELECT l.id FROM depot.lease l WHERE l.kiosk = k);
      GET DIAGNOSTICS marked = ROW_COUNT;
      unused := unused + marked;
    END IF;
  END LOOP;
  INSERT INTO depot.decision VALUES (gen_random_uuid(), CASE WHEN whole THEN 'recovered'
    ELSE 'recovered in part' END, k, by_whom, '', now());
END $$;

-- Two people free the codes of a lost kiosk that nobody took, by its own ledger. Answers 'unknown',
-- 'not-lost', 'rebuilding', or 'not-recovered', where that ledger was not seen whole.
CREATE OR REPLACE FUNCTION depot.declare_unused(k uuid, one text, other text,
                                                OUT state text, OUT codes bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  codes := 0;
  PERFORM depot.two_people(one, other);
  SELECT o.state INTO state FROM depot.kiosk o WHERE o.id = k FOR UPDATE;
  IF NOT FOUND THEN state := 'unknown'; RETURN; END IF;
  IF state <> 'lost' THEN state := 'not-lost'; RETURN; END IF;
  state := 'ok';
  IF (SELECT w.rebuilding FROM depot.world w FOR SHARE) THEN state := 'rebuilding'; RETURN; END IF;
  IF depot.forked(k) OR NOT EXISTS (SELECT 1 FROM depot.decision d
                                    WHERE d.kiosk = k AND d.what = 'recovered') THEN
    state := 'not-recovered';
    RETURN;
  END IF;
  INSERT INTO depot.given_back
    SELECT c.id, k FROM depot.code c JOIN depot.lease l ON l.id = c.lease
    WHERE l.kiosk = k AND c.state = 'quarantined' AND c.outcome = 'unused' ON CONFLICT DO NOTHING;
  UPDATE depot.code c SET state = 'free', lease = NULL, outcome = ''
    WHERE c.state = 'quarantined' AND c.outcome = 'unused'
      AND c.lease IN (SELECT l.id FROM depot.lease l WHERE l.kiosk = k);
  GET DIAGNOSTICS codes = ROW_COUNT;
  INSERT INTO depot.decision VALUES (gen_random_uuid(), 'unused', k, one, other, now());
END $$;

-- Two people say that the issuer made the codes void that this kiosk left in quarantine. How many; -1
-- where there is no such kiosk.
CREATE OR REPLACE FUNCTION depot.declare_void(k uuid, one text, other text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE voided bigint;
BEGIN
  PERFORM depot.two_people(one, other);
  IF NOT EXISTS (SELECT 1 FROM depot.kiosk o WHERE o.id = k) THEN RETURN -1; END IF;
  UPDATE depot.code c SET state = 'void', secret = NULL, sealed = NULL
    WHERE c.state = 'quarantined' AND c.lease IN (SELECT l.id FROM depot.lease l WHERE l.kiosk = k);
  GET DIAGNOSTICS voided = ROW_COUNT;
  INSERT INTO depot.decision VALUES (gen_random_uuid(), 'void', k, one, other, now());
  RETURN voided;
END $$;
