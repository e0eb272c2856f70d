"""Who is bound and who answers: names of agencies are real, codes and people are not."""

DEPARTMENTS = [
    ("Sở Nội vụ", "2021-01-01"),
    ("Sở Tư pháp", "2021-01-01"),
    ("Sở Văn hóa và Thể thao", "2021-01-01"),
    ("Sở Y tế", "2021-01-01"),
    ("Sở Giáo dục và Đào tạo", "2021-01-01"),
    ("Sở Du lịch", "2021-01-01"),
    ("Sở Tài chính", "2021-01-01"),
    ("Sở Công Thương", "2021-01-01"),
    ("Sở Nông nghiệp và Môi trường", "2025-02-25"),
    ("Sở Xây dựng", "2021-01-01"),
    ("Sở Khoa học và Công nghệ", "2021-01-01"),
    ("Sở Quy hoạch – Kiến trúc", "2021-01-01"),
    ("Sở Dân tộc và Tôn giáo", "2025-02-25"),
    ("Thanh tra Thành phố", "2021-01-01"),
    ("Văn phòng Ủy ban nhân dân Thành phố", "2021-01-01"),
    ("Ban Quản lý Khu công nghệ cao và các khu công nghiệp", "2025-02-25"),
]
WARDS = (
    "Hoàn Kiếm, Cửa Nam, Ba Đình, Ngọc Hà, Giảng Võ, Hai Bà Trưng, Vĩnh Tuy, Bạch Mai, Đống Đa, "
    "Kim Liên, Văn Miếu – Quốc Tử Giám, Láng, Ô Chợ Dừa, Hồng Hà, Lĩnh Nam, Hoàng Mai, Vĩnh Hưng, "
    "Tương Mai, Định Công, Hoàng Liệt, Yên Sở, Thanh Xuân, Khương Đình, Phương Liệt, Cầu Giấy, "
    "Nghĩa Đô, Yên Hòa, Tây Hồ, Phú Thượng, Tây Tựu, Phú Diễn, Xuân Đỉnh, Đông Ngạc, Thượng Cát, "
    "Từ Liêm, Xuân Phương, Tây Mỗ, Đại Mỗ, Long Biên, Bồ Đề, Việt Hưng, Phúc Lợi, Hà Đông, Dương Nội, "
    "Yên Nghĩa, Phú Lương, Kiến Hưng, Thanh Liệt, Chương Mỹ, Sơn Tây, Tùng Thiện"
).split(", ")
DISTRICTS = ["Ba Đình", "Hoàn Kiếm"]  # ended on 2025-06-30; the wards are others

# What is not one head from the unit's first day on: (kind, from, until), in order.
HOLDINGS = {
    "H26.04": [("official", None, "2025-09-17"), ("acting", "2025-09-18", None)],
    "H26.35": [("official", None, "2025-09-14"), ("official", "2025-09-15", None)],
    "H26.40": [("official", None, None), ("delegated", "2025-09-08", "2025-09-19")],
    "H26.44": [("official", None, "2025-09-12"), ("in-charge", "2025-09-22", None)],
    "H26.47": [("official", None, "2025-09-09"), ("delegated", "2025-09-10", None)],
}


class Unit:
    def __init__(self, code, name, level, first, last=None, parent="H26", title=None):
        self.code, self.name, self.level = code, name, level
        self.first, self.last, self.parent = first, last, parent
        self.title = title
        self.holdings = []  # (holder, kind, first, last or None, document)


def _title(name):
    special = {
        "Thanh tra Thành phố": "Chánh Thanh tra Thành phố",
        "Văn phòng Ủy ban nhân dân Thành phố": "Chánh Văn phòng Ủy ban nhân dân Thành phố",
    }
    if name.startswith("Ban Quản lý"):
        return "Trưởng " + name
    return special.get(name, "Giám đốc " + name)


def make_units():
    units = [Unit("H26", "Ủy ban nhân dân Thành phố Hà Nội", "thanh-pho", "2021-01-01", parent=None)]
    for i, (name, first) in enumerate(DEPARTMENTS, 1):
        units.append(Unit(f"H26.{i:02}", name, "so", first, title=_title(name)))
    centre = "Trung tâm Phục vụ hành chính công Thành phố"
    units.append(Unit("H26.17", centre, "trung-tam", "2025-01-01", title=_title(centre)))
    land = "Văn phòng Đăng ký đất đai Hà Nội"
    units.append(Unit("H26.18", land, "truc-thuoc", "2025-02-25", parent="H26.09", title=_title(land)))
    for i, name in enumerate(WARDS, 31):
        title = f"Chủ tịch Ủy ban nhân dân phường {name}"
        units.append(Unit(f"H26.{i}", f"Phường {name}", "phuong", "2025-07-01", title=title))
    for i in range(1, 4):
        title = f"Chủ tịch Ủy ban nhân dân xã mô phỏng {i:02}"
        units.append(Unit(f"H26.{81 + i}", f"Xã mô phỏng {i:02}", "xa", "2025-07-01", title=title))
    for i, name in enumerate(DISTRICTS, 1):
        title = f"Chủ tịch Ủy ban nhân dân quận {name}"
        units.append(Unit(f"H26.Q{i}", f"Quận {name}", "quan", "2021-01-01", "2025-06-30", title=title))
    _fill_posts(units)
    return units


def _fill_posts(units):
    number = 0
    for unit in units:
        if unit.title is None:
            continue
        for kind, first, last in HOLDINGS.get(unit.code, [("official", None, None)]):
            number += 1
            unit.holdings.append((
                f"Người giữ chức vụ mô phỏng {number:03}", kind,
                first or unit.first, last or unit.last, f"{number:03}/QĐ-MP",
            ))


def heads_on(unit, day):
    """Who answers on a day: everyone who holds the post other than by delegation."""
    day = day.isoformat()
    return [
        holder for holder, kind, first, last, _ in unit.holdings
        if kind != "delegated" and first <= day and (last is None or day <= last)
    ]


NOTE = """# Do generate.py tạo ra; không sửa tay.
#
# Tên cơ quan là tên thật; mã H26.xx, tên người và số quyết định đều là mô phỏng.
"""


def units_yaml(units):
    lines = [NOTE, "units:\n"]
    for unit in units:
        parts = [f"code: {unit.code}", f"name: {unit.name}", f"level: {unit.level}"]
        parts += [f"parent: {unit.parent}"] if unit.parent else []
        parts += [f"from: {unit.first}"] + ([f"until: {unit.last}"] if unit.last else [])
        lines.append("  - { " + ", ".join(parts) + " }\n")
    return "".join(lines)


def posts_yaml(units):
    posts = []
    for unit in units:
        if not unit.holdings:
            continue
        lines = [f"  - unit: {unit.code}\n    role: head\n    title: {unit.title}\n    holdings:\n"]
        for holder, kind, first, last, document in unit.holdings:
            until = f", until: {last}" if last else ""
            lines.append(
                f"      - {{ holder: {holder}, kind: {kind}, from: {first}{until}, document: {document} }}\n"
            )
        posts.append("".join(lines))
    return NOTE + "posts:\n" + "\n".join(posts)
