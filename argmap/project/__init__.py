"""A folder of maps as a value: what every command, and a Python program, asks first."""

from .choosing import Choice, choose
from .cores import processes, spread
from .inputs import Input, InputError, find_inputs
from .project import Member, Project, open_project, status
from .survey import Survey, survey

__all__ = [
    "Choice",
    "Input",
    "InputError",
    "Member",
    "Project",
    "Survey",
    "choose",
    "find_inputs",
    "open_project",
    "processes",
    "spread",
    "status",
    "survey",
]
