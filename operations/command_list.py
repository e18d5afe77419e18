"""What ``manage.py help`` says: the product's own commands first, each with what it does."""

from django.core.management import ManagementUtility, get_commands, load_command_class

OURS = "operations"


class Commands(ManagementUtility):
    def main_help_text(self, commands_only: bool = False) -> str:
        if commands_only:
            return super().main_help_text(commands_only)
        ours = sorted(name for name, app in get_commands().items() if app == OURS)
        widest = max(map(len, ours))
        lines = [f"  {name:<{widest}}  {first_sentence(name)}" for name in ours]
        rest = sorted(set(get_commands()) - set(ours))
        return "\n".join(
            [
                f"{self.prog_name} COMMAND --help says more of each.\n",
                "Essence:",
                *lines,
                "\nDjango and its packages:",
                f"  {', '.join(rest)}",
            ]
        )


def first_sentence(name: str) -> str:
    return str(load_command_class(OURS, name).help).split(". ")[0].rstrip(".")
