-- The depot's rules. Run at each `hallpass depot init`: what is here replaces what was. Every function
-- is one transaction of its own and may be called again. It answers with a word rather than an error,
-- for an error would take back what it wrote down. The same rules stand in
-- tests/kiosk/depot/depot_twin.cpp, and a test compares the two.

-- The state of that kiosk, whose row stays locked: calls of one kiosk come one after the other.
CREATE OR REPLACE FUNCTION depot.standing(k uuid, secret bytea) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE its depot.kiosk;
BEGIN
  SELECT * INTO its FROM depot.kiosk WHERE id = k FOR UPDATE;
  IF NOT FOUND OR its.secret_hash <> sha256(secret) THEN RETURN 'unknown'; END IF;
  RETURN its.state;
END $$;

CREATE OR REPLACE FUNCTION depot.rebuild() RETURNS void
LANGUAGE sql AS $$
  UPDATE depot.world SET rebuilding = true, generation = gen_random_uuid() WHERE NOT rebuilding;
$$;

CREATE OR REPLACE FUNCTION depot.put_conflict(k uuid, l uuid, c uuid, why text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO depot.conflict VALUES (gen_random_uuid(), k, l, c, why, now());
$$;

CREATE OR REPLACE FUNCTION depot.stop(k uuid, reason text) RETURNS void
LANGUAGE sql AS $$
  UPDATE depot.kiosk SET state = 'frozen', why = reason WHERE id = k AND state = 'active';
  INSERT INTO depot.conflict VALUES (gen_random_uuid(), k, NULL, NULL, reason, now());
$$;

CREATE OR REPLACE FUNCTION depot.two_people(one text, other text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF lower(trim(one)) = lower(trim(other)) OR trim(one) = '' OR trim(other) = '' THEN
    RAISE EXCEPTION 'two people decide this';
  END IF;
END $$;

-- Gives each new row of depot.subject its number, and finds those that crossed; the newest number.
-- One call after the other: who sees a number has seen all that are lower.
CREATE OR REPLACE FUNCTION depot.number_subjects() RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  newest bigint;
  one depot.subject;
BEGIN
  SELECT a.last INTO newest FROM depot.subjects a;
  IF NOT EXISTS (SELECT 1 FROM depot.subject s WHERE s.number IS NULL) THEN RETURN newest; END IF;
  SELECT a.last INTO newest FROM depot.subjects a FOR UPDATE;
  FOR one IN SELECT * FROM depot.subject s WHERE s.number IS NULL ORDER BY s.kiosk, s.seq LOOP
    newest := newest + 1;
    UPDATE depot.subject s SET number = newest WHERE s.kiosk = one.kiosk AND s.seq = one.seq;
    CONTINUE WHEN one.overruled;
    INSERT INTO depot.crossing
      SELECT one.kiosk, one.seq, o.kiosk, o.seq, now() FROM depot.subject o
      WHERE o.token = one.token AND o.kiosk <> one.kiosk AND NOT o.overruled AND o.number < newest
      ON CONFLICT DO NOTHING;
  END LOOP;
  UPDATE depot.subjects SET last = newest;
  RETURN newest;
END $$;

-- What a kiosk may call -------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION depot.enrol(protocol integer, word bytea, k uuid, secret bytea,
                                       box bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its depot.token;
BEGIN
  IF protocol <> 2 THEN RETURN 'wrong-version'; END IF;
  SELECT * INTO its FROM depot.token WHERE hash = sha256(word) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'bad-token'; END IF;
  IF its.used_by = k AND depot.standing(k, secret) = 'active' THEN RETURN 'ok'; END IF;
  IF its.used_by IS NOT NULL THEN RETURN 'bad-token'; END IF;
  IF EXISTS (SELECT 1 FROM depot.kiosk WHERE id = k OR box_key = box) THEN RETURN 'known'; END IF;
  UPDATE depot.token SET used_by = k WHERE hash = its.hash;
  INSERT INTO depot.kiosk
    SELECT k, its.made_for, sha256(secret), box, 'active', '', 0, '', generation, now(), now()
    FROM depot.world;
  -- One that was enrolled before a restored backup was made comes back by its old id.
  UPDATE depot.kiosk SET generation = gen_random_uuid()
    WHERE id = k AND (SELECT rebuilding FROM depot.world);
  RETURN 'ok';
END $$;

CREATE OR REPLACE FUNCTION depot.hello(protocol integer, k uuid, secret bytea, told bigint,
                                       told_hash bytea, leases uuid[],
                                       OUT state text, OUT last_seq bigint, OUT last_hash bytea,
                                       OUT missing uuid[], OUT unsealed uuid[], OUT generation uuid,
                                       OUT subject_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF protocol <> 2 THEN state := 'wrong-version'; RETURN; END IF;
  state := depot.standing(k, secret);
  IF state <> 'active' THEN RETURN; END IF;
  UPDATE depot.kiosk SET seen_at = now() WHERE id = k;
  SELECT o.last_seq, o.last_hash INTO last_seq, last_hash FROM depot.kiosk o WHERE id = k;
  IF told > last_seq THEN
    PERFORM depot.rebuild();
  ELSIF told > 0 AND NOT EXISTS (SELECT 1 FROM depot.entry e
                                 WHERE e.kiosk = k AND e.seq = told AND e.hash = told_hash) THEN
    PERFORM depot.stop(k, 'two-ledgers');
    state := 'frozen';
    RETURN;
  END IF;
  SELECT coalesce(array_agg(given.id), '{}') INTO missing FROM unnest(leases) AS given (id)
    WHERE NOT EXISTS (SELECT 1 FROM depot.lease l WHERE l.id = given.id);
  SELECT coalesce(array_agg(l.id), '{}') INTO unsealed FROM depot.lease l
    WHERE l.id = ANY (leases) AND l.kiosk = k AND NOT l.sealed;
  IF cardinality(missing) > 0 THEN PERFORM depot.rebuild(); END IF;
  SELECT w.generation INTO generation FROM depot.world w;
  -- Since the depot went back in time, a lease of the same name may be of other codes.
  IF EXISTS (SELECT 1 FROM depot.kiosk o
             WHERE o.id = k AND o.generation IS DISTINCT FROM hello.generation) THEN
    missing := leases;
  END IF;
  SELECT s.key INTO subject_key FROM depot.subjects s;
END $$;

CREATE OR REPLACE FUNCTION depot.freeze(k uuid, secret bytea, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text := depot.standing(k, secret);
BEGIN
  IF its = 'unknown' THEN RETURN its; END IF;
  IF its = 'active' THEN PERFORM depot.stop(k, reason); END IF;
  RETURN 'ok';
END $$;

-- 'ok', 'gap', or 'frozen' where the depot has another entry there. `tokens` and `times` are of who took
-- a code with the entry; an empty token is nobody's.
CREATE OR REPLACE FUNCTION depot.take_links(k uuid, seqs bigint[], previous bytea[], hashes bytea[],
                                            events text[], tokens bytea[], times bigint[])
RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  last bigint;
  last_h bytea;
BEGIN
  SELECT last_seq, last_hash INTO last, last_h FROM depot.kiosk WHERE id = k;
  FOR i IN 1 .. cardinality(seqs) LOOP
    IF seqs[i] > last + 1 THEN RETURN 'gap'; END IF;
    IF seqs[i] <= last THEN
      IF NOT EXISTS (SELECT 1 FROM depot.entry e
                     WHERE e.kiosk = k AND e.seq = seqs[i] AND e.hash = hashes[i]) THEN
        RETURN 'frozen';
      END IF;
    ELSE
      IF last > 0 AND previous[i] <> last_h THEN RETURN 'frozen'; END IF;
      INSERT INTO depot.entry VALUES (k, seqs[i], previous[i], hashes[i], events[i]);
      IF octet_length(tokens[i]) > 0 THEN
        INSERT INTO depot.subject VALUES (k, seqs[i], tokens[i], times[i],
                                          events[i] = 'room-overruled', NULL, now());
      END IF;
      last := seqs[i];
      last_h := hashes[i];
      UPDATE depot.kiosk SET last_seq = last, last_hash = last_h WHERE id = k;
    END IF;
  END LOOP;
  RETURN 'ok';
END $$;

-- `secret` is the code again where it comes back.
CREATE OR REPLACE FUNCTION depot.take_fate(k uuid, c uuid, fate text, said text, back text)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE its depot.code;
BEGIN
  SELECT * INTO its FROM depot.code WHERE id = c FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF its.lease IS NULL
     OR NOT EXISTS (SELECT 1 FROM depot.lease l WHERE l.id = its.lease AND l.kiosk = k) THEN
    IF fate = 'claimed' THEN PERFORM depot.put_conflict(k, its.lease, c, 'claimed-elsewhere'); END IF;
    RETURN;
  END IF;
  IF fate IN ('claimed', 'quarantined') THEN
    UPDATE depot.code SET state = fate, outcome = said WHERE id = c;
  ELSIF fate = 'returned' AND its.state = 'leased' THEN
    -- It may have been given to the kiosk that is lost, since the backup.
    IF (SELECT doubtful FROM depot.world) THEN
      UPDATE depot.code SET state = 'quarantined' WHERE id = c;
    ELSE
      UPDATE depot.code SET state = 'free', lease = NULL, secret = coalesce(secret, back),
                            sealed = NULL WHERE id = c;
    END IF;
    INSERT INTO depot.given_back VALUES (c, k) ON CONFLICT DO NOTHING;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION depot.report(k uuid, secret bytea, up_to bigint, seqs bigint[],
                                        previous bytea[], hashes bytea[], events text[],
                                        tokens bytea[], times bigint[],
                                        codes uuid[], fates text[], outcomes text[], back text[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text := depot.standing(k, secret);
BEGIN
  IF its <> 'active' THEN RETURN its; END IF;
  its := depot.take_links(k, seqs, previous, hashes, events, tokens, times);
  IF its = 'frozen' THEN PERFORM depot.stop(k, 'two-ledgers'); END IF;
  IF its <> 'ok' THEN RETURN its; END IF;
  IF up_to <> (SELECT last_seq FROM depot.kiosk WHERE id = k) THEN RETURN 'ok'; END IF;
  FOR i IN 1 .. cardinality(codes) LOOP
    PERFORM depot.take_fate(k, codes[i], fates[i], outcomes[i], back[i]);
  END LOOP;
  RETURN 'ok';
END $$;

CREATE OR REPLACE FUNCTION depot.assert_code(k uuid, l uuid, pass text, c uuid, hash bytea, box bytea)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE its depot.code;
BEGIN
  SELECT * INTO its FROM depot.code WHERE id = c FOR UPDATE;
  IF NOT FOUND THEN
    SELECT * INTO its FROM depot.code WHERE value_hash = hash FOR UPDATE;
    IF FOUND AND its.state = 'free' THEN
      UPDATE depot.code SET state = 'void', secret = NULL, value_hash = NULL WHERE id = its.id;
      its := NULL;
    END IF;
    INSERT INTO depot.code VALUES (c, NULL, 0, pass, NULL, box,
                                   CASE WHEN its.id IS NULL THEN hash END, '', NULL, 'leased', l, '');
    IF its.id IS NULL THEN RETURN; END IF;
  ELSIF its.state = 'free' THEN
    UPDATE depot.code SET state = 'leased', lease = l WHERE id = c;
    RETURN;
  END IF;
  IF its.lease IS DISTINCT FROM l THEN
    PERFORM depot.put_conflict(k, l, its.id, 'two-leases');
    UPDATE depot.code SET state = 'quarantined' WHERE id = its.id AND state = 'leased';
  END IF;
END $$;

-- A lease that the depot has lost, or may have otherwise. `hashes` and `boxes` are what its codes are told apart by, and the
-- codes as this kiosk alone opens them: of one that the depot has lost too, they are all it has. Where
-- its list was brought in again, the row of then is void, or the same code would go to two kiosks.
CREATE OR REPLACE FUNCTION depot.assert_lease(k uuid, secret bytea, l uuid, pass text, codes uuid[],
                                              hashes bytea[], boxes bytea[], fates text[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  its text := depot.standing(k, secret);
  owner uuid;
  stray uuid;
BEGIN
  IF its <> 'active' THEN RETURN its; END IF;
  SELECT kiosk INTO owner FROM depot.lease WHERE id = l;
  IF owner <> k THEN
    PERFORM depot.put_conflict(k, l, NULL, 'lease-of-another');
    RETURN 'frozen';
  END IF;
  IF owner IS NULL THEN
    INSERT INTO depot.lease VALUES (l, k, pass, cardinality(codes), false, '', now());
  END IF;
  FOR i IN 1 .. cardinality(codes) LOOP
    CONTINUE WHEN fates[i] = 'returned';
    PERFORM depot.assert_code(k, l, pass, codes[i], hashes[i], boxes[i]);
  END LOOP;
  -- Codes that were given under that name in a life of the depot that is forgotten: no kiosk knows them.
  FOR stray IN
    UPDATE depot.code SET state = 'quarantined'
      WHERE lease = l AND state = 'leased' AND NOT (id = ANY (codes)) RETURNING id LOOP
    PERFORM depot.put_conflict(k, l, stray, 'unknown-to-its-kiosk');
  END LOOP;
  RETURN 'ok';
END $$;

CREATE OR REPLACE FUNCTION depot.settled(k uuid, secret bytea, g uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text := depot.standing(k, secret);
BEGIN
  IF its <> 'active' THEN RETURN its; END IF;
  UPDATE depot.kiosk SET generation = g
    WHERE id = k AND g = (SELECT w.generation FROM depot.world w);
  RETURN 'ok';
END $$;

-- Marks up to `n` free codes as this lease's; how many. Soonest redeem-by first. One that another
-- call holds right now is passed over; where that leaves none, a plain count tells empty from busy.
CREATE OR REPLACE FUNCTION depot.lease(k uuid, secret bytea, l uuid, pass text, n integer,
                                       OUT state text, OUT given integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  owner uuid;
  free_left bigint;
  chosen uuid[];
BEGIN
  given := 0;
  state := depot.standing(k, secret);
  IF state <> 'active' THEN RETURN; END IF;
  state := 'ok';
  SELECT kiosk, codes INTO owner, given FROM depot.lease WHERE id = l;
  IF owner = k THEN RETURN; END IF;
  given := 0;
  IF owner IS NOT NULL THEN state := 'unknown'; RETURN; END IF;
  -- Held until the end: a restoring that is said meanwhile waits for this grant, or this for it.
  IF (SELECT rebuilding FROM depot.world FOR SHARE) THEN state := 'rebuilding'; RETURN; END IF;
  SELECT array_agg(id) INTO chosen FROM (
    SELECT c.id FROM depot.code c
    WHERE c.state = 'free' AND c.pass_type = pass
      AND NOT EXISTS (SELECT 1 FROM depot.given_back b WHERE b.code = c.id AND b.kiosk = k)
    ORDER BY coalesce(c.redeem_by, 9223372036854775807), c.id
    LIMIT n FOR UPDATE SKIP LOCKED) AS free_codes;
  given := coalesce(cardinality(chosen), 0);
  IF given = 0 THEN
    SELECT count(*) INTO free_left FROM depot.code c
    WHERE c.state = 'free' AND c.pass_type = pass
      AND NOT EXISTS (SELECT 1 FROM depot.given_back b WHERE b.code = c.id AND b.kiosk = k);
    state := CASE WHEN free_left > 0 THEN 'busy' ELSE 'empty' END;
    RETURN;
  END IF;
  INSERT INTO depot.lease VALUES (l, k, pass, given, false, txid_current()::text, now());
  UPDATE depot.code SET state = 'leased', lease = l WHERE id = ANY (chosen);
END $$;

-- Nothing in the transaction that made the grant: what is read here is given for good.
CREATE OR REPLACE FUNCTION depot.codes(k uuid, kiosk_secret bytea, l uuid)
RETURNS TABLE (state text, id uuid, secret text, sealed bytea, redeem_by bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text := depot.standing(k, kiosk_secret);
BEGIN
  IF its = 'active' AND NOT EXISTS (SELECT 1 FROM depot.lease o WHERE o.id = l AND o.kiosk = k
                                    AND o.xact <> txid_current()::text) THEN
    its := 'unknown';
  END IF;
  IF its <> 'active' THEN
    RETURN QUERY SELECT its, NULL::uuid, NULL::text, NULL::bytea, NULL::bigint;
    RETURN;
  END IF;
  RETURN QUERY SELECT 'ok', c.id, c.secret, c.sealed, c.redeem_by FROM depot.code c
    WHERE c.lease = l AND c.state = 'leased'
    ORDER BY coalesce(c.redeem_by, 9223372036854775807), c.id;
END $$;

CREATE OR REPLACE FUNCTION depot.seal(k uuid, secret bytea, l uuid, ids uuid[], boxes bytea[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE its text := depot.standing(k, secret);
BEGIN
  IF its <> 'active' THEN RETURN its; END IF;
  UPDATE depot.lease SET sealed = true WHERE id = l AND kiosk = k;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  UPDATE depot.code c SET secret = NULL, sealed = given.box
    FROM unnest(ids, boxes) AS given (id, box)
    WHERE c.id = given.id AND c.lease = l AND c.state <> 'free';
  UPDATE depot.code c SET secret = NULL WHERE c.lease = l AND c.state = 'claimed';
  RETURN 'ok';
END $$;

-- Who took a code in other rooms, behind the number `after`: at most 500 at once. The first row says up
-- to which number, and whether there is more. What was told thirty days ago is forgotten here.
CREATE OR REPLACE FUNCTION depot.others(k uuid, secret bytea, after bigint)
RETURNS TABLE (state text, up_to bigint, more boolean, token bytea, room text, taken_at bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  its text := depot.standing(k, secret);
  newest bigint := 0;
  page_end bigint;
  rows_left bigint;
BEGIN
  IF its = 'active' THEN
    DELETE FROM depot.subject s WHERE s.told_at < now() - interval '30 days';
    newest := depot.number_subjects();
    IF after > newest THEN
      PERFORM depot.rebuild();  -- It knows of more than the depot: that went back in time.
      its := 'gap';
    END IF;
  END IF;
  IF its <> 'active' THEN
    RETURN QUERY SELECT its, newest, false, NULL::bytea, NULL::text, NULL::bigint;
    RETURN;
  END IF;
  SELECT max(page.number), count(*) INTO page_end, rows_left FROM (
    SELECT s.number FROM depot.subject s
    WHERE s.number > after AND s.number <= newest AND s.kiosk <> k AND NOT s.overruled
    ORDER BY s.number LIMIT 500) AS page;
  IF rows_left < 500 THEN page_end := newest; END IF;
  RETURN QUERY SELECT 'ok', page_end, rows_left = 500, NULL::bytea, NULL::text, NULL::bigint
    UNION ALL
    SELECT 'ok', page_end, rows_left = 500, s.token, o.name, s.taken_at
    FROM depot.subject s JOIN depot.kiosk o ON o.id = s.kiosk
    WHERE s.number > after AND s.number <= page_end AND s.kiosk <> k AND NOT s.overruled;
END $$;

-- How many codes of a pass type are free: the kiosk's front page says it.
CREATE OR REPLACE FUNCTION depot.left_over(k uuid, secret bytea, pass text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF depot.standing(k, secret) <> 'active' THEN RETURN NULL; END IF;
  RETURN (SELECT count(*) FROM depot.code WHERE state = 'free' AND pass_type = pass);
END $$;

-- Codes for every kiosk, from a kiosk: it adds, and learns how many were new, and nothing else. What they
-- are told apart by is made here, not by the kiosk. Not while the depot rebuilds: it may have forgotten
-- that it had them, and who has them now. The batch is there only with a code; sent again, it is the same.
CREATE OR REPLACE FUNCTION depot.restock(k uuid, kiosk_secret bytea, b uuid, pass text, of_course text,
                                         of_order text, file_hash bytea, worth text, batch_until bigint,
                                         secrets text[], endings text[], untils bigint[],
                                         OUT state text, OUT added bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  added := 0;
  state := depot.standing(k, kiosk_secret);
  IF state <> 'active' THEN RETURN; END IF;
  IF (SELECT rebuilding FROM depot.world FOR SHARE) THEN state := 'rebuilding'; RETURN; END IF;
  state := 'ok';
  added := depot.add_codes(
    b, pass, of_course, of_order, file_hash, worth, batch_until, secrets,
    ARRAY(SELECT sha256(convert_to(pass || E'\n' || split_part(given.secret, E'\n', 2), 'UTF8'))
          FROM unnest(secrets) WITH ORDINALITY AS given (secret, place) ORDER BY given.place),
    endings, untils);
  IF added > 0 THEN
    INSERT INTO depot.decision VALUES (gen_random_uuid(), 'codes added: ' || added || ' of ' || pass, k,
                                       'kiosk', '', now());
  ELSE
    DELETE FROM depot.batch WHERE id = b
      AND NOT EXISTS (SELECT 1 FROM depot.code c WHERE c.batch = b);
  END IF;
END $$;

-- What staff may call ---------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION depot.make_token(token_hash bytea, who text, by_whom text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO depot.token VALUES (token_hash, who, NULL);
  INSERT INTO depot.decision VALUES (gen_random_uuid(), 'token for ' || who, NULL, by_whom, '', now());
$$;

-- How many codes were new; one that came in before, in whatever state, is passed over.
CREATE OR REPLACE FUNCTION depot.add_codes(b uuid, pass text, of_course text, of_order text,
                                           file_hash bytea, worth text, batch_until bigint,
                                           secrets text[], hashes bytea[], endings text[],
                                           untils bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE added bigint;
BEGIN
  INSERT INTO depot.batch VALUES (b, pass, of_course, of_order, file_hash, worth, batch_until, now(), 0)
    ON CONFLICT DO NOTHING;
  INSERT INTO depot.code
    SELECT gen_random_uuid(), b, given.place, pass, given.secret, NULL, given.hash, given.ending,
           coalesce(given.until, batch_until), 'free', NULL, ''
    FROM unnest(secrets, hashes, endings, untils) WITH ORDINALITY
      AS given (secret, hash, ending, until, place)
    ON CONFLICT (value_hash) DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  UPDATE depot.batch SET codes = codes + added WHERE id = b;
  RETURN added;
END $$;

-- How many codes went to quarantine; -1 where there is no such kiosk. After a restored backup nobody
-- knows what it was given since then: any free code.
CREATE OR REPLACE FUNCTION depot.declare_lost(k uuid, one text, other text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  its bigint;
  free_ones bigint := 0;
BEGIN
  PERFORM depot.two_people(one, other);
  UPDATE depot.kiosk SET state = 'lost', why = 'declared-lost' WHERE id = k;
  IF NOT FOUND THEN RETURN -1; END IF;
  UPDATE depot.code SET state = 'quarantined'
    WHERE state = 'leased' AND lease IN (SELECT l.id FROM depot.lease l WHERE l.kiosk = k);
  GET DIAGNOSTICS its = ROW_COUNT;
  IF (SELECT rebuilding FROM depot.world FOR UPDATE) THEN
    UPDATE depot.world SET doubtful = true;
    UPDATE depot.code SET state = 'quarantined' WHERE state = 'free';
    GET DIAGNOSTICS free_ones = ROW_COUNT;
  END IF;
  INSERT INTO depot.decision VALUES (gen_random_uuid(), 'lost', k, one, other, now());
  RETURN its + free_ones;
END $$;

-- Whoever puts a backup of this database in its place calls this before any kiosk reaches it.
CREATE OR REPLACE FUNCTION depot.restored(by_whom text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE depot.world SET rebuilding = true, generation = gen_random_uuid();
  INSERT INTO depot.decision VALUES (gen_random_uuid(), 'restored', NULL, by_whom, '', now());
$$;

-- How many kiosks have not told what they hold; 0 = the depot leases again.
CREATE OR REPLACE FUNCTION depot.resume(by_whom text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  now_is uuid;
  waiting bigint;
BEGIN
  SELECT generation INTO now_is FROM depot.world FOR UPDATE;
  SELECT count(*) INTO waiting FROM depot.kiosk WHERE state <> 'lost' AND generation <> now_is;
  IF waiting = 0 THEN
    UPDATE depot.world SET rebuilding = false, doubtful = false;
    INSERT INTO depot.decision VALUES (gen_random_uuid(), 'resumed', NULL, by_whom, '', now());
  END IF;
  RETURN waiting;
END $$;

-- One pass over the index of leases, in its order; each kiosk by itself looked up each of its leases.
CREATE OR REPLACE VIEW depot.kiosks AS
  SELECT k.id, k.name, k.state, k.why, k.last_seq, k.seen_at,
         k.generation = w.generation AS settled,
         coalesce(held.leased, 0) AS leased, coalesce(held.claimed, 0) AS claimed
  FROM depot.kiosk k CROSS JOIN depot.world w
  LEFT JOIN (SELECT l.kiosk, sum(codes.leased)::bigint AS leased,
                    sum(codes.claimed)::bigint AS claimed
             FROM depot.lease l
             JOIN (SELECT c.lease, count(*) FILTER (WHERE c.state = 'leased') AS leased,
                          count(*) FILTER (WHERE c.state = 'claimed') AS claimed
                   FROM depot.code c GROUP BY c.lease) codes ON codes.lease = l.id
             GROUP BY l.kiosk) held ON held.kiosk = k.id;

-- loaded = free + leased + claimed + quarantined + void, always: each code is one row with one state.
-- loaded = imported + asserted: what lists brought, and what kiosks held that a restored depot had lost.
CREATE OR REPLACE VIEW depot.stock AS
  SELECT c.pass_type, count(*) AS loaded,
         count(*) FILTER (WHERE c.state = 'free') AS free,
         count(*) FILTER (WHERE c.state = 'leased') AS leased,
         count(*) FILTER (WHERE c.state = 'claimed') AS claimed,
         count(*) FILTER (WHERE c.state = 'quarantined') AS quarantined,
         count(*) FILTER (WHERE c.state = 'void') AS void,
         (SELECT coalesce(sum(b.codes), 0)::bigint FROM depot.batch b
          WHERE b.pass_type = c.pass_type) AS imported,
         (SELECT count(*) FROM depot.code a
          WHERE a.pass_type = c.pass_type AND a.batch IS NULL) AS asserted
  FROM depot.code c GROUP BY c.pass_type;

-- Students who took two codes in two rooms that had not heard of each other. Nothing was undone.
CREATE OR REPLACE VIEW depot.crossings AS
  SELECT k.name AS room, x.seq, o.name AS other_room, x.other_seq, x.seen_at
  FROM depot.crossing x JOIN depot.kiosk k ON k.id = x.kiosk JOIN depot.kiosk o ON o.id = x.other;

-- What does not hold; no row = all does.
CREATE OR REPLACE VIEW depot.wrong AS
  SELECT 'an entry does not follow the one before' AS what, e.kiosk::text AS of
    FROM depot.entry e JOIN depot.entry n ON n.kiosk = e.kiosk AND n.seq = e.seq + 1
    WHERE n.previous <> e.hash
  UNION ALL SELECT 'an entry is missing', e.kiosk::text FROM depot.entry e
    WHERE e.seq > 1
      AND NOT EXISTS (SELECT 1 FROM depot.entry b WHERE b.kiosk = e.kiosk AND b.seq = e.seq - 1)
  UNION ALL SELECT 'a kiosk''s head is not its last entry', k.id::text FROM depot.kiosk k
    WHERE k.last_seq > 0
      AND NOT EXISTS (SELECT 1 FROM depot.entry e
                      WHERE e.kiosk = k.id AND e.seq = k.last_seq AND e.hash = k.last_hash)
  UNION ALL SELECT 'a code that is leased is not sealed', c.id::text
    FROM depot.code c JOIN depot.lease l ON l.id = c.lease
    WHERE l.sealed AND c.state = 'leased' AND (c.sealed IS NULL OR c.secret IS NOT NULL)
  UNION ALL SELECT 'a list brought other codes than are there', b.id::text
    FROM depot.batch b LEFT JOIN (SELECT c.batch, count(*) AS codes FROM depot.code c GROUP BY c.batch)
      AS there ON there.batch = b.id
    WHERE b.codes <> coalesce(there.codes, 0)
  UNION ALL SELECT 'a pass type does not add up', s.pass_type FROM depot.stock s
    WHERE s.loaded <> s.imported + s.asserted
       OR s.loaded <> s.free + s.leased + s.claimed + s.quarantined + s.void
  UNION ALL SELECT 'conflict: ' || reason, coalesce(code, lease, kiosk)::text FROM depot.conflict;

-- Who may what ----------------------------------------------------------------------------------

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA depot FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA depot FROM PUBLIC;
GRANT USAGE ON SCHEMA depot TO hallpass_kiosk, hallpass_staff;
GRANT EXECUTE ON FUNCTION
  depot.enrol(integer, bytea, uuid, bytea, bytea),
  depot.hello(integer, uuid, bytea, bigint, bytea, uuid[]),
  depot.freeze(uuid, bytea, text),
  depot.report(uuid, bytea, bigint, bigint[], bytea[], bytea[], text[], bytea[], bigint[], uuid[],
               text[], text[], text[]),
  depot.assert_lease(uuid, bytea, uuid, text, uuid[], bytea[], bytea[], text[]),
  depot.others(uuid, bytea, bigint),
  depot.settled(uuid, bytea, uuid),
  depot.lease(uuid, bytea, uuid, text, integer),
  depot.codes(uuid, bytea, uuid),
  depot.seal(uuid, bytea, uuid, uuid[], bytea[]),
  depot.left_over(uuid, bytea, text),
  depot.restock(uuid, bytea, uuid, text, text, text, bytea, text, bigint, text[], text[], bigint[])
TO hallpass_kiosk;
GRANT EXECUTE ON FUNCTION
  depot.make_token(bytea, text, text),
  depot.add_codes(uuid, text, text, text, bytea, text, bigint, text[], bytea[], text[], bigint[]),
  depot.declare_lost(uuid, text, text), depot.restored(text), depot.resume(text),
  depot.recover_links(uuid, bigint[], bytea[], bytea[], text[], bytea[], bigint[]),
  depot.recover_codes(uuid, bigint, uuid[], text[], text[], text[], text),
  depot.declare_unused(uuid, text, text), depot.declare_void(uuid, text, text)
TO hallpass_staff;
GRANT SELECT ON depot.kiosks, depot.stock, depot.crossings, depot.at_stake, depot.wrong, depot.version,
  depot.world TO hallpass_staff;
