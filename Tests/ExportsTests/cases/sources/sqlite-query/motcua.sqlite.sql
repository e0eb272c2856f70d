CREATE TABLE hoso (ma TEXT, donvi TEXT, nhan INTEGER, tt TEXT);
INSERT INTO hoso VALUES ('HS-1', 'H26.01', 1756688400, 'mở');
CREATE TABLE thutuc (code TEXT, signed_on TEXT);
