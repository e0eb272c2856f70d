CREATE TABLE days (code TEXT, d INTEGER);
INSERT INTO days VALUES ('1.001', 1), ('1.002', -9223372036854775808);
CREATE VIEW procedures AS SELECT code, abs(d) AS maximum_days, NULL AS signed_on FROM days;
