import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A database chose it for a page of undated cases, and read a whole municipality's closed cases for it."""

    dependencies = [("cases", "0005_open_cases_by_closing_day"), ("people", "0008_settings_stamp")]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="municipality",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.municipality",
                verbose_name="kommune",
            ),
        ),
    ]
