"""Reports, their files, actions and the public page."""

from tests.access.rows import closed, everybody, members, noted, organisation, programme

IN_OWN_WORDS = {"text": "Meet on Tuesdays again", "kind": "build", "status": "planned"}


def with_more(**more):
    return lambda house: {**closed(house), **more}


def over_time(**more):
    return lambda house: {**programme(house), **more}


def side_by_side(**more):
    return lambda house: {**organisation(house), **more}


def one_action(house):
    return {**closed(house), "number": house.action.pk}


def data(values):
    return lambda _house: values


def told(house):
    """The address of 'you said, what changed', which is on."""
    return {"token": house.report.public_token}


ROWS = [
    members("GET", "report", need="viewer", of=closed),
    *(
        members("GET", "report_file", need="viewer", of=with_more(name=name), noted=noted(name))
        for name in ("report.xlsx", "results.json", "changed-a4.pdf", "all.zip")
    ),
    members("GET", "actions", need="viewer", of=closed),
    members("POST", "actions", need="editor", of=closed, data=data(IN_OWN_WORDS)),
    members(
        "POST",
        "plan_suggestion",
        need="editor",
        of=closed,
        data=data({"suggestion": "companionship:0"}),
    ),
    members("GET", "action", need="editor", of=one_action),
    members("POST", "action", need="editor", of=one_action, data=data(IN_OWN_WORDS)),
    members("POST", "remove_action", need="editor", of=one_action),
    members("GET", "publish", need="owner", of=closed),
    # It is on already, so that turning it on changes nothing.
    members("POST", "publish", need="owner", of=closed, data=data({"sure": "on"}), changes=()),
    members("GET", "reply", need="owner", of=with_more(about="companionship")),
    members(
        "POST",
        "reply",
        need="owner",
        of=with_more(about="companionship"),
        data=data({"words": "We hear you"}),
    ),
    members("POST", "unpublish", need="owner", of=closed),
    # Whoever has its address may read it.
    everybody("GET", "changed", of=told),
    members("GET", "over_time", need="viewer", of=over_time()),
    *(
        members("GET", "over_time_file", need="viewer", of=over_time(name=name), noted=noted(name))
        for name in ("line.csv", "line.svg", "all.zip")
    ),
    members("GET", "side_by_side", need="viewer", of=side_by_side()),
    *(
        members(
            "GET",
            "side_by_side_file",
            need="viewer",
            of=side_by_side(name=name),
            noted=noted(name),
        )
        for name in ("programmes.csv", "programmes.svg", "all.zip")
    ),
]
