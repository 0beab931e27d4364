"""The documents that evidence, measures and plans refer to, with how far each was read.

Only what was read in a public copy is cited as verified; what the press reported as done is practice and marked so.
The words of Regulation 124-QĐ/TW beyond its first two articles were not read, so they are the source of no rule here.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from supervision_core.values.citations import Citation, Instrument, InstrumentKind, Verification
from supervision_core.values.labels import Label

__all__ = [
    "BOARD_LAW",
    "CODES_OF_CONDUCT",
    "DENUNCIATION_LAW",
    "DIRECTIVE_29",
    "EMPLOYEE_LAW",
    "FRONT_LAW",
    "GUIDE_33",
    "JOINT_403",
    "RECEPTION_LAW",
    "REGULATION_124",
    "REGULATION_213",
    "REGULATION_366",
    "reported",
    "verified",
]


DIRECTIVE_29: Final = Instrument(
    kind=InstrumentKind.DIRECTIVE,
    number="29-CT/TU",
    issued=date(2013, 11, 6),
    issuer=Label("Ban Thường vụ Thành ủy Đà Nẵng", "the Standing Board of the Đà Nẵng City Party Committee"),
    title=Label("Trách nhiệm của cán bộ, công chức: 5 xây, 3 chống", "Responsibility of officials: 5 to build, 3 to fight"),
)
REGULATION_124: Final = Instrument(
    kind=InstrumentKind.REGULATION,
    number="124-QĐ/TW",
    issued=date(2018, 2, 2),
    issuer=Label("Ban Bí thư", "the Secretariat"),
    title=Label(
        "Giám sát của Mặt trận, tổ chức chính trị - xã hội và nhân dân đối với việc tu dưỡng, rèn luyện đạo đức, lối sống",
        "Supervision by the Front, socio-political organisations and the people of the cultivation of morals and lifestyle",
    ),
)
REGULATION_213: Final = Instrument(
    kind=InstrumentKind.REGULATION,
    number="213-QĐ/TW",
    issued=date(2020, 1, 2),
    issuer=Label("Bộ Chính trị", "the Political Bureau"),
    title=Label("Đảng viên đang công tác giữ mối liên hệ với nơi cư trú", "Working party members' ties with their residence"),
)
GUIDE_33: Final = Instrument(
    kind=InstrumentKind.GUIDE,
    number="33-HD/BTCTW",
    issued=date(2020, 10, 30),
    title=Label("Hướng dẫn thực hiện Quy định 213-QĐ/TW", "Guide to Regulation 213-QĐ/TW"),
)
DENUNCIATION_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="25/2018/QH14",
    issued=date(2018, 6, 12),
    title=Label("Luật Tố cáo", "Law on Denunciations"),
)
REGULATION_366: Final = Instrument(
    kind=InstrumentKind.REGULATION,
    number="366-QĐ/TW",
    issued=date(2025, 8, 30),
    issuer=Label("Bộ Chính trị", "the Political Bureau"),
    title=Label("Kiểm điểm và đánh giá, xếp loại chất lượng tập thể, cá nhân", "Reviewing and grading bodies and persons"),
)
RECEPTION_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="42/2013/QH13",
    issued=date(2013, 11, 25),
    title=Label("Luật Tiếp công dân", "Law on Citizen Reception"),
)
BOARD_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="10/2022/QH15",
    issued=date(2022, 11, 10),
    title=Label("Luật Thực hiện dân chủ ở cơ sở", "Law on Implementing Grassroots Democracy"),
)
FRONT_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="75/2015/QH13",
    issued=date(2015, 6, 9),
    title=Label("Luật Mặt trận Tổ quốc Việt Nam", "Law on the Viet Nam Fatherland Front"),
)
JOINT_403: Final = Instrument(
    kind=InstrumentKind.JOINT_RESOLUTION,
    number="403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
    issued=date(2017, 6, 15),
    title=Label("Hình thức giám sát, phản biện xã hội của Mặt trận", "Forms of supervision and social criticism by the Front"),
)
EMPLOYEE_LAW: Final = Instrument(
    kind=InstrumentKind.LAW,
    number="129/2025/QH15",
    issued=date(2025, 12, 10),
    title=Label("Luật Viên chức", "Law on Public Employees"),
)
#: The days on which the words of that law as cited here were in force: it was amended from the last one on.
DENUNCIATION_LAW_FROM: Final = date(2019, 1, 1)
DENUNCIATION_LAW_UNTIL: Final = date(2026, 7, 1)


def verified(instrument: Instrument, article: str = "") -> Citation:
    """A place that was read in a public copy."""
    return Citation(instrument=instrument, article=article, verification=Verification.VERIFIED)


def reported(vi: str, en: str) -> Citation:
    """A press report of what was said or done; practice, not law."""
    report = Instrument(kind=InstrumentKind.REPORT, title=Label(vi, en))
    return Citation(instrument=report, verification=Verification.REPORTED)


#: The two codes of conduct of Hà Nội. Of the second one the number could not be checked, so it is named by its title.
CODES_OF_CONDUCT: Final = (
    verified(
        Instrument(
            kind=InstrumentKind.DECISION,
            number="522/QĐ-UBND",
            issued=date(2017, 1, 25),
            issuer=Label("Ủy ban nhân dân thành phố Hà Nội", "the People's Committee of Hà Nội"),
            title=Label("Quy tắc ứng xử của cán bộ, công chức, viên chức", "Code of conduct of officials and public employees"),
        )
    ),
    verified(
        Instrument(
            kind=InstrumentKind.DECISION,
            issuer=Label("Ủy ban nhân dân thành phố Hà Nội", "the People's Committee of Hà Nội"),
            title=Label("Quy tắc ứng xử nơi công cộng", "Code of conduct in public places"),
        )
    ),
)
THACH_THANG: Final = reported(
    "Giám sát thực thi công vụ theo Chỉ thị 29-CT/TU tại phường Thạch Thang, Đà Nẵng",
    "Supervision of public duty under Directive 29-CT/TU in Thạch Thang ward, Đà Nẵng",
)
HOA_KHANH_BAC: Final = reported(
    "Sơ kết giám sát cán bộ, công chức năm 2014 của Mặt trận phường Hòa Khánh Bắc, Đà Nẵng",
    "Interim review of 2014 on supervising officials, Front of Hòa Khánh Bắc ward, Đà Nẵng",
)
LONG_BIEN: Final = reported(
    "Mặt trận quận Long Biên, Hà Nội giám sát việc tu dưỡng, rèn luyện",
    "The Front of Long Biên district, Hà Nội, on supervising self-cultivation",
)
DISTRICT_10: Final = reported(
    "Sơ kết một năm thực hiện Chỉ thị 02/CT-QU của Quận 10, Thành phố Hồ Chí Minh",
    "One-year review of Directive 02/CT-QU of District 10, Hồ Chí Minh City",
)
WARD_17: Final = reported(
    "Giám sát việc thực hiện Quy chế dân chủ ở cơ sở năm 2022 tại Phường 17, quận Phú Nhuận",
    "Supervision of grassroots democracy in 2022 in Ward 17, Phú Nhuận district",
)
