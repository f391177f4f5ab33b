"""The manual's page of permissions, made from the table of roles. A test compares it with docs/manual/permissions.md.

To write it anew: `python -c "from looped.access.page import permissions_page as p; print(p(), end='')"`.
"""

from looped.access.roles import PERMISSIONS, ROLES, Role

SCOPES = {
    "own": "their own",
    "team": "their team's",
    "area": "their area's",
    "council": "the whole council's",
    "issued": "those issued",
    "people": "people",
}
INTRODUCTION = """# Who may do what

Made from the table of roles (`access/roles.py`), which also decides: what isn't in it is denied.
A person may hold several roles; they then may do what any of them allows, with one exception: **the seal beats every
role**. Of a looped audit in which somebody has a part, they see only what an auditor sees until both returns are in.
Roles marked *until a day* end by themselves.
"""


def permissions_page() -> str:
    """The page, as Markdown."""
    parts = [INTRODUCTION, *(_role(role) for role in ROLES.values()), _crossed()]
    return "\n".join(parts)


def _role(role: Role) -> str:
    until = " *Until a day that is set.*" if role.time_limited else ""
    lines = [f"## {role.title}", "", f"{role.what}{until}", ""]
    lines += [f"- {PERMISSIONS[code]} ({SCOPES[scope]})" for code, scope in role.grants.items()]
    return "\n".join([*lines, ""])


def _crossed() -> str:
    lines = ["## All at once", "", "| permission | " + " | ".join(role.title for role in ROLES.values()) + " |"]
    lines.append("|---" * (len(ROLES) + 1) + "|")
    for code in PERMISSIONS:
        cells = [SCOPES[role.grants[code]] if code in role.grants else "" for role in ROLES.values()]
        lines.append(f"| `{code}` | " + " | ".join(cells) + " |")
    return "\n".join([*lines, ""])
