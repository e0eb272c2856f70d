CREATE TABLE dossiers (dossier_id TEXT PRIMARY KEY, unit_code TEXT, received_at TEXT, completed_at, fee REAL, status TEXT, citizen TEXT, online INTEGER);
INSERT INTO dossiers VALUES ('HS-1', 'H26.01', '2025-09-01 08:00:00', NULL, 12.5, 'mở', 'Nguyễn Văn A', 1),
  ('HS-2', 'H26.01', '2025-09-02 08:00:00', 45901.5, 0.1, 'đóng', 'Trần
Thị B', 0), ('HS-3', 'H26.01', '2025-09-03 08:00:00', NULL, x'00FF', 'mở', NULL, 2);
CREATE TABLE procedures (code TEXT, signed_on TEXT, maximum_days REAL);
INSERT INTO procedures VALUES ('1.001', '2025-09-01', 5), ('1.002', '2025-09-02', 5.5), ('1.003', x'41', NULL);
CREATE TABLE users (name TEXT);
CREATE TABLE gone (a); CREATE VIEW over_gone AS SELECT a FROM gone; DROP TABLE gone;
