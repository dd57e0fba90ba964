from django.db import migrations

import ophold.record.people.fields


class Migration(migrations.Migration):

    dependencies = [("people", "0002_case_numbers")]

    operations = [
        migrations.AddField(
            model_name="citizen",
            name="search_name",
            field=ophold.record.people.fields.FoldedField(
                default="", max_length=400, of="name", verbose_name="navn, som det søges"
            ),
        ),
    ]
