CREATE TABLE procedures (code TEXT, signed_on TEXT, maximum_days INTEGER);
