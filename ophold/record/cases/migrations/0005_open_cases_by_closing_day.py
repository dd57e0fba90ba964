from django.db import migrations, models

OPEN = models.Q(("closed_on__isnull", True))


class Migration(migrations.Migration):
    """The indexes of the open cases say so in the words the work list asks with; the new before the old are gone."""

    dependencies = [("cases", "0004_endings_and_absences")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=OPEN, fields=["municipality", "urgency", "next_on", "id"], name="open_case_by_urgency"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=OPEN,
                fields=["municipality", "caseworker", "urgency", "next_on", "id"],
                name="open_case_by_caseworker",
            ),
        ),
        migrations.RemoveIndex(model_name="case", name="case_by_urgency"),
        migrations.RemoveIndex(model_name="case", name="case_by_caseworker_urgency"),
    ]
