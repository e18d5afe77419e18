"""An organisation's pages about its assessments. Respondents have ``assessment.respondent``."""

from django.urls import path

from assessment.pages import (
    bringing_in,
    certificates,
    closing,
    discarding,
    last_time,
    links,
    mending,
    overview,
    own_part,
    own_part_file,
    preview,
    setting_up,
    slips,
    together,
)

urlpatterns = [
    path("programmes/<uuid:pk>/together/", together.rate_together, name="rate_together"),
    path("programmes/<uuid:pk>/assessments/new/", setting_up.new_assessment, name="new_assessment"),
    path("programmes/<uuid:pk>/bring-in/", bringing_in.bring_in, name="bring_in"),
    path("assessments/<uuid:pk>/", overview.assessment, name="assessment"),
    path("assessments/<uuid:pk>/again/", last_time.start_again, name="start_again"),
    path("assessments/<uuid:pk>/still-true/", last_time.still_true, name="still_true"),
    path(
        "assessments/<uuid:pk>/still-true/standards/",
        last_time.take_standards,
        name="take_standards",
    ),
    path("assessments/<uuid:pk>/together/", together.go_on_together, name="go_on_together"),
    path(
        "assessments/<uuid:pk>/together/change/", together.change_together, name="change_together"
    ),
    path(
        "assessments/<uuid:pk>/together/room/",
        together.go_on_together,
        {"page": "respond_room"},
        name="room_together",
    ),
    path("assessments/<uuid:pk>/setup/<slug:step>/", setting_up.setup, name="setup"),
    path(
        "assessments/<uuid:pk>/preview/<slug:perspective>/<int:page>/",
        preview.preview,
        name="preview",
    ),
    path("assessments/<uuid:pk>/open/", setting_up.open_assessment, name="open_assessment"),
    path("assessments/<uuid:pk>/discard/", discarding.discard_assessment, name="discard"),
    path("assessments/<uuid:pk>/extend/", overview.extend_assessment, name="extend"),
    path("assessments/<uuid:pk>/mend/", mending.mend, name="mend"),
    path("assessments/<uuid:pk>/leave-out/", mending.leave_out, name="leave_out"),
    path("assessments/<uuid:pk>/take-back-in/", mending.take_back_in, name="take_back_in"),
    path("assessments/<uuid:pk>/throw-away/", mending.throw_away, name="throw_away"),
    path("programmes/<uuid:pk>/archive/", mending.archive_programme, name="archive_programme"),
    path("assessments/<uuid:pk>/links/", links.links, name="links"),
    path("assessments/<uuid:pk>/links/<slug:perspective>/qr.svg", links.qr, name="qr"),
    path(
        "assessments/<uuid:pk>/standards/<slug:domain>/", own_part.standards_page, name="standards"
    ),
    path("assessments/<uuid:pk>/own-part/", own_part_file.own_part_file, name="own_part_file"),
    path(
        "assessments/<uuid:pk>/own-part.xlsx", own_part_file.own_part_blank, name="own_part_blank"
    ),
    path("assessments/<uuid:pk>/facts/", own_part.facts_page, name="facts"),
    path("assessments/<uuid:pk>/pyramid/", own_part.pyramid_page, name="pyramid"),
    path("assessments/<uuid:pk>/pyramid.svg", own_part.pyramid_drawing, name="pyramid_drawing"),
    path(
        "assessments/<uuid:pk>/history/<slug:code>/",
        own_part.own_part_history,
        name="own_part_history",
    ),
    path("assessments/<uuid:pk>/slips/", slips.slips_page, name="slips"),
    path("assessments/<uuid:pk>/slips/early/", slips.decide_early, name="decide_early"),
    path(
        "assessments/<uuid:pk>/slips/<slug:perspective>/print/",
        slips.print_slips,
        name="print_slips",
    ),
    path("assessments/<uuid:pk>/slips/<slug:perspective>/more/", slips.add_slips, name="add_slips"),
    path(
        "assessments/<uuid:pk>/slips/<slug:perspective>/void/", slips.void_slips, name="void_slips"
    ),
    path("assessments/<uuid:pk>/keeper/", slips.keeper, name="keeper"),
    path("assessments/<uuid:pk>/close/early/", slips.ask_early, name="ask_early"),
    path("assessments/<uuid:pk>/close/", closing.close_assessment, name="close"),
    path("assessments/<uuid:pk>/certificate/", certificates.certificate, name="certificate"),
    path(
        "assessments/<uuid:pk>/certificate.pdf",
        certificates.certificate_pdf,
        name="certificate_pdf",
    ),
]
