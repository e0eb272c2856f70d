CREATE TABLE a (code TEXT, signed_on TEXT, maximum_days INTEGER);
CREATE TABLE b (code TEXT, signed_on TEXT, maximum_days INTEGER);
INSERT INTO b VALUES ('1.001', '2025-09-01', 3);
