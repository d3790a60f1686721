"""A folder of maps as a value: what every command, and a Python program, asks first."""

from .choosing import Choice, choose
from .inputs import Input, InputError, find_inputs
from .project import Member, Project, open_project, status

__all__ = ["Choice", "Input", "InputError", "Member", "Project", "choose", "find_inputs", "open_project", "status"]
