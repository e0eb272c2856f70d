"""Who is bound and who answers: names of agencies are real, codes and people are not."""

BEGINNING = "2018-01-01"  # what is older than that: no rule reaches further back
DEPARTMENTS = [
    ("Sở Nội vụ", BEGINNING),
    ("Sở Tư pháp", BEGINNING),
    ("Sở Văn hóa và Thể thao", BEGINNING),
    ("Sở Y tế", BEGINNING),
    ("Sở Giáo dục và Đào tạo", BEGINNING),
    ("Sở Du lịch", BEGINNING),
    ("Sở Tài chính", BEGINNING),
    ("Sở Công Thương", BEGINNING),
    ("Sở Nông nghiệp và Môi trường", "2025-02-25"),
    ("Sở Xây dựng", BEGINNING),
    ("Sở Khoa học và Công nghệ", BEGINNING),
    ("Sở Quy hoạch – Kiến trúc", BEGINNING),
    ("Sở Dân tộc và Tôn giáo", "2025-02-25"),
    ("Thanh tra Thành phố", BEGINNING),
    ("Văn phòng Ủy ban nhân dân Thành phố", BEGINNING),
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
# Ended on 2025-06-30; wards that have such a name are other units. Only those that a text names: the list of
# all thirty was not read.
DISTRICTS = [
    "Quận Ba Đình", "Quận Hoàn Kiếm", "Quận Đống Đa", "Quận Cầu Giấy", "Quận Thanh Xuân", "Quận Long Biên",
    "Quận Nam Từ Liêm", "Huyện Ba Vì", "Huyện Gia Lâm", "Huyện Hoài Đức", "Huyện Mê Linh", "Huyện Phú Xuyên",
    "Huyện Sóc Sơn", "Huyện Thanh Trì", "Huyện Ứng Hòa",
]
# Departments that were merged into others on 2025-02-25, as far as a text names them.
FORMER_DEPARTMENTS = ["Sở Lao động – Thương binh và Xã hội", "Sở Thông tin và Truyền thông"]

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
        self.desk_title = self.desk = None  # who runs the reception point, likewise


def _title(name):
    special = {
        "Thanh tra Thành phố": "Chánh Thanh tra Thành phố",
        "Văn phòng Ủy ban nhân dân Thành phố": "Chánh Văn phòng Ủy ban nhân dân Thành phố",
    }
    if name.startswith("Ban Quản lý"):
        return "Trưởng " + name
    return special.get(name, "Giám đốc " + name)


def make_units():
    city = "Ủy ban nhân dân Thành phố Hà Nội"
    units = [Unit("H26", city, "thanh-pho", BEGINNING, parent=None, title=f"Chủ tịch {city}")]
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
        title = f"Chủ tịch Ủy ban nhân dân {name[0].lower()}{name[1:]}"
        units.append(Unit(f"H26.Q{i}", name, "quan", BEGINNING, "2025-06-30", title=title))
    for i, name in enumerate(FORMER_DEPARTMENTS, 1):
        units.append(Unit(f"H26.C{i}", name, "so", BEGINNING, "2025-02-24", title=_title(name)))
    _fill_posts(units[1:] + units[:1])
    _fill_desks(units)
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


def _fill_desks(units):
    """Whoever runs the reception point of a commune, while its chair answers."""
    number = 0
    for unit in units:
        if unit.level in ("phuong", "xa"):
            number += 1
            unit.desk_title = "Phó " + unit.title + ", phụ trách điểm tiếp nhận"
            unit.desk = (f"Người phụ trách mô phỏng {number:03}", "official", unit.first, None,
                         f"D{number:03}/QĐ-MP")


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


def _post(code, role, title, holdings):
    title = f"'{title}'" if ", " in title else title
    lines = [f"  - unit: {code}\n    role: {role}\n    title: {title}\n    holdings:\n"]
    for holder, kind, first, last, document in holdings:
        until = f", until: {last}" if last else ""
        lines.append(
            f"      - {{ holder: {holder}, kind: {kind}, from: {first}{until}, document: {document} }}\n"
        )
    return "".join(lines)


def posts_yaml(units):
    posts = []
    for unit in units:
        if not unit.holdings:
            continue
        posts.append(_post(unit.code, "head", unit.title, unit.holdings))
        if unit.desk:
            posts.append(_post(unit.code, "one-stop", unit.desk_title, [unit.desk]))
    return NOTE + "posts:\n" + "\n".join(posts)
